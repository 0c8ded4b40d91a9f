// For each address with parameters: queries that find them in the example year, with a column per parameter. An address that
// shows different things has a sample of each, by its name.

type Samples = Readonly<Record<string, string>>;

const monitor = { 'the monitor': "select id from channel where key = 'political-monitor'" };

const promise = {
	'the monitor': `select s.code as section, a.code as activity, p.code from promise p
		join activity a on a.id = p.activity_id join section s on s.id = a.section_id where p.code = 'P22-PI-MON-O1'`
};

const events = Object.fromEntries(
	['done', 'planned'].map((state) => [
		state,
		`select id from event where state = '${state}' and host = 'ours' and visibility = 'members' order by starts_on, title->>'nl', id limit 1`
	])
);
const aPlan = { 'the plan': 'select key as plan from plan order by key limit 1' };
const aSeries = { 'a series': 'select id from series order by key limit 1' };

const aMember = {
	'a member':
		'select organisation_id as id from membership where ends_on is null order by starts_on, organisation_id limit 1'
};

const aGroup = { 'a group': `select id from "group" where visibility = 'members' order by key limit 1` };
const aPerson = { 'of a member': "select id from person where email = 'medewerker@lid.example'" };

const deliverableTables = {
	document: 'document',
	milestone: 'milestone',
	decision: 'decision',
	term: 'term',
	measurement: 'measured_thing'
};
const deliverables = Object.fromEntries(
	Object.entries(deliverableTables).map(([kind, table]) => [
		kind,
		`select '${kind}' as kind, id from ${table} order by key limit 1`
	])
);

const reports = {
	frozen: "select id from report where key = 'activities-2022-07-31'",
	'in preparation': "select id from report where key = 'plan-2022-08-31'"
};
const preparing = { 'in preparation': reports['in preparation'] };

export const routeSamples: Readonly<Record<string, Samples>> = {
	'/activities/[code]': { 'the monitor': "select code from activity where code = 'P22-PI-MON'" },
	'/agenda/[id]': events,
	'/agenda/[id]/attendance': { done: events.done! },
	'/agenda/[id]/change': events,
	'/channels/[id]': monitor,
	'/channels/[id]/issues/[issue]': {
		'the monitor': `select c.id, i.id as issue from channel c join issue i on i.channel_id = c.id
			where c.key = 'political-monitor' order by i.sent_on limit 1`
	},
	'/deliverables/[kind]': deliverables,
	'/deliverables/[kind]/[id]': deliverables,
	'/deliverables/[kind]/[id]/change': deliverables,
	'/deliverables/[kind]/new': deliverables,
	'/facts/[id]': { 'a reported one': 'select id from reported_fact order by starts_on, id limit 1' },
	'/goals/[code]': { 'the first': 'select code from goal order by position limit 1' },
	'/groups/[id]': aGroup,
	'/groups/[id]/change': aGroup,
	'/intake/[id]': { 'that is open': "select id from suggestion where state = 'open' order by happened_on, id limit 1" },
	'/organisations/[id]': aMember,
	'/organisations/[id]/change': aMember,
	'/people/[id]': aPerson,
	'/people/[id]/change': aPerson,
	'/people/[id]/data': aPerson,
	'/people/[id]/erase': aPerson,
	'/plan-file/[key]': { 'the plan': 'select key from plan order by key limit 1' },
	'/plan/[section]': promise,
	'/plan/[section]/[activity]': promise,
	'/plans/[plan]': aPlan,
	'/plans/[plan]/[place]': {
		activities: "select key as plan, 'sections' as place from plan order by key limit 1",
		commitments: "select key as plan, 'commitments' as place from plan order by key limit 1",
		'the framework': "select key as plan, 'about_framework' as place from plan order by key limit 1",
		'the plan itself': "select key as plan, 'about_plan' as place from plan order by key limit 1",
		words: "select key as plan, 'reading_words' as place from plan order by key limit 1"
	},
	'/plans/[plan]/[place]/[name]': {
		'an activity': `select p.key as plan, 'activities' as place, a.code as name from activity a join plan p on p.id = a.plan_id where a.code = 'P22-PI-MON'`,
		'a chapter': `select p.key as plan, 'chapters' as place, c.number::text as name from chapter c join plan p on p.id = c.plan_id order by c.number limit 1`,
		'a passage':
			"select key as plan, 'passages' as place, '1.chapter-4-questions' as name from plan order by key limit 1",
		'a programme': `select p.key as plan, 'programmes' as place, r.key as name from programme r join plan p on p.id = r.plan_id where r.details ? 'facts' order by r.position limit 1`,
		'a priority': `select p.key as plan, 'priorities' as place, r.code as name from priority r join plan p on p.id = r.plan_id order by r.position limit 1`
	},
	'/plans/[plan]/[place]/new': {
		'a goal': "select key as plan, 'goals' as place from plan order by key limit 1",
		'a series': "select key as plan, 'series' as place from plan order by key limit 1",
		'a link': "select key as plan, 'links' as place from plan order by key limit 1"
	},
	'/plans/[plan]/compare': aPlan,
	'/plans/[plan]/sheet': aPlan,
	'/plans/[plan]/sheet/[format]': {
		csv: "select key as plan, 'csv' as format from plan order by key limit 1",
		workbook: "select key as plan, 'xlsx' as format from plan order by key limit 1"
	},
	'/plans/[plan]/versions/[version]': {
		'the first': `select p.key as plan, v.id as version from plan_version v join plan p on p.id = v.plan_id order by v.made_at limit 1`
	},
	'/plans/[plan]/promises/[code]': {
		'the monitor': `select p.key as plan, r.code from promise r join plan p on p.id = r.plan_id where r.code = 'P22-PI-MON-O1'`
	},
	'/plans/[plan]/promises/new': aPlan,
	'/plans/[plan]/target': aPlan,
	'/priorities/[code]': { 'the first': 'select code from priority order by position limit 1' },
	'/promises/[code]': promise,
	'/reports/[id]': reports,
	'/reports/[id]/change': preparing,
	'/reports/[id]/comments': preparing,
	'/reports/[id]/file/[format]': {
		Word: `select id, 'docx' as format from report where key = 'activities-2022-07-31'`,
		spreadsheet: `select id, 'xlsx' as format from report where key = 'activities-2022-07-31'`,
		'web page': `select id, 'html' as format from report where key = 'activities-2022-07-31'`
	},
	'/reports/[id]/promises/[code]': {
		'a corrected one': `select id, 'P22-LI-COM-O1b' as code from report where key = 'activities-2022-02-28'`
	},
	'/record/[deed]': Object.fromEntries(
		['event', 'attendance', 'contact', 'issue', 'document'].map((deed) => [deed, `select '${deed}' as deed`])
	),
	'/sdgs/[code]': { 'peace and justice': "select '16' as code" },
	'/series/[id]': aSeries,
	'/series/[id]/change': aSeries,
	'/tasks/[id]': { 'a task': 'select id from task order by due_on, id limit 1' }
};

/** What the table says of an address with parameters and without a sample; its page then fails in the journeys. */
const missing = 'give a sample in scripts/docs/route-samples.ts';

/** Names of the samples of an address; one without a name for an address without parameters. */
export const sampleNames = (path: string): string[] =>
	path.includes('[') ? Object.keys(routeSamples[path] ?? { [missing]: '' }) : [''];
