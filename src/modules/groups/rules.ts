// Who may do what with groups.
import { isBureau, leads, type Actor } from '#platform/actor.ts';

export const mayKeepGroups = (actor: Actor) => isBureau(actor);
/** The bureau, or who leads the group. */
export const mayRunGroup = (actor: Actor, group: { id: string }) => isBureau(actor) || leads(actor, group.id);
