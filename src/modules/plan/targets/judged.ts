// What people say of a promise beside what facts say: a judged reading where nothing can be counted, and an overruling of the
// computed status. What stood on a day is what counts for that day, whenever somebody looks back at it.
import type { Day } from '#platform/day.ts';
import type { Reading, Status } from './status.ts';

/** What a person may find of a promise. */
export const verdicts = ['met', 'on_track', 'at_risk', 'behind', 'missed'] as const;
export type Verdict = (typeof verdicts)[number];

/** A status by which a promise is overruled; `lapsed`: it is not asked for any more. */
export const overrulingStatuses = [...verdicts, 'lapsed'] as const;
export type OverrulingStatus = (typeof overrulingStatuses)[number];

export type Judgement = {
	/** The day that it is about, whenever it was written down. */
	judgedOn: Day;
	value: number | null;
	verdict: Verdict | null;
	source: string;
	reason: string;
	withdrawnOn: Day | null;
};

export type Overruling = {
	status: OverrulingStatus;
	why: string;
	startsOn: Day;
	/** Its last day; null: until lifted. */
	endsOn: Day | null;
	/** From this day on it does not stand any more. */
	liftedOn: Day | null;
};

/** The last judgement about a day up to `day` that stood on it. Of two about one day, the later in the list. */
export const judgementOn = <Kept extends Judgement>(judgements: readonly Kept[], day: Day): Kept | undefined =>
	judgements
		.filter(({ judgedOn, withdrawnOn }) => judgedOn <= day && (withdrawnOn === null || withdrawnOn > day))
		.reduce<Kept | undefined>((last, one) => (last && last.judgedOn > one.judgedOn ? last : one), undefined);

/** The overruling that stood on `day`; of several the one that began last. */
export const overrulingOn = <Kept extends Overruling>(overrulings: readonly Kept[], day: Day): Kept | undefined =>
	overrulings
		.filter(
			({ startsOn, endsOn, liftedOn }) =>
				startsOn <= day && (endsOn === null || day <= endsOn) && (liftedOn === null || day < liftedOn)
		)
		.reduce<Kept | undefined>((last, one) => (last && last.startsOn > one.startsOn ? last : one), undefined);

export type StoodReading = Reading & {
	/** Where nothing can be counted: what a person found. */
	judged?: Judgement;
	/** A person put another status in the place of the computed one, which stands beside it. */
	overruled?: Overruling;
	computed?: Status;
};

type Said = { judgement?: Judgement | undefined; overruling?: Overruling | undefined };

/** The reading with what people said of it. A judgement counts only where there is nothing to count. */
export function withSaid(reading: Reading, { judgement, overruling }: Said): StoodReading {
	const judged =
		judgement && reading.status === 'not_measurable'
			? { ...reading, status: judgement.verdict ?? reading.status, judged: judgement }
			: reading;
	return overruling ? { ...judged, status: overruling.status, computed: judged.status, overruled: overruling } : judged;
}
