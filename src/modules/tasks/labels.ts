// Words of tasks in the reader's language: for whom they are, and how they stand.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import type { Day } from '#platform/day.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { isLate } from './rules.ts';
import { assigneeText, type Assignee, type TaskRole, type TaskState } from './words.ts';

type Said = Assignee & { person: string | null; group: Localized | null };

const roleWords: Record<TaskRole, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
	bureau: m.tasks_role_bureau,
	board: m.tasks_role_board
};

/** `Fatima (werkgroep integriteit)`, `het bureau`, `werkgroep integriteit`. */
export function assigneeWords({ forPersonId, forRole, person, group }: Said, locale: Locale): string {
	if (forRole) return roleWords[forRole]({}, { locale });
	const ofGroup = group ? say(group, locale) : '';
	if (!forPersonId) return ofGroup;
	const who = person ?? m.tasks_person_erased({}, { locale });
	return ofGroup ? m.tasks_person_of_group({ person: who, group: ofGroup }, { locale }) : who;
}

type Offered = Partial<Assignee> & { person?: string; group?: Localized };

/** What the field "for whom" offers; who is looking is offered as themselves. */
export const assigneeChoices = (offered: readonly Offered[], locale: Locale) =>
	offered.map((one) => ({
		value: assigneeText(one),
		label:
			one.forPersonId && !one.person
				? m.tasks_person_self({}, { locale })
				: assigneeWords(
						{
							forPersonId: one.forPersonId ?? null,
							forGroupId: one.forGroupId ?? null,
							forRole: one.forRole ?? null,
							person: one.person ?? null,
							group: one.group ?? null
						},
						locale
					)
	}));

type Standing = { state: TaskState; dueOn: Day; settledOn: Day | null };

/** `vóór 9 september 2022`, `te laat: 1 augustus 2022`, `gedaan op 3 augustus 2022`. */
export function standingWords(task: Standing, today: Day, locale: Locale): string {
	const { state, dueOn, settledOn } = task;
	if (state === 'done') return m.tasks_done_on({ day: dayText(settledOn ?? dueOn, locale) }, { locale });
	if (state === 'dropped') return m.tasks_dropped_on({ day: dayText(settledOn ?? dueOn, locale) }, { locale });
	return isLate(task, today)
		? m.tasks_late_since({ day: dayText(dueOn, locale) }, { locale })
		: m.tasks_due_by({ day: dayText(dueOn, locale) }, { locale });
}
