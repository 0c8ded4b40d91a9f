// Recommendations that became tasks, in words.
import { assigneeWords, standingWords } from '#modules/tasks/labels.ts';
import type { Assignee, TaskState } from '#modules/tasks/words.ts';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';

export type FollowingTask = Assignee & {
	outcomeId: string;
	id: string;
	what: Localized;
	state: TaskState;
	dueOn: Day;
	settledOn: Day | null;
	person: string | null;
	group: Localized | null;
};
export type Offered = Partial<Assignee> & { person?: string; group?: Localized };

/** `Koen Dijkhuis, gedaan op 3 mei 2022` */
export const taskWords = (task: FollowingTask, today: Day, locale: Locale) =>
	`${assigneeWords(task, locale)}, ${standingWords(task, today, locale)}`;
