// Who may do what in the agenda, and what the state of an event allows.
import { isBureau, leads, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';
import type { EventState } from './words.ts';

type OfGroup = { groupId: string | null };
type SeriesCase = OfGroup & { visibility: Visibility };
/** The group that organises it and the groups that organise along. */
type Organised = OfGroup & { alsoGroupIds: readonly string[] };
type EventCase = Organised & { visibility: Visibility };

const groupsOf = ({ groupId, alsoGroupIds }: Organised) => [groupId, ...alsoGroupIds];

export const mayKeepSeries = (actor: Actor) => isBureau(actor);
export const maySeeSeries = (actor: Actor, series: SeriesCase) => maySee(actor, series);

export const maySeeEvent = (actor: Actor, event: EventCase) => maySee(actor, event);
/** The bureau, or who leads the group it is for; within a series only in one's own group's. */
export const mayPlanEvent = (actor: Actor, { groupId, series }: OfGroup & { series: OfGroup | null }) =>
	isBureau(actor) || (leads(actor, groupId) && (series === null || leads(actor, series.groupId)));
/** Whether there is anything that the actor may plan. */
export const mayPlanSomewhere = (actor: Actor) => isBureau(actor) || actor.groups.some(({ role }) => role === 'lead');
/** Change, move, cancel, close, record who was there: the bureau, or who leads one of the groups that organise. */
export const mayRunEvent = (actor: Actor, event: Organised) =>
	isBureau(actor) || groupsOf(event).some((groupId) => leads(actor, groupId));
/** Who was there by name; others see how many. */
export const maySeeNames = mayRunEvent;

type Standing = { state: EventState; startsOn: Day | null; endsOn: Day | null };

/** Why not, as the key of a message; undefined when it can be done. */
type Refusal = string | undefined;

const onlyPlanned = ({ state }: Standing): Refusal =>
	state === 'planned' ? undefined : state === 'done' ? 'agenda_conflict_done' : 'agenda_conflict_cancelled';

export const cannotChange = ({ state }: Standing): Refusal =>
	state === 'cancelled' ? 'agenda_conflict_cancelled' : undefined;
/** Also to give a day to an event that had none. */
export const cannotMove = onlyPlanned;
export const cannotCancel = onlyPlanned;
/** From its last day on. */
export const cannotClose = (event: Standing, today: Day): Refusal =>
	onlyPlanned(event) ??
	(event.endsOn === null ? 'agenda_conflict_no_day' : event.endsOn > today ? 'agenda_conflict_not_yet' : undefined);
export const cannotReopen = ({ state }: Standing): Refusal =>
	state === 'planned' ? 'agenda_conflict_planned' : undefined;
/** From its first day on; before that people register. */
export const cannotRecordAttendance = (event: Standing, today: Day): Refusal =>
	cannotChange(event) ??
	(event.startsOn === null ? 'agenda_conflict_no_day' : event.startsOn > today ? 'agenda_conflict_not_yet' : undefined);
export const cannotRecordRegistrations = cannotChange;

/** It has passed and nobody said whether it was held: it counts as neither done nor planned. */
export const isToRoundOff = ({ state, endsOn }: Standing, today: Day) =>
	state === 'planned' && endsOn !== null && endsOn < today;
