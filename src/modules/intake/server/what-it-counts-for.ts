// What a record counts for, read from the facts that it left: said right after it was recorded.
import { askedPromises } from '#modules/plan/server/public.ts';
import { countsFor } from '#modules/plan/targets/counts-for.ts';
import type { Fact } from '#modules/plan/targets/evaluate.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { factVisibleIn } from '#platform/server/views.ts';
import type { CountedPromise } from './suggestion-rows.ts';

type FactRow = Fact & { title: Localized; href: string };

/** An event brings who was there along. */
const factsOf = ({ db, actor }: Caller, recordId: string) =>
	rows<FactRow>(
		db,
		sql`select f.* from fact f
			where (f.id = ${recordId} or (f.subject_id = ${recordId} and f.kind = 'event.attended')) and ${factVisibleIn(actor, 'f')}
			order by f.id = ${recordId} desc, f.kind, f.id`
	);

export type Recorded = {
	title: Localized;
	href: string;
	/** Still to come: it counts once it took place. */
	isPlanned: boolean;
	countsFor: CountedPromise[];
};

/** Undefined when the record left no fact that the caller may see. */
export async function recordedWithCounts(caller: Caller, recordId: string): Promise<Recorded | undefined> {
	const facts = await factsOf(caller, recordId);
	const [first] = facts;
	if (!first) return undefined;
	const promises = await askedPromises(caller.db, caller.actor, caller.clock.today());
	return {
		title: first.title,
		href: first.href,
		isPlanned: first.state === 'planned',
		countsFor: promises
			.filter(({ questions }) => countsFor(facts, questions).length > 0)
			.map(({ code, title }) => ({ code, title }))
	};
}
