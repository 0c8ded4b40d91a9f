// The kinds of fact that the deliverables publish.
import { standings } from '#modules/members/rules.ts';
import type { FactKind, WhereKey } from '#platform/facts.ts';
import { decisionOutcomes, termKinds } from './words.ts';

const keys = {
	tag: { column: 'tags' },
	group: { column: 'group_id', refersTo: 'group' },
	organisation: { column: 'organisation_id', refersTo: 'organisation' },
	term: { column: 'subject_id', refersTo: 'term' }
} as const satisfies Record<string, WhereKey>;

export const documentDelivered: FactKind = {
	kind: 'document.delivered',
	nature: 'done',
	one: { nl: 'document', en: 'document' },
	many: { nl: 'documenten', en: 'documents' },
	verb: { nl: 'opgeleverd', en: 'delivered' },
	where: {
		...keys,
		document: { column: 'id', refersTo: 'document' },
		event: { column: 'subject_id', refersTo: 'event' }
	},
	carries: 'the group or organisation it is from, and the event or term it is about'
};

export const milestoneReached: FactKind = {
	kind: 'milestone.reached',
	nature: 'done',
	one: { nl: 'mijlpaal', en: 'milestone' },
	many: { nl: 'mijlpalen', en: 'milestones' },
	verb: { nl: 'bereikt', en: 'reached' },
	where: { milestone: { column: 'id', refersTo: 'milestone' }, tag: keys.tag, group: keys.group },
	carries: 'the group whose milestone it is'
};

export const decisionTaken: FactKind = {
	kind: 'decision.taken',
	nature: 'done',
	one: { nl: 'besluit', en: 'decision' },
	many: { nl: 'besluiten', en: 'decisions' },
	verb: { nl: 'genomen', en: 'taken' },
	where: {
		decision: { column: 'id', refersTo: 'decision' },
		outcome: { column: 'role', words: decisionOutcomes },
		group: keys.group
	},
	carries: 'the group that decided'
};

export const termHolds: FactKind = {
	kind: 'term.holds',
	nature: 'holds',
	one: { nl: 'afspraak', en: 'term' },
	many: { nl: 'afspraken', en: 'terms' },
	verb: { nl: 'van kracht', en: 'in force' },
	where: {
		term: keys.term,
		kind: { column: 'role', words: termKinds },
		tag: keys.tag,
		organisation: keys.organisation,
		standing: { column: 'standing', words: standings }
	},
	carries: 'the organisation that holds it, or with which the association agreed it'
};

export const measurementTaken: FactKind = {
	kind: 'measurement.taken',
	nature: 'done',
	one: { nl: 'meting', en: 'measurement' },
	many: { nl: 'metingen', en: 'measurements' },
	verb: { nl: 'gedaan', en: 'taken' },
	where: {
		measurement: { column: 'subject_id', refersTo: 'measurement' },
		organisation: keys.organisation
	},
	unit: { nl: 'waarde', en: 'value' },
	carries: 'the organisation it was taken at, when it was taken at one'
};
