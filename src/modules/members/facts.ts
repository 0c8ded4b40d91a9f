// The kinds of fact that members publishes.
import type { FactKind } from '#platform/facts.ts';
import { standings } from './rules.ts';

export const membershipHolds: FactKind = {
	kind: 'membership.holds',
	nature: 'holds',
	one: { nl: 'lidorganisatie', en: 'member organisation' },
	many: { nl: 'lidorganisaties', en: 'member organisations' },
	verb: { nl: 'lid', en: 'in membership' },
	where: { organisation: { column: 'organisation_id', refersTo: 'organisation' } },
	carries: 'the member organisation'
};

export const contactMade: FactKind = {
	kind: 'contact.made',
	nature: 'done',
	one: { nl: 'contact', en: 'contact' },
	many: { nl: 'contacten', en: 'contacts' },
	verb: { nl: 'gelegd', en: 'made' },
	where: {
		organisation: { column: 'organisation_id', refersTo: 'organisation' },
		standing: { column: 'standing', words: standings },
		means: { column: 'mode', words: ['visit', 'call', 'online', 'mail'] }
	},
	carries: 'the organisation that was contacted and the person spoken to'
};
