// What a fact is, for those who ask questions over facts: the registry's shape, without SQL.
import type { Localized } from '#platform/localized.ts';

/** Columns that a target may filter on; every fact has them all, most of them empty. */
export type FactColumn =
	| 'id'
	| 'organisation_id'
	| 'person_id'
	| 'group_id'
	| 'series_id'
	| 'subject_id'
	| 'standing'
	| 'role'
	| 'country'
	| 'mode'
	| 'tags'
	| 'title';

/** A key that `where` accepts for a kind. `refersTo` names the thing whose key is written in the plan file. */
export type WhereKey = {
	column: FactColumn;
	refersTo?: string;
	words?: readonly string[];
};

export type FactKind = {
	/** `event.done`: things that take place are done, states hold. */
	kind: string;
	/** `done`: counted by day · `holds`: true from a day until a day. */
	nature: 'done' | 'holds';
	/** One, and many, as they stand in a sentence: "bijeenkomst", "bijeenkomsten". */
	one: Required<Localized>;
	many: Required<Localized>;
	/** The verb that closes the sentence: "gehouden", "held". */
	verb: Required<Localized>;
	where: Readonly<Record<string, WhereKey>>;
	/** What `quantity` counts, when it counts something: "deelnemers". */
	unit?: Required<Localized>;
	/** Whose organisation and person the fact carries, for those who read the registry. */
	carries: string;
};
