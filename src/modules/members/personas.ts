// The people that anyone may be in the example, with one click: who they are, and what they come to do.
import type { Localized } from '#platform/localized.ts';

type ExamplePersona = {
	/** The fictional person of the example year with this address. */
	email: string;
	role: Required<Localized>;
	comesTo: Required<Localized>;
};

export const personaKeys = [
	'director',
	'programme-manager',
	'lobbyist',
	'communication-officer',
	'board-member',
	'members-director',
	'members-staff',
	'group-lead',
	'outsider'
] as const;

export type PersonaKey = (typeof personaKeys)[number];

export const examplePersonas: Readonly<Record<PersonaKey, ExamplePersona>> = {
	director: {
		email: 'directeur@voorbeeld.example',
		role: { nl: 'Directeur', en: 'Director' },
		comesTo: {
			nl: 'ziet het jaar op één pagina en beheert Schakel',
			en: 'sees the year on one page and administers Schakel'
		}
	},
	'programme-manager': {
		email: 'programmamanager@voorbeeld.example',
		role: { nl: 'Programmamanager', en: 'Programme manager' },
		comesTo: {
			nl: 'houdt een programma op koers en rapporteert erover',
			en: 'keeps a programme on course and reports on it'
		}
	},
	lobbyist: {
		email: 'lobbyist@voorbeeld.example',
		role: { nl: 'Lobbyist', en: 'Lobbyist' },
		comesTo: { nl: 'leidt werkgroepen en legt bezoeken vast', en: 'runs working groups and records visits' }
	},
	'communication-officer': {
		email: 'communicatie@voorbeeld.example',
		role: { nl: 'Communicatieadviseur', en: 'Communication officer' },
		comesTo: { nl: 'verstuurt nieuwsbrieven en monitors', en: 'sends newsletters and monitors' }
	},
	'board-member': {
		email: 'bestuurslid@voorbeeld.example',
		role: { nl: 'Bestuurslid', en: 'Board member' },
		comesTo: { nl: 'volgt het plan en legt er verantwoording over af', en: 'follows the plan and answers for it' }
	},
	'members-director': {
		email: 'directeur@lid.example',
		role: { nl: 'Directeur van een lid', en: "Member's director" },
		comesTo: { nl: 'ziet wat het lidmaatschap oplevert', en: 'sees what the membership brings' }
	},
	'members-staff': {
		email: 'medewerker@lid.example',
		role: { nl: 'Medewerker van een lid', en: "Member's staff" },
		comesTo: { nl: 'zoekt groepen, bijeenkomsten en collega’s', en: 'looks for groups, events and colleagues' }
	},
	'group-lead': {
		email: 'trekker@ander-lid.example',
		role: { nl: 'Trekker van een groep', en: 'Group lead' },
		comesTo: { nl: 'leidt één groep met zo min mogelijk gedoe', en: 'leads one group with the least fuss' }
	},
	outsider: {
		email: 'buitenstaander@elders.example',
		role: { nl: 'Buitenstaander', en: 'Outsider' },
		comesTo: { nl: 'heeft een naam, maar hoort nergens bij', en: 'has a name, but belongs to nothing' }
	}
};
