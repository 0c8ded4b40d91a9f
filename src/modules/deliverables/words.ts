// Words of the deliverables that tables, rules, facts and screens share.

/** The kinds of record that this module keeps. */
export const deliverableKinds = ['document', 'milestone', 'decision', 'term', 'measurement'] as const;
export type DeliverableKind = (typeof deliverableKinds)[number];
/** The kind that an address names, if it names one. */
export const deliverableKind = (text: string) => deliverableKinds.find((kind) => kind === text);

/** Who may see what a group may have of its own: documents, milestones, decisions. */
export const deliverableVisibilities = ['public', 'members', 'group', 'bureau'] as const;
export type DeliverableVisibility = (typeof deliverableVisibilities)[number];
/** Terms and measurements are the association's. */
export const plainVisibilities = ['public', 'members', 'bureau'] as const;

export const documentStates = ['planned', 'delivered', 'withdrawn'] as const;
export const milestoneStates = ['planned', 'reached', 'withdrawn'] as const;
export const decisionStates = ['open', 'taken', 'withdrawn'] as const;
export const decisionOutcomes = ['yes', 'no'] as const;

export const termKinds = ['certificate', 'exemption', 'agreement', 'mandate'] as const;
export type TermKind = (typeof termKinds)[number];

/** Months before a term ends on which it is said. */
export const monthsOfWarning = [12, 6, 3, 1] as const;

export const deliverableChanges = [
	'delivered',
	'reached',
	'taken',
	'begun',
	'renewed',
	'ended',
	'postponed',
	'withdrawn',
	'reopened'
] as const;
