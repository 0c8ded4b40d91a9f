// Plan files in and out of real PostgreSQL: nothing is lost, nothing half done, and what changes is remembered.
import { readFile } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { group } from '#modules/groups/server/schema.ts';
import { person } from '#modules/members/server/schema.ts';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { personas } from '#platform/personas.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { factKinds } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { withoutDefaults } from '../plan-file-defaults.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { targetReference } from './links-schema.ts';
import { exportPlan } from './operations/export-plan.ts';
import { importPlan } from './operations/import-plan.ts';
import { promise } from './schema.ts';

const example = await readFile(new URL('../../../../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');
const everything = await readFile(new URL('../plan-file.test-data.yaml', import.meta.url), 'utf8');

const read = (text: string) => {
	const { file, issues } = readPlanFile(text, kindsForTargets(factKinds()));
	if (!file) throw new Invalid(issues);
	return withoutDefaults(file);
};

const taken = async (as: Scene['as'], file: string, why?: string) => importPlan(as('bureau'), { file, why });
const adoption = '  adopted_on: 2029-12-15\n';
/** Taken in by an administrator, who may say in the file that the board adopted it. */
const takenAdopted = async (as: Scene['as'], file: string) => importPlan(as('system'), { file });
const written = async (as: Scene['as'], key: string) => (await exportPlan(as('bureau'), { key })).text;
/** The personas of bureau and administrator as persons of the association, so that rows can refer to them. */
const register = (db: Database) =>
	db.insert(person).values([
		{ id: personas.bureau.personId!, givenName: 'Bente', familyName: 'Bureau' },
		{ id: personas.administrator.personId!, givenName: 'Ada', familyName: 'Administrator' }
	]);

const count = async (db: Database, table: string) =>
	(await rows<{ n: number }>(db, sql`select count(*)::int as n from ${sql.identifier(table)}`))[0]!.n;

story('the real plan of 2022 goes in and comes out without losing anything', async ({ as, db }) => {
	const { outcome } = await taken(as, example);
	expect(outcome).toBe('new');
	const text = await written(as, 'partos-annual-plan-2022');
	expect(read(text)).toEqual(read(example));
	expect(text).toBe(example);
	expect(await count(db, 'promise')).toBe(63 + 106 + 51);
	expect(await count(db, 'condition_in_words')).toBeGreaterThan(34);
});

story('a file that says everything a file can say comes out as it went in, twice over', async ({ as }) => {
	await taken(as, everything);
	const first = await written(as, 'everything');
	const { counts: _counted, ...said } = read(first);
	expect(said).toEqual(read(everything));
	expect((await taken(as, first)).outcome).toBe('same');
	expect(await written(as, 'everything')).toBe(first);
});

story('importing the same file again changes nothing, and every id stays', async ({ as, db }) => {
	await taken(as, everything);
	const ids = await rows(
		db,
		sql`select id from promise union all select id from goal union all select id from theme order by 1`
	);
	expect(await taken(as, everything)).toMatchObject({ outcome: 'same', changes: [] });
	await taken(as, everything.replace('nl: Toezegging', 'nl: Andere toezegging'));
	expect(
		await rows(db, sql`select id from promise union all select id from goal union all select id from theme order by 1`)
	).toEqual(ids);
});

story('a plan that was not adopted follows its file, also where things disappear', async ({ as, db }) => {
	await taken(as, everything);
	const without = everything
		.replace(/ {2}- \{code: C-2.*\n/, '')
		.replace(/ *candidates: .*\n/, '')
		.replace(/ {2}- \{code: C-1.*\n/, '  - {code: C-9, title: {nl: Nieuw}}\n');
	const { outcome, changes } = await taken(as, without);
	expect(outcome).toBe('changed');
	expect(changes.map(({ subject, field }) => `${subject} ${field}`)).toEqual(
		expect.arrayContaining(['A-1-P1 candidates', 'C-9 added', 'plan commitments', 'C-1 removed', 'C-2 removed'])
	);
	expect(await db.select({ code: promise.code }).from(promise).where(eq(promise.kind, 'commitment'))).toEqual([
		{ code: 'C-9' }
	]);
	expect(await count(db, 'plan_change')).toBe(0);
});

const adopted = everything.replace('  visibility: bureau\n', `  visibility: bureau\n${adoption}`);
const lowered = adopted.replace('at_least: 0.8', 'at_least: 0.6');

story('after adoption a change needs a reason, and is kept with who, when, before and after', async ({ as, db }) => {
	await register(db);
	await takenAdopted(as, adopted);
	await expect(taken(as, lowered)).rejects.toMatchObject({ issues: [{ path: 'why', code: 'plan_issue_why_needed' }] });
	await taken(as, lowered, 'Minder leden dan verwacht.');
	const [change, ...others] = await rows<Record<string, unknown>>(
		db,
		sql`select c.subject, c.field, c.why, c.changed_on, c.changed_by_id, p.code, c.before->'all'->5->'at_least' as before, c.after->'all'->5->'at_least' as after
			from plan_change c left join promise p on p.id = c.promise_id`
	);
	expect(change).toEqual({
		subject: 'A-1-O1',
		field: 'target',
		why: 'Minder leden dan verwacht.',
		changed_on: '2022-08-31',
		changed_by_id: personas.bureau.personId,
		code: 'A-1-O1',
		before: 0.8,
		after: 0.6
	});
	expect(others).toEqual([]);
});

story('only who may adopt a plan sets or changes the day of adoption by file', async ({ as, db }) => {
	await register(db);
	const refused = {
		issues: [{ path: 'plan.adopted_on', code: 'plan_issue_adoption_is_the_boards' }]
	};
	await expect(taken(as, adopted)).rejects.toMatchObject(refused);
	expect(await count(db, 'plan')).toBe(0);
	await taken(as, everything);
	await expect(taken(as, adopted)).rejects.toMatchObject(refused);
	await takenAdopted(as, adopted);
	expect((await taken(as, adopted)).outcome).toBe('same');
	expect((await taken(as, everything)).outcome).toBe('same');
	const later = adopted.replace('2029-12-15', '2029-12-16');
	await expect(taken(as, later, 'Een dag later.')).rejects.toMatchObject(refused);
	expect(await written(as, 'everything')).toContain(adoption);
	await importPlan(as('administrator'), { file: later, why: 'Een dag later.' });
	expect(await written(as, 'everything')).toContain('adopted_on: 2029-12-16');
});

story('after adoption a promise is withdrawn with a reason, not left out', async ({ as, db }) => {
	await register(db);
	await takenAdopted(as, adopted);
	const left = adopted.replace(/ {2}- \{code: C-2.*\n/, '');
	await expect(taken(as, left, 'Niet meer nodig.')).rejects.toMatchObject({
		issues: [{ path: 'C-2', code: 'plan_issue_promise_gone', params: { word: 'C-2' } }]
	});
	const withdrawn = adopted.replace(
		'title: {en: Said in passing},',
		'title: {en: Said in passing}, withdrawn: {on: 2030-04-01, why: Niet meer nodig.},'
	);
	expect((await taken(as, withdrawn, 'Niet meer nodig.')).changes).toMatchObject([
		{ subject: 'C-2', field: 'withdrawn' }
	]);
});

story('what happened is not undone by a file that says nothing about it', async ({ as, db }) => {
	await taken(as, example);
	await db.execute(sql`update condition_in_words set met_on = '2022-05-01', met_source = 'notulen' where position = 0`);
	await db.execute(
		sql`update trigger set state = 'fired', state_on = '2022-01-10', why = 'beëdigd' where key = 'new-cabinet'`
	);
	await db.execute(
		sql`update decision set state = 'taken', outcome = 'no', decided_on = '2022-06-15', reasons = 'te duur' where key = 'travel-tender-decision'`
	);
	await db.execute(sql`update plan set adopted_on = '2021-12-01'`);
	expect((await taken(as, example)).outcome).toBe('same');
	const text = await written(as, 'partos-annual-plan-2022');
	expect(text).toContain('adopted_on: 2021-12-01');
	expect(text).toContain('met_source: notulen');
	expect(text).toMatch(/key: new-cabinet\n.*\n.*\n.*\n.*\n.*\n.*\n {4}state: fired\n {4}on: 2022-01-10/);
	expect(text).toContain('state: decided-against\n    on: 2022-06-15\n    why: te duur');
});

/** As merging two groups does it: whatever referred to the one refers to the other. */
async function merge(db: Database, from: string, into: string) {
	const tables = [
		'plan_group',
		'promise_group',
		'target_reference',
		'series',
		'event',
		'channel',
		'document',
		'milestone'
	];
	for (const table of tables) {
		await db.execute(sql`update ${sql.identifier(table)} set group_id = ${into} where group_id = ${from}`);
	}
	await db.delete(group).where(eq(group.id, from));
}

story(
	'a group that gets another key, or is merged, stays behind the targets and links that name it',
	async ({ as, db }) => {
		await taken(as, everything);
		const [others] = await db.select().from(group).where(eq(group.key, 'others'));
		await db.update(group).set({ key: 'the-rest' }).where(eq(group.id, others!.id));
		const [reference] = await db.select().from(targetReference).where(eq(targetReference.groupId, others!.id));
		expect(reference).toMatchObject({ refersTo: 'group', key: 'others' });
		const renamed = await written(as, 'everything');
		expect(renamed).toContain('group: [circle-group, the-rest]');
		expect(renamed).not.toMatch(/\bothers\b/);
		expect((await taken(as, renamed)).outcome).toBe('same');
		const joined = '01900000-0000-7000-8000-0000000000bb';
		await db.insert(group).values({ id: joined, key: 'joined', name: { en: 'Joined' }, kind: 'body' });
		await merge(db, others!.id, joined);
		const merged = await written(as, 'everything');
		expect(merged).toBe(renamed.replaceAll('the-rest', 'joined').replaceAll('en: Others', 'en: Joined'));
	}
);

story('a group that a target names cannot be deleted', async ({ as, db }) => {
	await taken(as, everything);
	await expect(db.delete(group).where(eq(group.key, 'others'))).rejects.toThrow('Failed query');
});

story(
	'a record that only a link names stands in the exported file, so that it can be read again',
	async ({ as, db }) => {
		await taken(as, everything);
		const [made] = await db
			.insert(group)
			.values({ id: '01900000-0000-7000-8000-0000000000aa', key: 'newcomers', name: { nl: 'Nieuw' }, kind: 'network' })
			.returning();
		await db.execute(sql`insert into promise_group (promise_id, group_id, role, position)
		select id, ${made!.id}, 'co-owner', 0 from promise where code = 'C-1'`);
		const text = await written(as, 'everything');
		expect(read(text).groups?.map(({ key }) => key)).toEqual(['circle-group', 'others', 'newcomers']);
		expect((await taken(as, text)).outcome).toBe('same');
	}
);

story('goals that another plan still uses cannot be taken from the framework they share', async ({ as, db }) => {
	await taken(as, everything);
	await taken(as, everything.replace('key: everything', 'key: next-year'));
	const withoutGoal = everything
		.replace('    - {code: G2, key: two, name: {nl: Twee}}\n', '')
		.replaceAll('[G2, G1]', '[G1]')
		.replace('goals: [G2]', 'goals: [G1]');
	await expect(
		db.transaction((tx) => importPlan({ ...as('bureau'), db: tx }, { file: withoutGoal }))
	).rejects.toMatchObject({
		issues: [{ code: 'plan_issue_still_used' }]
	});
	expect(await count(db, 'goal')).toBe(2);
});

story('a file with one mistake is refused, and nothing of it stays', async ({ as, db }) => {
	await expect(
		taken(as, everything.replace('series: circle, group: [circle', 'series: cirkle, group: [circle'))
	).rejects.toMatchObject({
		issues: [
			{
				code: 'plan_issue_unknown_reference',
				params: { word: 'cirkle', near: 'circle', list: 'series', line: 128, column: 27 }
			}
		]
	});
	for (const table of ['plan', 'framework', 'promise', 'series', 'organisation'])
		expect(await count(db, table)).toBe(0);
});

story('an owner must be somebody who is known', async ({ as }) => {
	const id = '01900000-0000-7000-8000-00000000ffff';
	const owned = everything.replace('owner: {role:', `owner: {person: ${id}, role:`);
	await expect(taken(as, owned)).rejects.toMatchObject({
		issues: [{ code: 'plan_issue_unknown_person', params: { word: id } }]
	});
});

story(
	'a member’s staff can neither import nor export; the board can export; a plan that is not there is not found',
	async ({ as }) => {
		await expect(importPlan(as("member's staff"), { file: everything })).rejects.toThrow(Forbidden);
		await taken(as, everything);
		await expect(exportPlan(as("member's staff"), { key: 'everything' })).rejects.toThrow(Forbidden);
		expect((await exportPlan(as('board member'), { key: 'everything' })).text).toContain('format: schakel-plan-1');
		await expect(exportPlan(as('bureau'), { key: 'nothing' })).rejects.toThrow(NotFound);
	}
);
