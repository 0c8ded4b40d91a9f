// The words of reports that stand in tables, forms and files.

/** For whom a report is; who may see it follows from it. */
export const readers = ['board', 'assembly', 'group', 'funder', 'public'] as const;
export type Reader = (typeof readers)[number];

export const outcomeKinds = ['conclusion', 'recommendation'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const changeKinds = ['prepared', 'changed', 'reminded', 'frozen'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const formats = ['docx', 'xlsx', 'html'] as const;
export type Format = (typeof formats)[number];
export const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);
