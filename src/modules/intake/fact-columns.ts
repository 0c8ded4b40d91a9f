// The columns of a file with facts: those that every kind has, and those that only some kinds know.
import type { FactKind, WhereKey } from '#platform/facts.ts';

/** What every kind has. What stands in no file is left empty. */
export const plainColumns = [
	'kind',
	'source',
	'external_id',
	'starts_on',
	'ends_on',
	'state',
	'organisation',
	'person',
	'group',
	'series',
	'subject',
	'standing',
	'role',
	'country',
	'mode',
	'tags',
	'quantity',
	'answers',
	'title',
	'title_nl',
	'title_en',
	'visibility',
	'replaces',
	'withdrawn'
] as const;

type Kinds = ReadonlyMap<string, FactKind>;

/** Every name that a column may have: the plain ones, and what the `where` of any kind calls its columns. */
export const knownColumns = (kinds: Kinds): ReadonlySet<string> =>
	new Set([...plainColumns, ...[...kinds.values()].flatMap(({ where }) => Object.keys(where))]);

const isPlain = (name: string) => (plainColumns as readonly string[]).includes(name);

/** What a kind calls some of the columns: `channel` is the subject of an issue, `means` the mode of a contact. */
export const ownColumns = ({ where }: FactKind): [string, WhereKey][] =>
	Object.entries(where).filter(([name]) => !isPlain(name));

/** The words that a column of a kind may hold; undefined when any word will do. */
export const wordsOf = ({ where }: FactKind, column: WhereKey['column']): readonly string[] | undefined =>
	Object.values(where).find((key) => key.column === column)?.words;
