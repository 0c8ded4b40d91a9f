// The words of reports that stand in tables, forms and files.

/** For whom a report is; who may see it follows from it. */
export const readers = ['board', 'assembly', 'group', 'funder', 'public'] as const;
export type Reader = (typeof readers)[number];

/** What owners are asked about: what slips or stands open, what is counted, or everything. The rest is in it all the same. */
export const askChoices = ['slipping', 'counted', 'everything'] as const;
export type AskChoice = (typeof askChoices)[number];

export const outcomeKinds = ['conclusion', 'recommendation'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export const changeKinds = ['prepared', 'changed', 'reminded', 'frozen'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const formats = ['docx', 'xlsx', 'html'] as const;
export type Format = (typeof formats)[number];
export const isFormat = (word: string): word is Format => (formats as readonly string[]).includes(word);
