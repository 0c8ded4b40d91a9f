// A target made ready to be asked: keys replaced by the records they name, windows by days.
import type { Day } from '#platform/day.ts';
import type { FactColumn, FactKind } from '#platform/facts.ts';
import { basic, type BasicMeasure, type Bounds } from './normal.ts';
import { after, extent, joined, periodsOf, reach, type Period, type Range, type Window } from './periods.ts';
import { partsOf, wordsOf, type Having, type Measure, type Tally, type Target, type Where } from './target.ts';

/** One condition on a column: any of the values, or (`negate`) none of them. */
export type Filter = { column: FactColumn; values: readonly string[]; negate: boolean };

export type CountedAs = 'facts' | 'persons' | 'organisations';

/** Facts about the counted fact (their `subject_id` is its `id`), counted and held against bounds. */
export type HavingQuestion = { kind: string; as: CountedAs; filters: readonly Filter[]; bounds: Bounds };

export type CountQuestion = {
	ask: 'count';
	kind: string;
	as: CountedAs;
	filters: readonly Filter[];
	having: readonly HavingQuestion[];
};
export type SumQuestion = { ask: 'sum'; kind: string; filters: readonly Filter[] };
export type HoldQuestion = { ask: 'hold'; kind: string; as: CountedAs; filters: readonly Filter[] };
export type ValueQuestion = { ask: 'average' | 'level'; kind: string; filters: readonly Filter[] };
export type ShareQuestion = { ask: 'share'; share: CountQuestion | HoldQuestion; of: CountQuestion | HoldQuestion };
export type Asked = CountQuestion | SumQuestion | HoldQuestion | ValueQuestion | ShareQuestion;

/** One part of one promise, ready to be answered for a day. */
export type Question = {
	/** Code of the promise and number of the part: `P22-PI-MON-O1#0`. */
	id: string;
	measure: BasicMeasure;
	asked: Asked;
	windows: readonly Window[];
	/** The windows joined, slack included; what falls in them counts. */
	ranges: readonly Range[];
	periods: readonly Period[];
};

/** A trigger or decision of the plan, as it stands on the day of reading. */
export type Trigger = { state: 'open' | 'fired' | 'decided-against'; on: Day | null };

export type ResolveContext = {
	kinds: ReadonlyMap<string, FactKind>;
	/** Per kind of thing (`series`, `group`, …) the id behind each key. */
	ids: ReadonlyMap<string, ReadonlyMap<string, string>>;
	triggers: ReadonlyMap<string, Trigger>;
	calendars: ReadonlyMap<string, readonly Range[]>;
	/** The plan's own period: the window of a promise that names none. */
	period: Range;
};

/** No record can have this id: what refers to a thing that is gone counts nothing, rather than everything. */
const nobody = '00000000-0000-0000-0000-000000000000';

function filtersOf(kind: string, where: Where | undefined, { kinds, ids }: ResolveContext): Filter[] {
	return Object.entries(where ?? {}).map(([name, wanted]) => {
		const key = kinds.get(kind)?.where[name];
		if (!key) throw new Error(`${kind} has no ${name} to filter on`);
		const { words, negate } = wordsOf(wanted);
		const values = key.refersTo ? words.map((word) => ids.get(key.refersTo!)?.get(word) ?? nobody) : words;
		return { column: key.column, values, negate };
	});
}

const boundsOf = ({ at_least, at_most, more_than }: Having): Bounds => ({ at_least, at_most, more_than });

function tallyQuestion(tally: Tally, context: ResolveContext): CountQuestion | HoldQuestion {
	if ('hold' in tally) {
		return {
			ask: 'hold',
			kind: tally.hold,
			as: tally.as ?? 'facts',
			filters: filtersOf(tally.hold, tally.where, context)
		};
	}
	return {
		ask: 'count',
		kind: tally.count,
		as: tally.as ?? 'facts',
		filters: filtersOf(tally.count, tally.where, context),
		having: (tally.having ?? []).map((one) => ({
			kind: one.count,
			as: one.as ?? 'facts',
			filters: filtersOf(one.count, one.where, context),
			bounds: boundsOf(one)
		}))
	};
}

function askedOf(measure: BasicMeasure, context: ResolveContext): Asked {
	if ('count' in measure || 'hold' in measure) return tallyQuestion(measure, context);
	if ('sum' in measure)
		return { ask: 'sum', kind: measure.sum, filters: filtersOf(measure.sum, measure.where, context) };
	if ('average' in measure) {
		return { ask: 'average', kind: measure.average, filters: filtersOf(measure.average, measure.where, context) };
	}
	if ('level' in measure)
		return { ask: 'level', kind: measure.level, filters: filtersOf(measure.level, measure.where, context) };
	return { ask: 'share', share: tallyQuestion(measure.share, context), of: tallyQuestion(measure.of, context) };
}

/** The windows in which a part is due: its own, or the promise's, or from its trigger on, or the plan's whole period. */
function windowsOf(measure: Measure, target: Target, windows: readonly Window[], context: ResolveContext): Window[] {
	const own = measure.in ? windows.filter((window) => measure.in!.includes(window.key)) : [...windows];
	if (own.length > 0) return own;
	const fired = target.if === undefined ? undefined : context.triggers.get(target.if);
	const startsOn = fired?.state === 'fired' && fired.on ? fired.on : context.period.startsOn;
	const endsOn = target.within ? after(startsOn, target.within) : context.period.endsOn;
	return [{ key: 'period', startsOn, endsOn, slackDays: 0 }];
}

/** The questions of one promise, a part each. */
export function questionsOf(
	code: string,
	target: Target,
	windows: readonly Window[],
	context: ResolveContext
): Question[] {
	return partsOf(target).map((part, index) => {
		const measure = basic(part);
		const due = windowsOf(part, target, windows, context);
		const excepted = 'count' in measure && measure.except ? (context.calendars.get(measure.except) ?? []) : [];
		return {
			id: `${code}#${index}`,
			measure,
			asked: askedOf(measure, context),
			windows: due,
			ranges: joined(due.map(reach)),
			periods: 'count' in measure ? periodsOf(measure, due, excepted) : []
		};
	});
}

/** First and last day on which a question asks something. */
export const extentOf = (question: Pick<Question, 'windows'>): Range => extent(question.windows)!;
