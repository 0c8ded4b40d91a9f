// Who may do what with organisations and people.
import { isAdministrator, isBureau, isInside, isOf, isSelf, represents, type Actor } from '#platform/actor.ts';

/** The member list is public; the register behind it is for the bureau. */
export const mayKeepRegister = (actor: Actor) => isBureau(actor);
export const maySeeOrganisations = () => true;
/** Who is or was a member is public; partners, suppliers and others are for those inside. */
export const maySeeOrganisation = (actor: Actor, organisation: { id: string; everMember: boolean }) =>
	organisation.everMember || isInside(actor) || isOf(actor, organisation.id);
/** With whom somebody trades or who funds them, and who spoke with whom: the bureau's work. */
export const maySeeContacts = (actor: Actor) => isBureau(actor);
/** Names of people are for those inside. */
export const maySeePeople = (actor: Actor) => isInside(actor);
/**
 * People of members and of the association are found by those inside; anybody else (who once came to an event) by the
 * bureau only, and by themselves.
 */
export const maySeePerson = (actor: Actor, person: { personId: string; isListed: boolean }) =>
	isBureau(actor) || isSelf(actor, person.personId) || (isInside(actor) && person.isListed);
/** Mail address and telephone. */
export const maySeeAddress = (actor: Actor, person: { personId: string }) =>
	isBureau(actor) || isSelf(actor, person.personId);
/** Whoever changes an administrator's address can sign in as that administrator. */
export const mayChangePerson = (actor: Actor, person: { personId: string; isAdministrator: boolean }) =>
	isSelf(actor, person.personId) || isAdministrator(actor) || (isBureau(actor) && !person.isAdministrator);
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
