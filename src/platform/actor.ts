// Who is acting. Every operation takes an actor first; what someone may do derives from these roles and ties, never from copies.

/** Given by the association itself. Other rights follow from a person's ties to organisations and groups. */
export type AssociationRole = 'administrator' | 'bureau' | 'board';

/** A tie of the acting person to an organisation, as it holds today. */
export type OrganisationTie = { organisationId: string; role: 'representative' | 'staff'; isMember: boolean };

/** A tie of the acting person to a group, as it holds today. */
export type GroupTie = { groupId: string; role: 'lead' | 'member' };

export type Actor = {
	/** `person` signed in · `visitor` not signed in · `system` a job or a command on the server itself. */
	kind: 'person' | 'visitor' | 'system';
	personId: string | null;
	name: string;
	roles: readonly AssociationRole[];
	organisations: readonly OrganisationTie[];
	groups: readonly GroupTie[];
};

export const visitor: Actor = { kind: 'visitor', personId: null, name: '', roles: [], organisations: [], groups: [] };

/** A job or a command run by whoever runs the server: may do what an administrator may. */
export const system: Actor = {
	kind: 'system',
	personId: null,
	name: 'Schakel',
	roles: ['administrator', 'bureau'],
	organisations: [],
	groups: []
};

const has = (actor: Actor, role: AssociationRole) => actor.roles.includes(role);

export const isAdministrator = (actor: Actor) => has(actor, 'administrator');
/** Bureau staff; administrators are bureau too, so that nobody can lock the bureau out. */
export const isBureau = (actor: Actor) => has(actor, 'bureau') || has(actor, 'administrator');
export const isBoard = (actor: Actor) => has(actor, 'board');
/** Works at an organisation that is a member today. */
export const isOfMember = (actor: Actor) => actor.organisations.some((tie) => tie.isMember);
/** Sees what is for members: members' people, and those who work for or govern the association. */
export const isInside = (actor: Actor) => isBureau(actor) || isBoard(actor) || isOfMember(actor);
export const isOf = (actor: Actor, organisationId: string | null) =>
	organisationId !== null && actor.organisations.some((tie) => tie.organisationId === organisationId);
export const represents = (actor: Actor, organisationId: string | null) =>
	actor.organisations.some((tie) => tie.organisationId === organisationId && tie.role === 'representative');
export const isIn = (actor: Actor, groupId: string | null) =>
	groupId !== null && actor.groups.some((tie) => tie.groupId === groupId);
export const leads = (actor: Actor, groupId: string | null) =>
	actor.groups.some((tie) => tie.groupId === groupId && tie.role === 'lead');
export const isSelf = (actor: Actor, personId: string | null) => personId !== null && actor.personId === personId;

/** For operations that anyone may call, signed in or not. */
export const anyone = () => true;
