// Who may do what with the plan, its promises and their readings.
import { isAdministrator, isBoard, isBureau, isInside, isSelf, type Actor } from '#platform/actor.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';

type PromiseCase = { visibility: Visibility; ownerPersonId: string | null };

export const maySeePlan = (actor: Actor, plan: { visibility: Visibility }) => maySee(actor, plan);
export const maySeePromise = (actor: Actor, promise: Pick<PromiseCase, 'visibility'>) => maySee(actor, promise);
/** The plan is the bureau's to keep; the board adopts it. */
export const mayEditPlan = (actor: Actor) => isBureau(actor);
export const mayAdoptPlan = (actor: Actor) => isBoard(actor) || isAdministrator(actor);
/** Conditions in words are ticked by who answers for the promise, or by the bureau. */
export const mayTick = (actor: Actor, promise: PromiseCase) => isBureau(actor) || isSelf(actor, promise.ownerPersonId);
/** What nothing can count is judged by who answers for it, or by the bureau; and so a computed status is overruled. */
export const mayJudge = mayTick;
export const mayOverrule = mayTick;
/** The whole file carries everything, also what is not public. */
export const mayExportPlan = (actor: Actor) => isBureau(actor) || isBoard(actor);
/** Who changed the plan, when and why, with names: for those inside; that a target was lowered, and why, is for everyone. */
export const maySeeHistory = (actor: Actor) => isInside(actor);
export const maySeeReadings = (actor: Actor) => isInside(actor);
