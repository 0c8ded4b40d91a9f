// A fact from outside as it is kept, and what changed when its source tells it again.
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Visibility } from '#platform/visibility.ts';

export type FactState = 'planned' | 'done';
export type Standing = 'member' | 'partner-of-member' | 'other';

export type FactValues = {
	kind: string;
	startsOn: Day;
	endsOn: Day | null;
	state: FactState;
	organisationId: string | null;
	personId: string | null;
	groupId: string | null;
	/** Of what is joint: the other groups. */
	alsoGroupIds: string[];
	seriesId: string | null;
	subjectId: string | null;
	standing: Standing | null;
	role: string | null;
	country: string | null;
	mode: string | null;
	tags: string[];
	quantity: number | null;
	/** How many answers the quantity is the mean of. */
	answers: number | null;
	title: Localized;
	visibility: Exclude<Visibility, 'sealed'>;
	replacesId: string | null;
};

/** What a row tells of a fact. */
export type Told = {
	values: FactValues;
	/** External id, at the same source, of the fact that this one is about. */
	aboutExternalId: string | null;
};

/** A fact as one row of a file tells it; `told` is null when the row takes it back. */
export type ToldFact = { source: string; externalId: string; told: Told | null };

/**
 * What becomes of a row: a `new` fact, the `same` as before, `corrected`, `withdrawn`, told again after it was withdrawn
 * (`back`), or withdrawn without ever having been told (`nothing`).
 */
export const fates = ['new', 'same', 'corrected', 'withdrawn', 'back', 'nothing'] as const;
export type Fate = (typeof fates)[number];

const columnOf: Record<keyof FactValues, string> = {
	kind: 'kind',
	startsOn: 'starts_on',
	endsOn: 'ends_on',
	state: 'state',
	organisationId: 'organisation',
	personId: 'person',
	groupId: 'group',
	alsoGroupIds: 'group',
	seriesId: 'series',
	subjectId: 'subject',
	standing: 'standing',
	role: 'role',
	country: 'country',
	mode: 'mode',
	tags: 'tags',
	quantity: 'quantity',
	answers: 'answers',
	title: 'title',
	visibility: 'visibility',
	replacesId: 'replaces'
};

/** Columns whose old and new value may stand in the audit trail: they say nothing about a person. */
const tellable = [
	'kind',
	'startsOn',
	'endsOn',
	'state',
	'standing',
	'country',
	'quantity',
	'answers',
	'visibility'
] as const;
const isTellable = (name: keyof FactValues): name is (typeof tellable)[number] =>
	(tellable as readonly string[]).includes(name);

const plain = (value: unknown): string =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? JSON.stringify(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)))
		: JSON.stringify(value ?? null);

const names = Object.keys(columnOf) as (keyof FactValues)[];

const differing = (before: FactValues, after: FactValues) =>
	names.filter((name) => plain(before[name]) !== plain(after[name]));

/** The columns that differ, as files call them. */
export const differences = (before: FactValues, after: FactValues): string[] => [
	...new Set(differing(before, after).map((name) => columnOf[name]))
];

/** `starts_on 2022-03-01 → 2022-03-02; title`, for the audit trail. */
export const differenceInWords = (before: FactValues, after: FactValues): string =>
	[
		...new Set(
			differing(before, after).map((name) =>
				isTellable(name) ? `${columnOf[name]} ${before[name] ?? '–'} → ${after[name] ?? '–'}` : columnOf[name]
			)
		)
	].join('; ');

/** The same for the same fact, however it was written: to find out that a file tells it in two ways. */
export const fingerprint = ({ told }: ToldFact): string =>
	told === null
		? 'withdrawn'
		: [told.aboutExternalId ?? '', ...names.map((name) => plain(told.values[name]))].join('\n');
