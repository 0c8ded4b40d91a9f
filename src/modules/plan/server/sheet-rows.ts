// Takes the rows of a plan's sheet into the plan: a row changes the promise with its code, or adds one under its activity.
import { isDay } from '#platform/day.ts';
import type { FactKind } from '#platform/facts.ts';
import type { Locale } from '#platform/localized.ts';
import type { RowCells, RowFate } from '#platform/server/table-import.ts';
import { isSameData } from '../plan-file-diff.ts';
import { listAt, rawAt, wordAt, type Raw } from '../plan-file-names.ts';
import { addThing, promiseIn, setFields, thingOf, thingsOf, type PromisePlace, type Thing } from '../plan-places.ts';
import { ownerCell, sheetKinds, simpleTarget, targetInCells, windowsInCell, type SimpleTarget } from '../plan-sheet.ts';
import { checkTarget } from '../targets/check.ts';
import { parseTarget } from '../targets/parse.ts';
import type { Target } from '../targets/target.ts';

type Kinds = ReadonlyMap<string, FactKind>;
type Person = { id: string; name: string };

export type SheetContext = {
	file: Raw;
	kinds: Kinds;
	people: readonly Person[];
	names: ReadonlyMap<string, string>;
	locale: Locale;
	seen: Set<string>;
};

const placeOfKind = Object.fromEntries(Object.entries(sheetKinds).map(([place, kind]) => [kind, place])) as Record<
	string,
	PromisePlace
>;

/** The list in which a new promise goes; undefined when the row does not say so rightly. */
function placeOfRow(cells: RowCells, file: Raw): PromisePlace | undefined {
	const place = placeOfKind[cells.text('kind') ?? 'output'];
	const word = cells.text('activity') ?? '';
	if (!place) cells.refuse('kind', 'plan_issue_choose', { words: Object.keys(placeOfKind).join(', ') });
	else if (place !== 'commitments' && !thingOf(file, 'activities', word)) {
		cells.refuse('activity', 'plan_issue_unknown_reference', { word, near: '-', list: 'sections' });
		return undefined;
	}
	return place;
}

/** The promise that a row is about; a new one when its code is not there yet. Undefined when the row cannot be placed. */
function promiseOfRow(cells: RowCells, { file, seen }: SheetContext): { thing: Thing; isNew: boolean } | undefined {
	const code = cells.text('code');
	if (code === undefined || seen.has(code)) {
		cells.refuse('code', code === undefined ? 'platform_issue_table_needed' : 'plan_issue_duplicate', { word: code });
		return undefined;
	}
	seen.add(code);
	const found = promiseIn(file, code);
	if (found) return { thing: found.thing, isNew: false };
	const place = placeOfRow(cells, file);
	if (!place) return undefined;
	const activity = cells.text('activity');
	addThing(file, place, activity, { code, ...(place === 'commitments' && activity && { activity }) });
	return { thing: thingOf(file, place, code)!, isNew: true };
}

function takeTitle(cells: RowCells, thing: Thing): void {
	if (!cells.has('title_nl') && !cells.has('title_en')) return;
	const title = cells.localized('title');
	if (title) setFields(thing.value, { title: { ...rawAt(thing.value.title), ...title } });
	else cells.refuse('title_nl', 'one_language');
}

function takeWindows(cells: RowCells, thing: Thing): void {
	if (!cells.has('windows')) return;
	const windows = windowsInCell(cells.text('windows') ?? '');
	if (!windows) return cells.refuse('windows', 'plan_issue_sheet_windows');
	for (const { starts_on: from, ends_on: until } of windows) {
		if (!isDay(from) || !isDay(until)) return cells.refuse('windows', 'day');
		if (from > until) return cells.refuse('windows', 'plan_issue_ends_before_start', { from, until });
	}
	const current = listAt(thing.value.windows).map(rawAt);
	const same = (days: { starts_on: string; ends_on: string }) =>
		current.find((one) => one.starts_on === days.starts_on && one.ends_on === days.ends_on);
	setFields(thing.value, {
		windows: windows.map((days) => same(days) ?? { key: `${days.starts_on}-${days.ends_on}`, ...days })
	});
}

function takeOwner(cells: RowCells, thing: Thing, { people, names, locale }: SheetContext): void {
	if (!cells.has('owner')) return;
	const said = cells.text('owner') ?? '';
	if (said === ownerCell(thing.value.owner, { people: names, locale })) return;
	const found = people.find(({ name }) => name.toLowerCase() === said.toLowerCase());
	if (said !== '' && !found) return cells.refuse('owner', 'plan_issue_sheet_owner', { name: said });
	setFields(thing.value, { owner: found && { person: found.id } });
}

/** The cell in which a problem of the target stands. */
const columnOf = (path: string): string => {
	const [first = ''] = path.split('.');
	return first === 'where' ? 'of' : ['count', 'at_least', 'at_most', 'every'].includes(first) ? first : 'count';
};

const keysIn = (file: Raw, place: Parameters<typeof thingsOf>[1]) =>
	new Set(thingsOf(file, place).map(({ name }) => name));

function referencesIn(file: Raw): Map<string, ReadonlySet<string>> {
	const lists = {
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
	} as const;
	return new Map(Object.entries(lists).map(([refersTo, place]) => [refersTo, keysIn(file, place)]));
}

function takeTarget(cells: RowCells, thing: Thing, { file, kinds }: SheetContext): void {
	const cell = (name: keyof SimpleTarget) => cells.text(name) ?? '';
	const raw = targetInCells({
		count: cell('count'),
		of: cell('of'),
		at_least: cell('at_least'),
		at_most: cell('at_most'),
		every: cell('every')
	});
	// Empty cells leave the target as it is: a sheet cannot say most targets, and must not lose them.
	if (raw === undefined) return;
	const target = parseTarget(raw);
	const windows = new Set(listAt(thing.value.windows).map((window) => wordAt(rawAt(window).key)));
	const issues = Array.isArray(target)
		? target
		: checkTarget(target, {
				kinds,
				references: referencesIn(file),
				windows,
				triggers: keysIn(file, 'triggers'),
				calendars: keysIn(file, 'calendars')
			});
	for (const { path, code, params } of issues) cells.refuse(columnOf(path), code, params);
	const current = thing.value.target as Target | undefined;
	const isSame =
		current !== undefined && isSameData(simpleTarget(current, kinds), simpleTarget(target as Target, kinds));
	if (issues.length === 0 && !isSame) setFields(thing.value, { target });
}

/** Takes one row into the file. */
export function takeSheetRow(cells: RowCells, context: SheetContext): RowFate | undefined {
	const found = promiseOfRow(cells, context);
	if (!found) return undefined;
	const before = structuredClone(found.thing.value);
	takeTitle(cells, found.thing);
	takeWindows(cells, found.thing);
	takeOwner(cells, found.thing, context);
	takeTarget(cells, found.thing, context);
	if (found.isNew) return 'new';
	return isSameData(before, found.thing.value) ? 'same' : 'changed';
}
