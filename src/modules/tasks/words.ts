// Words of tasks that tables, rules and screens share.
export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** The roles of the association that a task may be for. */
export const taskRoles = ['bureau', 'board'] as const;
export type TaskRole = (typeof taskRoles)[number];

export const taskChanges = ['done', 'dropped', 'reopened', 'moved', 'handed-over'] as const;
export type TaskChange = (typeof taskChanges)[number];

/** The lists that the page of tasks has. */
export const taskLists = ['mine', 'ours', 'others', 'settled'] as const;
export type TaskList = (typeof taskLists)[number];

/** For whom a task is: one person, a group or a role; a person beside a group is the one in it who does it. */
export type Assignee = { forPersonId: string | null; forGroupId: string | null; forRole: TaskRole | null };

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const assigneePattern = new RegExp(
	`^(?:role:(${taskRoles.join('|')})|person:(${uuid})|group:(${uuid})(?:/person:(${uuid}))?)$`
);

/** `role:bureau` · `person:…` · `group:…` · `group:…/person:…`: for whom, in one field of a form. */
export function assigneeText({ forPersonId, forGroupId, forRole }: Partial<Assignee>): string {
	if (forRole) return `role:${forRole}`;
	const person = forPersonId ? `person:${forPersonId}` : '';
	return forGroupId ? [`group:${forGroupId}`, person].filter(Boolean).join('/') : person;
}

/** What `assigneeText` made, read back; undefined when it is nothing of the kind. */
export function assigneeOf(text: string): Assignee | undefined {
	const found = assigneePattern.exec(text);
	if (!found) return undefined;
	const [, role, person, group, ofGroup] = found;
	return {
		forPersonId: person ?? ofGroup ?? null,
		forGroupId: group ?? null,
		forRole: taskRoles.find((one) => one === role) ?? null
	};
}
