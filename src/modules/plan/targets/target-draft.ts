// A target as a form has it: plain fields for what most promises say. What a form cannot say is written in the plan file's notation.
import type { FactKind } from '#platform/facts.ts';
import { isSameData } from '../plan-file-diff.ts';
import { wordAt } from '../plan-file-names.ts';
import { onces } from './draft-words.ts';
import { partsOf, wordsOf, type Having, type Measure, type Target, type Where } from './target.ts';

type Once = keyof typeof onces;
const isOnce = (what: string): what is Once => Object.hasOwn(onces, what);

/** Per key of `where` the words; words that start with `not` are meant as an exception. */
type WhereDraft = { where?: Record<string, string | string[]>; not?: Record<string, string> };

export type HavingDraft = WhereDraft & {
	what?: string;
	way?: string;
	how?: string;
	number?: string;
};

export type PartDraft = WhereDraft & {
	label?: { nl?: string | undefined; en?: string | undefined };
	/** A kind of fact, or `reach` or `deliver`; empty: this part is not there. */
	what?: string;
	way?: string;
	/** Of `reach` and `deliver`: the key of the thing. */
	thing?: string;
	how?: string;
	number?: string;
	/** Of `between`. */
	until?: string;
	every?: string;
	each?: string;
	except?: string;
	/** Of a state: `every_day`, `last_day`, or a day. */
	on?: string;
	answers?: string;
	in?: string[];
	having?: HavingDraft[];
};

export type TargetDraft = { parts: PartDraft[]; if?: string; within?: string };

type Kinds = ReadonlyMap<string, FactKind>;
type Raw = Record<string, unknown>;

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** `7,5` and `7.5` are numbers; anything else stays as it was typed, so that it is told what is wrong with it. */
function numberIn(text: string): unknown {
	const plain = text.trim().replace(',', '.');
	return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

const whenFilled = (name: string, text: string | undefined, read: (text: string) => unknown = (one) => one.trim()) =>
	filled(text) ? { [name]: read(text) } : {};

const oneOrMore = (words: string[]) => (words.length === 1 ? words[0] : words);

/** Names of things stay whole; what is typed freely (tags, countries) is divided at commas. */
function wordsIn(value: string | string[], isFree: boolean): string[] {
	const all = Array.isArray(value) ? value : isFree ? value.split(',') : [value];
	return all.map((word) => word.trim()).filter((word) => word !== '');
}

function whereOf({ where = {}, not = {} }: WhereDraft, kind: FactKind | undefined): Raw {
	const entries = Object.entries(where).flatMap(([name, value]): [string, unknown][] => {
		const key = kind?.where[name];
		if (!key) return [];
		const words = wordsIn(value, !key.refersTo && !key.words);
		if (words.length === 0) return [];
		return [[name, not[name] === 'true' ? { not: oneOrMore(words) } : oneOrMore(words)]];
	});
	return entries.length > 0 ? { where: Object.fromEntries(entries) } : {};
}

function boundsOf({ how = '', number, until }: Pick<PartDraft, 'how' | 'number' | 'until'>): Raw {
	if (how === 'not_below_start' || how === 'not_below_previous') return { not_below: how.slice('not_below_'.length) };
	if (how !== 'between') return how === '' ? {} : whenFilled(how, number, numberIn);
	return { ...whenFilled('at_least', number, numberIn), ...whenFilled('at_most', until, numberIn) };
}

const asOf = (way: string | undefined) => (way === 'persons' || way === 'organisations' ? { as: way } : {});

function havingOf(having: HavingDraft, kinds: Kinds): Raw[] {
	if (!filled(having.what)) return [];
	return [{ count: having.what, ...asOf(having.way), ...whereOf(having, kinds.get(having.what)), ...boundsOf(having) }];
}

/** The word of the measure with what is counted. */
function subjectOf(part: PartDraft & { what: string }, kind: FactKind | undefined): Raw {
	const { what, way } = part;
	if (way === 'sum' || way === 'average' || way === 'level') return { [way]: what };
	return { [kind?.nature === 'holds' ? 'hold' : 'count']: what, ...asOf(way) };
}

function measureOf(part: PartDraft & { what: string }, kinds: Kinds): Raw {
	const { what, label } = part;
	const words = { ...whenFilled('nl', label?.nl), ...whenFilled('en', label?.en) };
	const around = {
		...(part.in && part.in.length > 0 && { in: part.in }),
		...(Object.keys(words).length > 0 && { label: words })
	};
	if (isOnce(what)) return { [what]: part.thing ?? '', ...around };
	const kind = kinds.get(what);
	const subject = subjectOf(part, kind);
	const having = (part.having ?? []).flatMap((one) => havingOf(one, kinds));
	return {
		...subject,
		...whereOf(part, kind),
		...('count' in subject && {
			...(having.length > 0 && { having }),
			...whenFilled('every', part.every),
			...(filled(part.every) && whenFilled('each', part.each, numberIn)),
			...(filled(part.every) && whenFilled('except', part.except))
		}),
		...('hold' in subject && whenFilled('on', part.on)),
		...('average' in subject && whenFilled('answers', part.answers, numberIn)),
		...boundsOf(part),
		...around
	};
}

/** What the form says, as data that is still to be parsed and checked; undefined when it asks for nothing. */
export function targetOfDraft(draft: TargetDraft, kinds: Kinds): Raw | undefined {
	const parts = draft.parts.flatMap((part) => {
		const { what } = part;
		return filled(what) ? [measureOf({ ...part, what }, kinds)] : [];
	});
	if (parts.length === 0) return undefined;
	const condition = { ...whenFilled('if', draft.if), ...whenFilled('within', draft.within) };
	return parts.length === 1 ? { ...parts[0], ...condition } : { all: parts, ...condition };
}

const numberText = (number: number | undefined) => (number === undefined ? undefined : String(number));

function draftOfBounds(bounds: Having & { exactly?: number; less_than?: number; not_below?: string }) {
	const { at_least: least, at_most: most, not_below: below } = bounds;
	if (least !== undefined && most !== undefined) {
		return { how: 'between', number: numberText(least), until: numberText(most) };
	}
	if (below !== undefined) return { how: `not_below_${below}` };
	for (const how of ['at_least', 'at_most', 'more_than', 'less_than', 'exactly'] as const) {
		if (bounds[how] !== undefined) return { how, number: numberText(bounds[how]) };
	}
	return {};
}

function draftOfWhere(where: Where | undefined, kind: FactKind | undefined): WhereDraft {
	if (!where) return {};
	const draft: Required<WhereDraft> = { where: {}, not: {} };
	for (const [name, wanted] of Object.entries(where)) {
		const { words, negate } = wordsOf(wanted);
		const key = kind?.where[name];
		draft.where[name] = key?.words ? words : key?.refersTo ? words[0]! : words.join(', ');
		if (negate) draft.not[name] = 'true';
	}
	return draft;
}

const wordOf = (measure: Measure) =>
	(['count', 'hold', 'sum', 'average', 'level'] as const).find((word) => word in measure);

function draftOfMeasure(measure: Measure, kinds: Kinds): PartDraft {
	const around = { ...(measure.label && { label: measure.label }), ...(measure.in && { in: measure.in }) };
	for (const what of Object.keys(onces) as Once[]) {
		if (what in measure) return { what, thing: (measure as unknown as Record<string, string>)[what]!, ...around };
	}
	const word = wordOf(measure);
	if (!word) return {};
	const said = measure as Raw & { where?: Where; having?: Having[]; as?: string };
	const what = said[word] as string;
	const text = (name: string) => wordAt(said[name]) || undefined;
	return {
		what,
		way: word === 'count' || word === 'hold' ? (said.as ?? 'facts') : word,
		...draftOfWhere(said.where, kinds.get(what)),
		...draftOfBounds(said as never),
		every: text('every'),
		each: text('each'),
		except: text('except'),
		on: text('on'),
		answers: text('answers'),
		having: (said.having ?? []).map((one) => ({
			what: one.count,
			way: one.as ?? 'facts',
			...draftOfWhere(one.where, kinds.get(one.count)),
			...draftOfBounds(one as never)
		})),
		...around
	};
}

/** The target in the form; undefined when the form would lose something of it. */
export function draftOfTarget(target: Target, kinds: Kinds): TargetDraft | undefined {
	const draft = {
		parts: partsOf(target).map((part) => draftOfMeasure(part, kinds)),
		...(target.if !== undefined && { if: target.if }),
		...(target.within !== undefined && { within: target.within })
	};
	return isSameData(targetOfDraft(draft, kinds), target) ? draft : undefined;
}

const numberFields: Readonly<Record<string, string>> = {
	at_least: 'number',
	more_than: 'number',
	less_than: 'number',
	exactly: 'number',
	at_most: 'number',
	not_below: 'how',
	count: 'what',
	hold: 'what',
	sum: 'way',
	average: 'way',
	level: 'way',
	reach: 'thing',
	deliver: 'thing'
};

/** The field of the form beside which a problem at `path` of the target can be read. */
export function draftPath(path: string): string {
	const [first, ...rest] = path.split('.');
	if (first === 'if' || first === 'within') return first;
	const steps = first === 'all' ? rest : ['0', first ?? '', ...rest].filter((step) => step !== '');
	const [part = '0', ...inside] = steps;
	const last = inside.at(-1);
	if (last === undefined || (inside[0] === 'having' && inside.length === 2))
		return ['parts', part, ...inside, 'number'].join('.');
	return ['parts', part, ...inside.slice(0, -1), numberFields[last] ?? last].join('.');
}
