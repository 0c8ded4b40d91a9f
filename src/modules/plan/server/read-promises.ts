// The activity plan from tables to plan file: sections, activities, promises with everything they are tied to, planning entries.
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { PromiseKind } from '../plan-file-words.ts';
import type { Target } from '../targets/target.ts';
import { rowsIn } from './read-around.ts';
import type { Named } from './read-named.ts';
import { activity, planningEntry, promise, section } from './schema.ts';
import { sourceIn } from './source-lines.ts';

type Link = { promiseId: string; kind: string; code: string };

/** Every link of the plan's promises, as the code or key of what it is tied to; records are named by their id. */
const linksOf = (db: Database, planId: string) =>
	rows<Link>(
		db,
		sql`select p.id as "promiseId", l.kind, l.code from promise p join (
			select promise_id, 'goals' as kind, x.code, l.position from promise_goal l join goal x on x.id = l.goal_id
			union all select promise_id, 'value_strategies', x.code, l.position from promise_value_strategy l join value_strategy x on x.id = l.value_strategy_id
			union all select promise_id, 'themes', x.code, l.position from promise_theme l join theme x on x.id = l.theme_id
			union all select promise_id, 'sdgs', sdg::text, position from promise_sdg
			union all select promise_id, 'priorities', x.code, l.position from promise_priority l join priority x on x.id = l.priority_id
			union all select promise_id, 'programmes', x.key, l.position from promise_programme l join programme x on x.id = l.programme_id
			union all select promise_id, 'ambiguities', x.code, l.position from promise_ambiguity l join ambiguity x on x.id = l.ambiguity_id
			union all select promise_id, 'terms', plan_record_id::text, position from promise_term
			union all select promise_id, case role when 'partner' then 'partners' else 'co-owner organisations' end, organisation_id::text, position from promise_organisation
			union all select promise_id, case role when 'concerned' then 'groups' else 'co-owner groups' end, group_id::text, position from promise_group
			union all select promise_id, case l.kind when 'serves' then 'serves' else 'same_as' end, x.code, l.position from promise_tie l join promise x on x.id = l.other_id
		) l on l.promise_id = p.id where p.plan_id = ${planId} order by l.position`
	);

type WindowRow = {
	ownerId: string;
	key: string;
	starts_on: string;
	ends_on: string;
	precision: string | null;
	label: unknown;
	slack_days?: number;
};

const windowsOf = (db: Database, planId: string) =>
	rows<WindowRow>(
		db,
		sql`select w.promise_id as "ownerId", w.key, w.starts_on, w.ends_on, w.precision, w.label, w.slack_days
			from promise_window w join promise p on p.id = w.promise_id where p.plan_id = ${planId} order by w.position`
	);

const entryWindowsOf = (db: Database, planId: string) =>
	rows<WindowRow>(
		db,
		sql`select w.planning_entry_id as "ownerId", w.key, w.starts_on, w.ends_on, w.precision, w.label
			from planning_entry_window w join planning_entry e on e.id = w.planning_entry_id where e.plan_id = ${planId} order by w.position`
	);

type ConditionRow = {
	promiseId: string;
	text: unknown;
	met_on: string | null;
	met_by: string | null;
	met_source: string | null;
};

const conditionsOf = (db: Database, planId: string) =>
	rows<ConditionRow>(
		db,
		sql`select c.promise_id as "promiseId", c.text, c.met_on, c.met_by_id as met_by, c.met_source
			from condition_in_words c join promise p on p.id = c.promise_id where p.plan_id = ${planId} order by c.position`
	);

type EntryLink = { entryId: string; kind: 'applies' | 'candidate'; code: string };

const entryLinksOf = (db: Database, planId: string) =>
	rows<EntryLink>(
		db,
		sql`select l.planning_entry_id as "entryId", l.kind, p.code from planning_entry_promise l
			join promise p on p.id = l.promise_id where p.plan_id = ${planId} order by l.position`
	);

/** Rows by the id of what they belong to, in their order. */
function grouped<Row, Shown>(
	found: readonly Row[],
	idOf: (row: Row) => string,
	show: (row: Row) => Shown
): (id: string) => Shown[] {
	const byId = new Map<string, Shown[]>();
	for (const row of found) {
		const id = idOf(row);
		const own = byId.get(id) ?? [];
		own.push(show(row));
		byId.set(id, own);
	}
	return (id) => byId.get(id) ?? [];
}

type Context = { named: Named; targetNow: (promiseId: string, target: Target) => Target };
type Row = typeof promise.$inferSelect;

/** Fields of a promise that are columns of its own. */
function ownFields(row: Row, codes: ReadonlyMap<string, string>, { named, targetNow }: Context) {
	const owner = { role: row.ownerRole, person: row.ownerPersonId };
	return {
		code: row.code,
		title: row.title,
		parent: row.parentId && codes.get(row.parentId),
		activity: row.kind === 'commitment' && row.activityId ? codes.get(row.activityId) : null,
		core_task: named.keyOf(row.coreTaskId),
		stands_in: row.standsIn,
		...sourceIn(row.source),
		figures: row.figures,
		target: row.target && targetNow(row.id, row.target),
		window_basis: row.windowBasis,
		trigger: named.keyOf(row.triggerId),
		owner: owner.role || owner.person ? owner : null,
		link_basis: row.linkBasis,
		visibility: row.visibility,
		note: row.note,
		withdrawn: row.withdrawnOn && { on: row.withdrawnOn, why: row.withdrawnWhy }
	};
}

/** The links of a promise as lists of codes and keys. */
function linkFields(links: readonly Link[], { keyOf }: Named) {
	const of = (kind: string) => links.filter((link) => link.kind === kind).map(({ code }) => code);
	const keys = (kind: string) => of(kind).map((id) => keyOf(id));
	const coOwners = { organisations: keys('co-owner organisations'), groups: keys('co-owner groups') };
	return {
		goals: of('goals'),
		value_strategies: of('value_strategies'),
		themes: of('themes'),
		sdgs: of('sdgs').map(Number),
		priorities: of('priorities'),
		programmes: of('programmes'),
		ambiguities: of('ambiguities'),
		serves: of('serves'),
		same_as: of('same_as'),
		terms: keys('terms'),
		partners: keys('partners'),
		groups: keys('groups'),
		co_owners: coOwners.organisations.length + coOwners.groups.length > 0 ? coOwners : null
	};
}

/** What only one kind of promise may have in the file. */
const notOf: Record<PromiseKind, readonly string[]> = {
	ambition: ['parent', 'activity', 'core_task', 'serves', 'same_as'],
	output: ['activity', 'core_task', 'same_as'],
	commitment: ['parent', 'serves']
};

const omit = (fields: Record<string, unknown>, names: readonly string[]) =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

async function readPlanned(db: Database, planId: string, context: Context) {
	const found = await rowsIn(db, promise, planId);
	const activities = await rowsIn(db, activity, planId);
	const codes = new Map([...found, ...activities].map(({ id, code }) => [id, code]));
	const links = grouped(
		await linksOf(db, planId),
		(link) => link.promiseId,
		(link) => link
	);
	const withoutOwner = ({ ownerId: _owner, ...window }: WindowRow) => window;
	const windows = grouped(await windowsOf(db, planId), (row) => row.ownerId, withoutOwner);
	const conditions = grouped(
		await conditionsOf(db, planId),
		(row) => row.promiseId,
		({ promiseId: _promise, ...condition }) => condition
	);
	return found.map((row) => ({
		row,
		shown: omit(
			{
				...ownFields(row, codes, context),
				...linkFields(links(row.id), context.named),
				conditions: conditions(row.id),
				windows: windows(row.id)
			},
			notOf[row.kind]
		)
	}));
}

async function readEntries(db: Database, planId: string, { keyOf }: Named) {
	const links = grouped(
		await entryLinksOf(db, planId),
		(link) => link.entryId,
		(link) => link
	);
	const windows = grouped(
		await entryWindowsOf(db, planId),
		(row) => row.ownerId,
		({ ownerId: _owner, ...window }) => window
	);
	return (await rowsIn(db, planningEntry, planId)).map((row) => ({
		activityId: row.activityId,
		shown: {
			code: row.code,
			text: row.text,
			...sourceIn(row.source),
			figures: row.figures,
			windows: windows(row.id),
			trigger: keyOf(row.triggerId),
			applies_to: links(row.id)
				.filter(({ kind }) => kind === 'applies')
				.map(({ code }) => code),
			candidates: links(row.id)
				.filter(({ kind }) => kind === 'candidate')
				.map(({ code }) => code),
			confidence: row.confidence
		}
	}));
}

/** The activity plan, and the commitments that stand only in the text. */
export async function readSections(db: Database, planId: string, context: Context) {
	const promises = await readPlanned(db, planId, context);
	const entries = await readEntries(db, planId, context.named);
	const activities = await rowsIn(db, activity, planId);
	const of = (kind: PromiseKind, activityId: string) =>
		promises.filter(({ row }) => row.kind === kind && row.activityId === activityId).map(({ shown }) => shown);
	const sections = (await rowsIn(db, section, planId)).map((row) => ({
		code: row.code,
		title: row.title,
		core_task: context.named.keyOf(row.coreTaskId),
		...sourceIn(row.source),
		activities: activities
			.filter(({ sectionId }) => sectionId === row.id)
			.map((one) => ({
				code: one.code,
				title: one.title,
				addition: one.addition,
				...sourceIn(one.source),
				ambitions: of('ambition', one.id),
				outputs: of('output', one.id),
				planning: entries.filter(({ activityId }) => activityId === one.id).map(({ shown }) => shown)
			}))
	}));
	const commitments = promises.filter(({ row }) => row.kind === 'commitment').map(({ shown }) => shown);
	return { sections, commitments };
}
