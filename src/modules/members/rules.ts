// Who may do what with organisations and people.
import { isAdministrator, isBureau, isInside, isSelf, represents, type Actor } from '#platform/actor.ts';

/** The member list is public; the register behind it is for the bureau. */
export const mayKeepRegister = (actor: Actor) => isBureau(actor);
export const maySeeOrganisations = () => true;
/** Names of people are for those inside. */
export const maySeePeople = (actor: Actor) => isInside(actor);
/** A person's own data, or the bureau's work. */
export const maySeePersonalData = (actor: Actor, person: { personId: string }) =>
	isSelf(actor, person.personId) || isAdministrator(actor);
export const mayErase = (actor: Actor, person: { isOnlyAdministrator: boolean }) =>
	isAdministrator(actor) && !person.isOnlyAdministrator;
export const mayGiveRoles = (actor: Actor) => isAdministrator(actor);
export const mayEditOrganisation = (actor: Actor, organisation: { id: string }) =>
	isBureau(actor) || represents(actor, organisation.id);
export const mayRecordContact = (actor: Actor) => isBureau(actor);

/** An organisation's standing on a day, for counting "members or their partners". */
export type Standing = 'member' | 'partner-of-member' | 'other';
export const standings = ['member', 'partner-of-member', 'other'] as const;
