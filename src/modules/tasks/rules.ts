// Who may give tasks, see them and do something with them, and what their state allows.
import { isBoard, isBureau, isIn, isInside, isSelf, leads, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Assignee, TaskState } from './words.ts';

export type TaskCase = Assignee & { madeById: string | null };

const hasRole = (actor: Actor, { forRole }: Assignee) =>
	forRole !== null && (actor.roles.includes(forRole) || (forRole === 'bureau' && isBureau(actor)));

/** The bureau and the board give tasks to anybody, who leads a group to that group, everyone inside to themselves. */
export const mayGiveTask = (actor: Actor, to: Assignee) =>
	isBureau(actor) ||
	isBoard(actor) ||
	(to.forGroupId !== null && leads(actor, to.forGroupId)) ||
	(to.forGroupId === null && isInside(actor) && isSelf(actor, to.forPersonId));

/** Whether there is anybody that the actor may give a task to. */
export const mayGiveSomeTask = (actor: Actor) => isInside(actor) || actor.groups.some(({ role }) => role === 'lead');

/** It is for the actor: in person, by a group or by a role. */
export const isFor = (actor: Actor, task: Assignee) =>
	isSelf(actor, task.forPersonId) || isIn(actor, task.forGroupId) || hasRole(actor, task);

export const maySeeTask = (actor: Actor, task: TaskCase) =>
	isBureau(actor) || isSelf(actor, task.madeById) || isFor(actor, task);

/** Finish it, drop it, put it off, hand it over: who does it, who gave it, who leads the group, and the bureau. */
export const mayKeepTask = (actor: Actor, task: TaskCase) =>
	isBureau(actor) ||
	isSelf(actor, task.madeById) ||
	isSelf(actor, task.forPersonId) ||
	leads(actor, task.forGroupId) ||
	(task.forPersonId === null && isFor(actor, task));

/** Why not, as the key of a message; undefined when it can be done. */
type Refusal = string | undefined;

export const cannotSettle = (state: TaskState): Refusal => (state === 'open' ? undefined : 'tasks_conflict_settled');
export const cannotReopen = (state: TaskState): Refusal => (state === 'open' ? 'tasks_conflict_open' : undefined);

export const isLate = ({ state, dueOn }: { state: TaskState; dueOn: Day }, today: Day) =>
	state === 'open' && dueOn < today;
