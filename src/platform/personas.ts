// Named people for tests and the permission table. Cases of operations refer to what is their own and what is another's by these ids.
import { system, visitor, type Actor } from '#platform/actor.ts';

/** Organisation of the member's staff and the member's representative; a member of the association. */
export const OWN_ORGANISATION = '01900000-0000-7000-8000-00000000a001';
/** Another organisation, of which no persona is part. */
export const OTHER_ORGANISATION = '01900000-0000-7000-8000-00000000a002';
/** An organisation that is no member; the outsider works there. */
export const PARTNER_ORGANISATION = '01900000-0000-7000-8000-00000000a003';
/** A member too; the group lead works there. */
export const NEIGHBOUR_ORGANISATION = '01900000-0000-7000-8000-00000000a004';
/** The group that the group lead leads and that the member's staff is part of. */
export const OWN_GROUP = '01900000-0000-7000-8000-00000000b001';
/** Another group, of which no persona is part. */
export const OTHER_GROUP = '01900000-0000-7000-8000-00000000b002';

/** The member's staff: who looks at a record of `OWN_PERSON` as the member's staff looks at their own. */
export const OWN_PERSON = '01900000-0000-7000-8000-00000000c002';
/** Somebody who is no persona. */
export const OTHER_PERSON = '01900000-0000-7000-8000-00000000c099';

const person = (number: number, name: string, rest: Partial<Actor>): Actor => ({
	kind: 'person',
	personId: `01900000-0000-7000-8000-00000000c0${String(number).padStart(2, '0')}`,
	name,
	roles: [],
	organisations: [],
	groups: [],
	...rest
});

const at = (organisationId: string, role: 'representative' | 'staff', isMember: boolean) => [
	{ organisationId, role, isMember }
];

export const personas = {
	visitor,
	outsider: person(1, 'Otis Outsider', { organisations: at(PARTNER_ORGANISATION, 'staff', false) }),
	"member's staff": person(2, 'Mila Staff', {
		organisations: at(OWN_ORGANISATION, 'staff', true),
		groups: [{ groupId: OWN_GROUP, role: 'member' }]
	}),
	"member's representative": person(3, 'Rosa Representative', {
		organisations: at(OWN_ORGANISATION, 'representative', true)
	}),
	'group lead': person(4, 'Guus Lead', {
		organisations: at(NEIGHBOUR_ORGANISATION, 'staff', true),
		groups: [{ groupId: OWN_GROUP, role: 'lead' }]
	}),
	'board member': person(5, 'Bo Board', { roles: ['board'] }),
	bureau: person(6, 'Bente Bureau', { roles: ['bureau'] }),
	administrator: person(7, 'Ada Administrator', { roles: ['administrator'] }),
	system
} as const satisfies Record<string, Actor>;

export type Persona = keyof typeof personas;
export const personaNames = Object.keys(personas) as Persona[];
