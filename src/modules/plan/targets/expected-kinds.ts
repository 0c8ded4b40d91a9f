// Kinds of fact that plans speak of, also while the module that publishes them is not installed: a plan may be written before its records.
// What a module declares itself goes before what stands here.
import { standings } from '#modules/members/rules.ts';
import type { FactKind, WhereKey } from '#platform/facts.ts';

const modes = ['physical', 'online', 'hybrid'];
const roles = ['participant', 'speaker', 'organiser'];

const about = {
	series: { column: 'series_id', refersTo: 'series' },
	group: { column: 'group_id', refersTo: 'group' },
	organisation: { column: 'organisation_id', refersTo: 'organisation' },
	event: { column: 'subject_id', refersTo: 'event' },
	tag: { column: 'tags' },
	mode: { column: 'mode', words: modes },
	country: { column: 'country' }
} as const satisfies Record<string, WhereKey>;

const { series, group, organisation, event, tag, mode, country } = about;

const events: FactKind[] = [
	{
		kind: 'event.done',
		nature: 'done',
		one: { nl: 'bijeenkomst', en: 'meeting' },
		many: { nl: 'bijeenkomsten', en: 'meetings' },
		verb: { nl: 'gehouden', en: 'held' },
		where: { series, event: { column: 'id', refersTo: 'event' }, group, organisation, tag, mode, country },
		carries: 'the organisation that held it and the group that met'
	},
	{
		kind: 'event.attended',
		nature: 'done',
		one: { nl: 'deelname', en: 'attendance' },
		many: { nl: 'deelnames', en: 'attendances' },
		verb: { nl: 'geteld', en: 'counted' },
		where: {
			series,
			event,
			group,
			organisation,
			standing: { column: 'standing', words: standings },
			role: { column: 'role', words: roles },
			country,
			mode: { column: 'mode', words: modes }
		},
		unit: { nl: 'deelnemers', en: 'participants' },
		carries: 'the person who attended and the organisation they came from'
	},
	{
		kind: 'event.registered',
		nature: 'done',
		one: { nl: 'aanmelding', en: 'registration' },
		many: { nl: 'aanmeldingen', en: 'registrations' },
		verb: { nl: 'ontvangen', en: 'received' },
		where: { series, event },
		unit: { nl: 'aanmeldingen', en: 'registrations' },
		carries: 'the event registered for'
	}
];

const deliverables: FactKind[] = [
	{
		kind: 'document.delivered',
		nature: 'done',
		one: { nl: 'document', en: 'document' },
		many: { nl: 'documenten', en: 'documents' },
		verb: { nl: 'opgeleverd', en: 'delivered' },
		where: { document: { column: 'id', refersTo: 'document' }, tag, group, event, organisation },
		carries: 'the organisation or group it is from, and the event it reports'
	},
	{
		kind: 'milestone.reached',
		nature: 'done',
		one: { nl: 'mijlpaal', en: 'milestone' },
		many: { nl: 'mijlpalen', en: 'milestones' },
		verb: { nl: 'bereikt', en: 'reached' },
		where: { milestone: { column: 'id', refersTo: 'milestone' }, tag },
		carries: 'nobody'
	},
	{
		kind: 'decision.taken',
		nature: 'done',
		one: { nl: 'besluit', en: 'decision' },
		many: { nl: 'besluiten', en: 'decisions' },
		verb: { nl: 'genomen', en: 'taken' },
		where: { decision: { column: 'id', refersTo: 'decision' } },
		carries: 'nobody'
	},
	{
		kind: 'term.holds',
		nature: 'holds',
		one: { nl: 'afspraak', en: 'term' },
		many: { nl: 'afspraken', en: 'terms' },
		verb: { nl: 'van kracht', en: 'in force' },
		where: {
			term: { column: 'id', refersTo: 'term' },
			kind: { column: 'role', words: ['certificate', 'exemption', 'agreement', 'mandate'] },
			tag,
			organisation
		},
		carries: 'the organisation that holds it, or with which it was agreed'
	}
];

const measurements: FactKind[] = [
	{
		kind: 'measurement.taken',
		nature: 'done',
		one: { nl: 'meting', en: 'measurement' },
		many: { nl: 'metingen', en: 'measurements' },
		verb: { nl: 'gedaan', en: 'taken' },
		where: { measurement: { column: 'subject_id', refersTo: 'measurement' }, organisation },
		unit: { nl: 'waarde', en: 'value' },
		carries: 'the organisation it was taken at, when it was taken at one'
	},
	{
		kind: 'survey.score',
		nature: 'done',
		one: { nl: 'antwoord', en: 'answer' },
		many: { nl: 'antwoorden', en: 'answers' },
		verb: { nl: 'gegeven', en: 'given' },
		where: { question: { column: 'subject_id', refersTo: 'question' } },
		unit: { nl: 'score', en: 'score' },
		carries: 'nobody: answers are sealed'
	}
];

const expected = [...events, ...deliverables, ...measurements];

/** The kinds that a target may name: what the modules publish, and what plans may speak of before they do. */
export const kindsForTargets = (published: ReadonlyMap<string, FactKind>): ReadonlyMap<string, FactKind> =>
	new Map([...expected.map((kind) => [kind.kind, kind] as const), ...published]);
