// Whether a target makes sense: known kinds and keys, records that exist, windows and triggers of the plan, bounds that can be met.
import type { Issue } from '#platform/errors.ts';
import type { FactKind } from '#platform/facts.ts';
import { meant } from '../plan-file-issues.ts';
import type { Bounds } from './normal.ts';
import {
	partsOf,
	type CountMeasure,
	type Having,
	type Measure,
	type Tally,
	type Target,
	type Where
} from './target.ts';

export type CheckContext = {
	kinds: ReadonlyMap<string, FactKind>;
	/** Per kind of thing (`series`, `group` …) the keys that exist. */
	references: ReadonlyMap<string, ReadonlySet<string>>;
	/** Keys of the promise's own windows. */
	windows: ReadonlySet<string>;
	triggers: ReadonlySet<string>;
	calendars: ReadonlySet<string>;
};

const issue = (path: string, code: string, params: Record<string, unknown> = {}): Issue => ({ path, code, params });
const inside = (path: string, ...parts: (string | number)[]) =>
	[path, ...parts].filter((part) => part !== '').join('.');
const none: ReadonlySet<string> = new Set();

/** In which list of the plan file a thing is named. */
export const listOf: Readonly<Record<string, string>> = {
	series: 'series',
	event: 'events',
	group: 'groups',
	organisation: 'organisations',
	channel: 'channels',
	document: 'documents',
	milestone: 'milestones',
	term: 'terms',
	measurement: 'measurements',
	question: 'questions',
	decision: 'triggers'
};

function checkReference(path: string, refersTo: string, key: string, { references }: CheckContext): Issue[] {
	const known = references.get(refersTo) ?? none;
	if (known.has(key)) return [];
	return [issue(path, 'plan_issue_unknown_reference', { ...meant(key, known), list: listOf[refersTo] ?? refersTo })];
}

function checkWhere(path: string, kind: FactKind, where: Where | undefined, context: CheckContext): Issue[] {
	return Object.entries(where ?? {}).flatMap(([name, wanted]) => {
		const at = inside(path, 'where', name);
		const key = kind.where[name];
		if (!key) {
			const known = Object.keys(kind.where);
			return [
				issue(at, 'plan_issue_target_where', { ...meant(name, known), kind: kind.kind, words: known.join(', ') })
			];
		}
		const negated = typeof wanted === 'object' && !Array.isArray(wanted);
		const values = [negated ? wanted.not : wanted].flat();
		return values.flatMap((value) => {
			if (key.refersTo) return checkReference(at, key.refersTo, value, context);
			if (!key.words || key.words.includes(value)) return [];
			return [issue(at, 'plan_issue_target_word', { ...meant(value, key.words), words: key.words.join(', ') })];
		});
	});
}

type Nature = { nature: FactKind['nature']; word: string };

/** The kind, when it exists and is of the nature that the word asks for. */
function checkKind(
	path: string,
	name: string,
	{ nature, word }: Nature,
	where: Where | undefined,
	context: CheckContext
) {
	const kind = context.kinds.get(name);
	const at = inside(path, word);
	if (!kind) return [issue(at, 'plan_issue_target_kind', meant(name, context.kinds.keys()))];
	const found = checkWhere(path, kind, where, context);
	if (kind.nature === nature) return found;
	const code = nature === 'holds' ? 'plan_issue_target_hold_of_event' : 'plan_issue_target_count_of_state';
	return [issue(at, code, { word: name }), ...found];
}

function checkQuantity(path: string, word: string, name: string, { kinds }: CheckContext): Issue[] {
	const kind = kinds.get(name);
	return kind && !kind.unit ? [issue(inside(path, word), 'plan_issue_target_no_quantity', { word: name })] : [];
}

const boundWords = ['at_least', 'at_most', 'more_than', 'less_than', 'exactly', 'not_below'] as const;
const hasBound = (bounds: Bounds) => boundWords.some((word) => bounds[word] !== undefined);

/** Bounds that nothing can satisfy, or that say the same thing twice in two ways. */
function checkBounds(path: string, bounds: Bounds): Issue[] {
	const given = boundWords.filter((word) => bounds[word] !== undefined);
	if (bounds.exactly !== undefined && given.length > 1) return [issue(path, 'plan_issue_target_exactly')];
	const floor = bounds.at_least ?? bounds.more_than;
	const ceiling = bounds.at_most ?? bounds.less_than;
	if (floor === undefined || ceiling === undefined) return [];
	const strict = bounds.at_least === undefined || bounds.at_most === undefined;
	if (floor < ceiling || (floor === ceiling && !strict)) return [];
	return [issue(path, 'plan_issue_target_bounds_cross', { from: floor, until: ceiling })];
}

const needsBound = (path: string, bounds: Bounds) =>
	hasBound(bounds) ? [] : [issue(path, 'plan_issue_target_no_bound', { words: boundWords.join(', ') })];

function checkHaving(path: string, having: readonly Having[] | undefined, context: CheckContext): Issue[] {
	return (having ?? []).flatMap((one, index) => {
		const at = inside(path, 'having', index);
		return [
			...checkKind(at, one.count, { nature: 'done', word: 'count' }, one.where, context),
			...needsBound(at, one),
			...checkBounds(at, one)
		];
	});
}

function checkTally(path: string, tally: Tally, context: CheckContext): Issue[] {
	if ('hold' in tally) return checkKind(path, tally.hold, { nature: 'holds', word: 'hold' }, tally.where, context);
	return [
		...checkKind(path, tally.count, { nature: 'done', word: 'count' }, tally.where, context),
		...checkHaving(path, tally.having, context)
	];
}

function checkRhythm(path: string, { every, each, except, as }: CountMeasure, { calendars }: CheckContext): Issue[] {
	const found: Issue[] = [];
	if (every === undefined) {
		if (each !== undefined) found.push(issue(inside(path, 'each'), 'plan_issue_target_each_without_every'));
		if (except !== undefined) found.push(issue(inside(path, 'except'), 'plan_issue_target_except_without_every'));
		return found;
	}
	if (as !== undefined && as !== 'facts') found.push(issue(inside(path, 'as'), 'plan_issue_target_rhythm_as'));
	if (except !== undefined && !calendars.has(except)) {
		const params = { ...meant(except, calendars), list: 'calendars' };
		found.push(issue(inside(path, 'except'), 'plan_issue_unknown_reference', params));
	}
	return found;
}

function checkShare(path: string, bounds: Bounds): Issue[] {
	const over = boundWords.some((word) => Number(bounds[word]) > 1);
	return over ? [issue(path, 'plan_issue_target_share_over_one')] : [];
}

function checkOne(path: string, measure: Measure, context: CheckContext): Issue[] {
	if ('reach' in measure) return checkReference(inside(path, 'reach'), 'milestone', measure.reach, context);
	if ('deliver' in measure) return checkReference(inside(path, 'deliver'), 'document', measure.deliver, context);
	const bounds = checkBounds(path, measure);
	if ('count' in measure) {
		const rhythm = checkRhythm(path, measure, context);
		const needed = measure.every === undefined ? needsBound(path, measure) : [];
		return [...checkTally(path, measure, context), ...rhythm, ...needed, ...bounds];
	}
	const bounded = [...needsBound(path, measure), ...bounds];
	if ('hold' in measure) return [...checkTally(path, measure, context), ...bounded];
	if ('share' in measure) {
		const tallies = [
			...checkTally(inside(path, 'share'), measure.share, context),
			...checkTally(inside(path, 'of'), measure.of, context)
		];
		return [...tallies, ...bounded, ...checkShare(path, measure)];
	}
	const word = 'sum' in measure ? 'sum' : 'average' in measure ? 'average' : 'level';
	const name = 'sum' in measure ? measure.sum : 'average' in measure ? measure.average : measure.level;
	return [
		...checkKind(path, name, { nature: 'done', word }, measure.where, context),
		...checkQuantity(path, word, name, context),
		...bounded
	];
}

function checkWindows(path: string, measure: Measure, { windows }: CheckContext): Issue[] {
	return (measure.in ?? []).flatMap((key, index) =>
		windows.has(key) ? [] : [issue(inside(path, 'in', index), 'plan_issue_target_window', meant(key, windows))]
	);
}

/** Everything about a target that does not make sense; `path` is put before the path of each issue. */
export function checkTarget(target: Target, context: CheckContext, path = ''): Issue[] {
	const parts = partsOf(target).flatMap((part, index) => {
		const at = 'all' in target ? inside(path, 'all', index) : path;
		return [...checkOne(at, part, context), ...checkWindows(at, part, context)];
	});
	const condition: Issue[] = [];
	if (target.if !== undefined && !context.triggers.has(target.if)) {
		const params = { ...meant(target.if, context.triggers), list: 'triggers' };
		condition.push(issue(inside(path, 'if'), 'plan_issue_unknown_reference', params));
	}
	if (target.within !== undefined && target.if === undefined) {
		condition.push(issue(inside(path, 'within'), 'plan_issue_target_within_without_if'));
	}
	return [...parts, ...condition];
}
