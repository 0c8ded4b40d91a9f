// Who may do what with deliverables, and what their state allows.
import { isBureau, leads, type Actor } from '#platform/actor.ts';
import { daysBetween, type Day } from '#platform/day.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';
import type { DeliverableKind } from './words.ts';

type OfGroup = { groupId: string | null };
type Seen = { visibility: Visibility; groupId?: string | null };

export const maySeeDeliverable = (actor: Actor, record: Seen) => maySee(actor, record);

/** Documents and milestones: the bureau, or who leads the group they are of. */
export const mayKeepOfGroup = (actor: Actor, record: OfGroup) => isBureau(actor) || leads(actor, record.groupId);
/** Whether there is anything that the actor may keep. */
export const mayKeepSomething = (actor: Actor) => isBureau(actor) || actor.groups.some(({ role }) => role === 'lead');
/** Decisions, terms and measurements are recorded by the bureau, whoever decided, agreed or measured. */
export const mayKeep = (actor: Actor) => isBureau(actor);

export type PromisedKind = 'document' | 'milestone' | 'decision';
export const mayKeepPromised = (actor: Actor, record: OfGroup & { kind: PromisedKind }) =>
	record.kind === 'decision' ? mayKeep(actor) : mayKeepOfGroup(actor, record);

export type PromisedState = 'planned' | 'delivered' | 'reached' | 'open' | 'taken' | 'withdrawn';

/** Why not, as the key of a message; undefined when it can be done. */
type Refusal = string | undefined;

const isOpen = (state: PromisedState) => state === 'planned' || state === 'open';

const onlyOpen = (state: PromisedState): Refusal => {
	if (isOpen(state)) return undefined;
	return state === 'withdrawn' ? 'deliverables_conflict_withdrawn' : 'deliverables_conflict_done';
};

/** Deliver, reach or decide it. */
export const cannotFinish = onlyOpen;
export const cannotPostpone = onlyOpen;
export const cannotWithdraw = onlyOpen;
export const cannotChange = (state: PromisedState): Refusal =>
	state === 'withdrawn' ? 'deliverables_conflict_withdrawn' : undefined;
export const cannotReopen = (state: PromisedState): Refusal =>
	isOpen(state) ? 'deliverables_conflict_open' : undefined;

/** It was due and is not there. */
export const isLate = ({ state, dueOn }: { state: PromisedState; dueOn: Day | null }, today: Day) =>
	isOpen(state) && dueOn !== null && dueOn < today;

/** How many days after it was due it was there; 0 when in time, or not there yet. */
export const daysLate = ({ dueOn, doneOn }: { dueOn: Day | null; doneOn: Day | null }) =>
	dueOn !== null && doneOn !== null && doneOn > dueOn ? daysBetween(dueOn, doneOn) : 0;

/** The day it was first due, of what was put off since. */
export const putOffFrom = ({ dueOn, firstDueOn }: { dueOn: Day | null; firstDueOn: Day | null }) =>
	dueOn !== null && firstDueOn !== null && firstDueOn !== dueOn ? firstDueOn : undefined;

type Period = { startsOn: Day; endsOn: Day | null };

/** Whether a term holds on a day, is still to begin, or has ended; `none` without any period. */
export function standingOfTerm(periods: readonly Period[], today: Day): 'holds' | 'to-begin' | 'ended' | 'none' {
	if (periods.some(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))) return 'holds';
	if (periods.some(({ startsOn }) => startsOn > today)) return 'to-begin';
	return periods.length > 0 ? 'ended' : 'none';
}

/** A period can only be cut short: to make it longer is to renew it. */
export const cannotEnd = (period: Period, endsOn: Day): Refusal => {
	if (endsOn < period.startsOn) return 'deliverables_conflict_ends_before_start';
	return period.endsOn !== null && endsOn >= period.endsOn ? 'deliverables_conflict_not_shorter' : undefined;
};

/** Whether the actor may add one of this kind, of some group or of none. */
export const mayAdd = (actor: Actor, kind: DeliverableKind) =>
	kind === 'document' || kind === 'milestone' ? mayKeepSomething(actor) : mayKeep(actor);
