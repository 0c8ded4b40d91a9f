// The plan as a sheet: a row per promise with its words, windows, owner and simple target; and what such a sheet leaves out.
import type { FactKind } from '#platform/facts.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { fieldWord } from './field-words.ts';
import { listAt, rawAt, wordAt, type Raw } from './plan-file-names.ts';
import { promisePlaces, thingsOf, type PromisePlace } from './plan-places.ts';
import { partsOf, type Target } from './targets/target.ts';

export const sheetColumns = [
	'code',
	'kind',
	'activity',
	'activity_title',
	'title_nl',
	'title_en',
	'windows',
	'owner',
	'count',
	'of',
	'at_least',
	'at_most',
	'every'
] as const;
export type SheetColumn = (typeof sheetColumns)[number];
export type SheetRow = Record<SheetColumn, string>;
export type LeftOut = { code: string; what: string };

export const sheetKinds = {
	outputs: 'output',
	ambitions: 'ambition',
	commitments: 'commitment'
} as const satisfies Record<PromisePlace, string>;

type Kinds = ReadonlyMap<string, FactKind>;

/** Of a target what five cells can say: one count of one thing, with a floor, a ceiling and a rhythm. */
export type SimpleTarget = Pick<SheetRow, 'count' | 'of' | 'at_least' | 'at_most' | 'every'>;

const simpleWords = new Set(['count', 'where', 'at_least', 'at_most', 'every']);

/** The cells of a target; undefined when they would lose something of it. */
export function simpleTarget(target: Target, kinds: Kinds): SimpleTarget | undefined {
	const [part, ...others] = partsOf(target);
	if (!part || !('count' in part) || others.length > 0 || 'all' in target) return undefined;
	if (Object.keys(target).some((word) => !simpleWords.has(word))) return undefined;
	const [where, ...more] = Object.entries(part.where ?? {});
	const isOne = where === undefined || (typeof where[1] === 'string' && kinds.get(part.count)?.where[where[0]]);
	if (more.length > 0 || !isOne) return undefined;
	return {
		count: part.count,
		of: where === undefined ? '' : `${where[0]}: ${wordAt(where[1])}`,
		at_least: part.at_least === undefined ? '' : String(part.at_least),
		at_most: part.at_most === undefined ? '' : String(part.at_most),
		every: part.every ?? ''
	};
}

const noTarget: SimpleTarget = { count: '', of: '', at_least: '', at_most: '', every: '' };

/** `2022-01-01..2022-03-31; 2022-10-01..2022-12-31`. */
const windowsCell = (windows: unknown) =>
	listAt(windows)
		.map((window) => `${wordAt(rawAt(window).starts_on)}..${wordAt(rawAt(window).ends_on)}`)
		.join('; ');

/** Fields of a promise that no cell holds. */
const cellFields = new Set(['code', 'title', 'windows', 'owner', 'target', 'activity', 'core_task']);

function leftOutOf(promise: Raw, kinds: Kinds, locale: Locale): string[] {
	const fields = Object.keys(promise).filter((field) => !cellFields.has(field));
	const target = promise.target as Target | undefined;
	const isRich = target !== undefined && simpleTarget(target, kinds) === undefined;
	return [...(isRich ? ['target'] : []), ...fields].map((field) => fieldWord(field, locale));
}

type Around = { kinds: Kinds; people: ReadonlyMap<string, string>; locale: Locale };

/** Who answers for it, by name or else by role. */
export function ownerCell(owner: unknown, { people, locale }: Pick<Around, 'people' | 'locale'>): string {
	const { person, role } = rawAt(owner);
	return typeof person === 'string' ? (people.get(person) ?? '') : role ? say(role, locale) : '';
}

/** Every promise as a row, and per promise what its row leaves out. */
export function planSheet(file: Raw, around: Around): { rows: SheetRow[]; leftOut: LeftOut[] } {
	const titles = new Map(thingsOf(file, 'activities').map(({ name, value }) => [name, value.title as Localized]));
	const things = promisePlaces.flatMap((place) => thingsOf(file, place).map((thing) => ({ place, thing })));
	const rows = things.map(({ place, thing: { name, value, parent } }): SheetRow => {
		const activity = parent?.name ?? wordAt(value.activity);
		const { nl = '', en = '' } = rawAt(value.title) as Localized;
		const target = value.target as Target | undefined;
		return {
			code: name,
			kind: sheetKinds[place],
			activity,
			activity_title: titles.has(activity) ? say(titles.get(activity)!, around.locale) : '',
			title_nl: nl,
			title_en: en,
			windows: windowsCell(value.windows),
			owner: ownerCell(value.owner, around),
			...((target && simpleTarget(target, around.kinds)) ?? noTarget)
		};
	});
	const leftOut = things.flatMap(({ thing }) => {
		const what = leftOutOf(thing.value, around.kinds, around.locale);
		return what.length > 0 ? [{ code: thing.name, what: what.join(', ') }] : [];
	});
	return { rows, leftOut };
}

/** The days of a windows cell; undefined where a piece cannot be read. */
export function windowsInCell(cell: string): { starts_on: string; ends_on: string }[] | undefined {
	const pieces = cell.split(';').map((piece) => piece.trim());
	const found = pieces
		.filter((piece) => piece !== '')
		.map((piece) => /^(\d{4}-\d{2}-\d{2})\s*(?:\.\.|–|—|t\/m|until|to)\s*(\d{4}-\d{2}-\d{2})$/.exec(piece));
	if (found.some((one) => one === null)) return undefined;
	return found.map((one) => ({ starts_on: one![1]!, ends_on: one![2]! }));
}

/** The target of five cells, still to be parsed; undefined when nothing stands in them. */
export function targetInCells({ count, of, at_least: least, at_most: most, every }: SimpleTarget): Raw | undefined {
	if ([count, of, least, most, every].every((cell) => cell === '')) return undefined;
	const [key = '', ...value] = of.split(':');
	const number = (cell: string) => (/^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell);
	return {
		count,
		...(of !== '' && { where: { [key.trim()]: value.join(':').trim() } }),
		...(every !== '' && { every }),
		...(least !== '' && { at_least: number(least) }),
		...(most !== '' && { at_most: number(most) })
	};
}
