// One row of a file with facts: what it says, or everything that is wrong with it.
import {
	readDay,
	readNumber,
	readYesNo,
	textOf,
	type Cell,
	type DayForm,
	type DayOrder,
	type Read,
	type Wrong
} from '#platform/cells.ts';
import type { Day } from '#platform/day.ts';
import type { FactKind, WhereKey } from '#platform/facts.ts';
import type { Localized } from '#platform/localized.ts';
import { meant } from '#platform/nearest.ts';
import type { TableRow } from '#platform/table.ts';
import { ownColumns, wordsOf } from './fact-columns.ts';
import type { FactState, Standing, Told, ToldFact } from './reported-fact.ts';

/** What a row may refer to. */
export type Known = {
	kinds: ReadonlyMap<string, FactKind>;
	/** Per kind of thing (`organisation`, `series`, …) the id behind each key. */
	ids: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** The id behind each mail address. */
	people: ReadonlyMap<string, string>;
	today: Day;
	/** For rows that name no source. */
	source: string | undefined;
	dayOrder: DayOrder | undefined;
};

export type ReadRow = { fact?: ToldFact; dayForms: DayForm[]; wrongs: { column: string; wrong: Wrong }[] };

const longest = { id: 200, word: 60, title: 300, tags: 20, groups: 20, answers: 1_000_000_000 };
const control = /\p{Cc}/u;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const standings = ['member', 'partner-of-member', 'other'] as const;
const states = ['planned', 'done'] as const;
const audiences = ['public', 'members', 'organisation', 'group', 'bureau'] as const;

const unknownWord = (word: string, known: Iterable<string>): Wrong => {
	const params = meant(word, known);
	return { code: params.near ? 'intake_issue_unknown_near' : 'intake_issue_unknown', params };
};

/** Reads cells of one row and remembers what is wrong with them. */
class RowReader {
	dayForms: DayForm[] = [];
	wrongs: { column: string; wrong: Wrong }[] = [];
	cells: ReadonlyMap<string, Cell>;
	known: Known;

	constructor(cells: ReadonlyMap<string, Cell>, known: Known) {
		this.cells = cells;
		this.known = known;
	}

	refuse(column: string, code: string, params: Record<string, unknown> = {}): null {
		this.wrongs.push({ column, wrong: { code, params } });
		return null;
	}

	/** The text of a cell of at most `most` characters; null when empty. */
	text(column: string, most = longest.word): string | null {
		const text = textOf(this.cells.get(column));
		if (text === undefined) return this.refuse(column, 'platform_issue_table_no_text');
		if (text.length > most) return this.refuse(column, 'too_big', { origin: 'string', maximum: most });
		if (control.test(text)) return this.refuse(column, 'control_characters');
		return text === '' ? null : text;
	}

	required(column: string, most?: number): string | null {
		const found = this.text(column, most);
		const isRefused = this.wrongs.some((wrong) => wrong.column === column);
		return found ?? (isRefused ? null : this.refuse(column, 'platform_issue_table_needed'));
	}

	read<T>(column: string, text: string | null, how: (text: string) => Read<T>): T | null {
		if (text === null) return null;
		const found = how(text);
		if ('value' in found) return found.value;
		this.wrongs.push({ column, wrong: found.wrong });
		return null;
	}

	day(column: string, text: string | null): Day | null {
		const found = this.read(column, text, (each) => readDay(each, this.known.dayOrder));
		if (found) this.dayForms.push(found.form);
		return found?.day ?? null;
	}

	/** One of the words; any word when there are none to choose from. */
	word<Word extends string>(column: string, words: readonly Word[] | undefined): Word | null {
		const found = this.text(column);
		if (found === null || words === undefined || words.some((word) => word === found)) return found as Word | null;
		this.wrongs.push({ column, wrong: unknownWord(found, words) });
		return null;
	}

	/** The record that a key of this column names. */
	named(column: string, refersTo: string, key: string): string | null {
		const ids = this.known.ids.get(refersTo) ?? new Map<string, string>();
		const found = ids.get(key);
		if (found === undefined) this.wrongs.push({ column, wrong: unknownWord(key, ids.keys()) });
		return found ?? null;
	}

	/** The record behind a key. */
	reference(column: string, refersTo: string): string | null {
		const key = this.text(column);
		return key === null ? null : this.named(column, refersTo, key);
	}

	/** The groups behind one or several keys, the first in front. */
	groups(): string[] {
		const cell = this.cells.get('group') ?? null;
		const keys = Array.isArray(cell) ? cell.map(String) : (this.text('group', longest.id) ?? '').split(/[,;|]/);
		const once = [...new Set(keys.map((key) => key.trim()).filter(Boolean))];
		if (once.length > longest.groups) this.refuse('group', 'intake_issue_groups', { most: longest.groups });
		return once.slice(0, longest.groups).flatMap((key) => this.named('group', 'group', key) ?? []);
	}

	/** A whole number of things, 0 or more. */
	whole(column: string): number | null {
		const found = this.read(column, this.text(column), readNumber);
		const isWhole = found === null || (Number.isInteger(found) && found >= 0 && found <= longest.answers);
		return isWhole ? found : this.refuse(column, 'intake_issue_whole');
	}

	person(): string | null {
		const address = this.text('person', longest.id)?.toLowerCase() ?? null;
		if (address === null) return null;
		return this.known.people.get(address) ?? this.refuse('person', 'intake_issue_person');
	}

	tags(): string[] {
		const cell = this.cells.get('tags') ?? this.cells.get('tag') ?? null;
		const words = Array.isArray(cell) ? cell.map(String) : (textOf(cell) ?? '').split(/[,;|]/);
		const found = [...new Set(words.map((word) => word.trim()).filter(Boolean))].toSorted();
		if (found.length > longest.tags || found.some((word) => word.length > longest.word || control.test(word))) {
			this.refuse('tags', 'intake_issue_tags', { most: longest.tags, length: longest.word });
		}
		return found;
	}

	title(kind: FactKind): Localized {
		const cell = this.cells.get('title');
		const given =
			typeof cell === 'object' && cell !== null && !Array.isArray(cell) ? (cell as Record<string, Cell>) : undefined;
		const texts = given
			? { nl: textOf(given.nl), en: textOf(given.en) }
			: {
					nl: this.text('title_nl', longest.title) ?? this.text('title', longest.title),
					en: this.text('title_en', longest.title)
				};
		const { nl, en } = texts;
		if ([nl, en].some((text) => text && text.length > longest.title)) {
			this.refuse('title', 'too_big', { origin: 'string', maximum: longest.title });
		}
		if ([nl, en].some((text) => text && control.test(text))) this.refuse('title', 'control_characters');
		if (!nl && !en) return kind.one;
		return { ...(nl && { nl }), ...(en && { en }) };
	}
}

/** Where a kind's own column ends up. */
type Own = Partial<Record<WhereKey['column'], string>>;

/** The columns that only this kind knows: `channel`, `event`, `means`. Columns of other kinds must be empty. */
function readOwn(reader: RowReader, kind: FactKind): Own {
	const own: Own = {};
	const names = new Set(['tag', ...ownColumns(kind).map(([name]) => name)]);
	for (const [name, { column, refersTo, words }] of ownColumns(kind)) {
		if (column === 'tags') continue;
		const found = refersTo ? reader.reference(name, refersTo) : reader.word(name, words);
		if (found !== null) own[column] = found;
	}
	const others = new Set([...reader.known.kinds.values()].flatMap((other) => ownColumns(other).map(([name]) => name)));
	for (const name of others) {
		if (!names.has(name) && reader.text(name) !== null)
			reader.refuse(name, 'intake_issue_not_of_kind', { kind: kind.kind });
	}
	return own;
}

/** What it is about: a record by its key, any record by its id, or another fact of the same source by its external id. */
function readSubject(reader: RowReader, own: Own): { subjectId: string | null; aboutExternalId: string | null } {
	if (own.subject_id) return { subjectId: own.subject_id, aboutExternalId: null };
	const told = reader.text('subject', longest.id);
	if (told !== null && uuid.test(told)) return { subjectId: told.toLowerCase(), aboutExternalId: null };
	return { subjectId: null, aboutExternalId: told };
}

function readReplaced(reader: RowReader, own: Own): string | null {
	const told = reader.text('replaces', longest.id);
	if (told === null) return own.id ?? null;
	return uuid.test(told) ? told.toLowerCase() : reader.refuse('replaces', 'intake_issue_replaces');
}

function readDays(reader: RowReader, kind: FactKind) {
	const startsOn = reader.day('starts_on', reader.required('starts_on'));
	const endsOn = reader.day('ends_on', reader.text('ends_on'));
	if (startsOn && endsOn && endsOn < startsOn) reader.refuse('ends_on', 'ends_before_it_starts');
	const holds = kind.nature === 'holds';
	const isFuture = startsOn !== null && startsOn > reader.known.today;
	const told: FactState | null = reader.word('state', states);
	if (told === 'done' && isFuture && !holds) reader.refuse('state', 'intake_issue_done_in_future');
	const state = told ?? (isFuture && !holds ? 'planned' : 'done');
	return { startsOn: startsOn ?? '', endsOn: endsOn ?? (holds ? null : startsOn), state };
}

type Whose = { organisationId: string | null; personId: string | null; groupId: string | null };

/** Who may see it. A fact with a name is the bureau's; one for an organisation or a group names it. */
function readAudience(reader: RowReader, { organisationId, personId, groupId }: Whose) {
	const told = reader.word('visibility', audiences);
	if (personId && told && told !== 'bureau') reader.refuse('visibility', 'intake_issue_named');
	if (told === 'organisation' && !organisationId) reader.refuse('visibility', 'intake_issue_organisation_needed');
	if (told === 'group' && !groupId) reader.refuse('visibility', 'intake_issue_group_needed');
	return told ?? (personId ? 'bureau' : 'members');
}

function readCountry(reader: RowReader): string | null {
	const country = reader.text('country')?.toUpperCase() ?? null;
	return country === null || /^[A-Z]{2}$/.test(country) ? country : reader.refuse('country', 'country');
}

function readTold(reader: RowReader, kind: FactKind): Told {
	const own = readOwn(reader, kind);
	const [groupId, ...alsoGroupIds] = reader.groups();
	const whose = {
		organisationId: reader.reference('organisation', 'organisation'),
		personId: reader.person(),
		groupId: groupId ?? null
	};
	const { subjectId, aboutExternalId } = readSubject(reader, own);
	const quantity = reader.text('quantity');
	return {
		aboutExternalId,
		values: {
			kind: kind.kind,
			...readDays(reader, kind),
			...whose,
			alsoGroupIds,
			seriesId: reader.reference('series', 'series'),
			subjectId,
			standing: reader.word<Standing>('standing', standings),
			role: own.role ?? reader.word('role', wordsOf(kind, 'role')),
			country: readCountry(reader),
			mode: own.mode ?? reader.word('mode', wordsOf(kind, 'mode')),
			tags: reader.tags(),
			quantity: quantity === null ? null : reader.read('quantity', quantity, readNumber),
			answers: reader.whole('answers'),
			title: reader.title(kind),
			visibility: readAudience(reader, whose),
			replacesId: readReplaced(reader, own)
		}
	};
}

function readKind(reader: RowReader): FactKind | undefined {
	const name = reader.required('kind');
	const kind = name === null ? undefined : reader.known.kinds.get(name);
	if (name !== null && !kind) {
		reader.wrongs.push({ column: 'kind', wrong: unknownWord(name, reader.known.kinds.keys()) });
	}
	return kind;
}

/** Reads a row. Of a fact that is taken back only its source and external id matter. */
export function readFact({ cells, wrong }: TableRow, known: Known): ReadRow {
	if (wrong) return { dayForms: [], wrongs: [{ column: '', wrong }] };
	const reader = new RowReader(cells, known);
	const source = reader.text('source') ?? known.source ?? reader.required('source');
	const externalId = reader.required('external_id', longest.id);
	const isWithdrawn = reader.read('withdrawn', reader.text('withdrawn') ?? '', readYesNo);
	const kind = isWithdrawn ? undefined : readKind(reader);
	const told = kind ? readTold(reader, kind) : null;
	const { dayForms, wrongs } = reader;
	if (wrongs.length > 0 || source === null || externalId === null) return { dayForms, wrongs };
	return { fact: { source, externalId, told }, dayForms, wrongs };
}
