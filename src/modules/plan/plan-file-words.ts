// Words of the plan that tables, file and rules share.

export const promiseKinds = ['output', 'ambition', 'commitment'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** Where in the plan the promise stands: a column of the activity plan, or only in the running text. */
export const standings = ['output', 'ambition', 'planning', 'text'] as const;
export type StandsIn = (typeof standings)[number];

/** Whether the plan names a link (to a goal, a theme …) itself, or a reader inferred it. */
export const linkBases = ['explicit', 'implied'] as const;
export type LinkBasis = (typeof linkBases)[number];

/** Who may see a promise; the bureau decides. */
export const promiseVisibilities = ['public', 'members', 'bureau'] as const;
export type PromiseVisibility = (typeof promiseVisibilities)[number];

/** Something outside the association (a trigger) or of its own (a decision) that promises wait for. */
export const triggerKinds = ['trigger', 'decision'] as const;
export const triggerStates = ['open', 'fired', 'decided-against'] as const;

/** Things that a plan refers to by key and that are records of other modules, or will be. */
export const recordKinds = [
	'series',
	'event',
	'channel',
	'document',
	'milestone',
	'term',
	'measurement',
	'question'
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a target can refer to. */
export const referenceKinds = ['group', 'organisation', 'decision', 'trigger', ...recordKinds] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** Lines of the document that the plan was taken from, counted from 1, both inclusive. */
export type SourceLines = {
	lines?: [number, number] | undefined;
	/** Where the text stands in pieces. */
	ranges?: [number, number][] | undefined;
	/** Other places that speak of the same. */
	also_lines?: [number, number][] | undefined;
};
