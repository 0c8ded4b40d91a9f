// The weekly political monitor from recording an issue to fact, reading, evidence and public line; and who sees what of it.
import { expect } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../tests/setup/plan.ts';
import { recordIssue, changeIssue, withdrawIssue } from '#modules/channels/server/operations.ts';
import { channelsByKey } from '#modules/channels/server/public.ts';
import { erasePerson, exportPerson, giveRole } from '#modules/members/server/operations.ts';
import { person } from '#modules/members/server/schema.ts';
import { OTHER_PERSON, type Persona } from '#platform/personas.ts';
import { listReadings } from './operations/list-readings.ts';
import { showAccount } from './operations/show-account.ts';
import { showPromise } from './operations/show-promise.ts';
import { showYear } from './operations/show-year.ts';

const monitor = 'P22-PI-MON-O1';

type As = Scene['as'];

async function withPlan({ as, db }: Scene) {
	const channelId = (await channelsByKey(db)).get('political-monitor')!.id;
	const send = (sentOn: string, state: 'sent' | 'planned' = 'sent') =>
		recordIssue(as('bureau'), { channelId, title: { nl: `Monitor ${sentOn}` }, sentOn, state });
	return { channelId, send };
}

const read = (as: As, who: Persona = 'bureau', today?: string) =>
	showPromise(as(who, today === undefined ? {} : { today }), { code: monitor });

planStory('an issue that is recorded moves the promise, and stands as evidence', async (scene) => {
	const { send } = await withPlan(scene);
	expect(await read(scene.as)).toMatchObject({ reading: '0 / 52', evidence: { total: 0 } });
	await send('2022-08-29');
	const after = await read(scene.as);
	expect(after.reading).toBe('1 / 52');
	expect(after.evidence.facts).toMatchObject([
		{ startsOn: '2022-08-29', state: 'done', title: { nl: 'Monitor 2022-08-29' } }
	]);
	expect(after.strip.done).toEqual(['2022-08-29']);
});

planStory('the same issue stands on the year, and as a line of the public account', async (scene) => {
	const { send } = await withPlan(scene);
	await send('2022-08-29');
	const year = await showYear(scene.as("member's staff"), {});
	const rowsOfYear = year.sections.flatMap((section) => section.activities.flatMap((activity) => activity.rows));
	expect(rowsOfYear.find((row) => row.code === monitor)).toMatchObject({
		reading: '1 / 52',
		strip: { done: ['2022-08-29'] }
	});
	const account = await showAccount(scene.as('visitor'), { section: 'PI', activity: 'P22-PI-MON' });
	expect(account.activity?.rows).toMatchObject([{ code: monitor, reading: '1 / 52' }]);
});

planStory(
	'a promise that the bureau keeps to itself is on no public page, and does not exist for others',
	async (scene) => {
		await scene.db.execute(sql`update promise set visibility = 'bureau' where code = ${monitor}`);
		const account = await showAccount(scene.as('visitor'), {});
		const codes = account.sections.flatMap((section) =>
			section.activities.flatMap((activity) => activity.rows.map((row) => row.code))
		);
		expect(codes).not.toContain(monitor);
		await expect(read(scene.as, "member's staff")).rejects.toThrow(NotFound);
		expect((await read(scene.as)).promise.code).toBe(monitor);
	}
);

planStory('evidence of members only counts for everyone and is listed for members', async (scene) => {
	const { send } = await withPlan(scene);
	await send('2022-08-29');
	await scene.db.execute(sql`update channel set visibility = 'members'`);
	expect((await read(scene.as, 'visitor')).evidence).toMatchObject({ total: 1, visible: 0, facts: [] });
	expect((await read(scene.as, "member's staff")).evidence).toMatchObject({ total: 1, visible: 1 });
});

planStory('a week without an issue is missed, named, and makes the promise fall behind', async (scene) => {
	const { send } = await withPlan(scene);
	for (let ms = Date.parse('2022-01-03'); ms <= Date.parse('2022-08-29'); ms += 7 * 86_400_000) {
		const day = new Date(ms).toISOString().slice(0, 10);
		if (day !== '2022-05-02') await send(day);
	}
	expect(await read(scene.as)).toMatchObject({ status: 'on_track', reading: '34 / 52' });
	expect((await read(scene.as, 'bureau', '2022-09-05')).status).toBe('behind');
	expect((await read(scene.as, 'bureau', '2022-09-05')).why).toContain('week 18');
});

planStory('what is corrected or withdrawn is counted as it now stands', async (scene) => {
	const { send } = await withPlan(scene);
	const { id } = await send('2022-08-29');
	const values = { issueId: id, title: { nl: 'Monitor' }, state: 'planned' as const };
	await changeIssue(scene.as('bureau'), { ...values, sentOn: '2022-09-05' });
	expect(await read(scene.as)).toMatchObject({ reading: '0 / 52', strip: { done: [], planned: ['2022-09-05'] } });
	await withdrawIssue(scene.as('bureau'), { issueId: id });
	expect((await read(scene.as)).evidence.total).toBe(0);
});

planStory('who may not record an issue is refused, and nothing changes', async (scene) => {
	const { channelId } = await withPlan(scene);
	const issue = { channelId, title: { nl: 'Vals' }, sentOn: '2022-08-29' };
	await expect(recordIssue(scene.as("member's staff"), issue)).rejects.toThrow(Forbidden);
	expect((await read(scene.as)).reading).toBe('0 / 52');
});

planStory('readings as data: every promise once, by its code, with both sentences', async (scene) => {
	const readings = await listReadings(scene.as('bureau'), { on: '2022-08-31' });
	expect(readings).toHaveLength(63 + 106 + 51);
	expect(readings.map(({ id }) => id)).toEqual(readings.map(({ id }) => id).toSorted());
	expect(readings.find(({ id }) => id === monitor)).toMatchObject({
		kind: 'output',
		on: '2022-08-31',
		sentence_en: expect.stringContaining('every week'),
		sentence_nl: expect.stringContaining('elke week'),
		value: 0,
		evidence: 0
	});
});

const nameOf = async (db: Database, id: string) =>
	(await rows<{ name: string }>(db, sql`select given_name || family_name as name from person where id = ${id}`))[0]
		?.name;

planStory('erasing a person takes the name away and leaves the count', async ({ as, db }) => {
	await db.execute(sql`update person set email = 'olga@lid.example' where id = ${OTHER_PERSON}`);
	await db.execute(sql`update promise set owner_person_id = ${OTHER_PERSON} where code = ${monitor}`);
	const kept = await exportPerson(as('administrator'), { personId: OTHER_PERSON });
	expect(JSON.stringify(kept)).toContain('olga@lid.example');
	expect(JSON.stringify(kept)).toContain((await read(as)).promise.title.nl);
	await erasePerson(as('administrator'), { personId: OTHER_PERSON });
	expect(await nameOf(db, OTHER_PERSON)).toBe('');
	expect(JSON.stringify(await exportPerson(as('administrator'), { personId: OTHER_PERSON }))).not.toContain(
		'olga@lid.example'
	);
	expect((await read(as)).promise).toMatchObject({ ownerPersonId: null, ownerName: null });
	await expect(erasePerson(as('administrator'), { personId: OTHER_PERSON })).rejects.toThrow(NotFound);
});

story('nobody is erased by who may not, nor the only administrator by anyone', async ({ as, db }) => {
	await db.insert(person).values({ id: OTHER_PERSON, givenName: 'Olga', familyName: 'Ander' });
	await expect(erasePerson(as('bureau'), { personId: OTHER_PERSON })).rejects.toThrow(Forbidden);
	await giveRole(as('administrator'), { personId: OTHER_PERSON, role: 'administrator', startsOn: '2020-01-01' });
	await expect(erasePerson(as('administrator'), { personId: OTHER_PERSON })).rejects.toThrow(Forbidden);
	expect(await nameOf(db, OTHER_PERSON)).toBe('OlgaAnder');
});
