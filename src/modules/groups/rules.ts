// Who may do what with groups.
import { isBureau, isIn, isInside, isSelf, leads, type Actor } from '#platform/actor.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';

type Seen = { id: string; visibility: Visibility };

export const mayKeepGroups = (actor: Actor) => isBureau(actor);
/** The bureau, or who leads the group. */
export const mayRunGroup = (actor: Actor, group: { id: string }) => isBureau(actor) || leads(actor, group.id);
/** Whoever is in it sees it, for whomever it is. */
export const maySeeGroup = (actor: Actor, group: Seen) => maySee(actor, group) || isIn(actor, group.id);
/** That a group exists may be public; who is in it never is. */
export const maySeeGroupPeople = (actor: Actor, group: Seen) =>
	isIn(actor, group.id) || (isInside(actor) && maySee(actor, group));
/** Leaving is one's own decision. */
export const mayEndGroupMembership = (actor: Actor, membership: { groupId: string; personId: string }) =>
	mayRunGroup(actor, { id: membership.groupId }) || isSelf(actor, membership.personId);
