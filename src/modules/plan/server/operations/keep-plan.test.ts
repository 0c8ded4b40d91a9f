// Keeping a plan: what stands around the promises is changed in its forms, the board adopts, versions are compared, and what was lowered stays in sight.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { adoptPlan } from './adopt-plan.ts';
import { changePromise, withdrawPromise } from './change-promise.ts';
import { addThing, changeThing, moveThing, removeThing, withdrawActivity } from './change-thing.ts';
import { exportPlan } from './export-plan.ts';
import { importPlan } from './import-plan.ts';
import { showAccount } from './show-account.ts';
import { showHistory } from './show-history.ts';
import { showPlan } from './show-plan.ts';
import { showPromise } from './show-promise.ts';
import { showPromiseForm } from './show-promise-form.ts';
import { showList, showThing } from './show-things.ts';
import { showYear } from './show-year.ts';
import { compareVersions, exportVersion, nameVersion } from './versions.ts';
import type { EditablePlace } from '../../editable.ts';
import { sentBack } from '../../shown-fields.ts';

const plan = 'partos-annual-plan-2022';
const code = 'P22-PI-MON-O1';
const board = { on: '2021-12-13', note: 'Bestuur van 13 december' };

/** A thing's form sent back with other fields. */
async function fieldsOf({ as }: Scene, place: EditablePlace, name: string) {
	const { fields } = await showThing(as('bureau'), { plan, place, name });
	return sentBack(fields);
}

async function lower({ as }: Scene, number: string, why: string, today = '2022-05-03') {
	const { start } = await showPromiseForm(as('bureau'), { plan, code });
	const target = { ...start.target, parts: [{ ...start.target.parts[0], number }] };
	await changePromise(as('bureau', { today }), { plan, code, ...start, target, why });
}

planStory('a goal is added, moved and taken out; what a promise names stays', async (scene) => {
	const { as } = scene;
	const goal = { plan, place: 'goals' as const, name: 'G99' };
	await addThing(as('bureau'), { ...goal, fields: { key: 'peace', name: { nl: 'Vrede', en: '' } } });
	await moveThing(as('bureau'), { ...goal, way: 'up' });
	const { things } = await showList(as('bureau'), { plan, place: 'goals' });
	expect(things.at(-2)).toMatchObject({ name: 'G99', title: 'Vrede' });
	await expect(addThing(as('bureau'), { ...goal, fields: {} })).rejects.toMatchObject({
		issues: [{ path: 'name', code: 'plan_issue_duplicate' }]
	});
	await removeThing(as('bureau'), goal);
	await expect(removeThing(as('bureau'), { ...goal, name: 'G1' })).rejects.toMatchObject({
		issues: expect.arrayContaining([expect.objectContaining({ code: 'plan_issue_named_elsewhere' })])
	});
	await expect(removeThing(as('bureau'), { plan, place: 'activities', name: 'P22-PI-MON' })).rejects.toThrow(
		new Conflict('plan_conflict_not_empty')
	);
});

planStory('what is wrong in a thing is told beside its field', async (scene) => {
	const period = { plan, place: 'periods' as const, name: 'proef' };
	const days = { starts_on: '2022-05-02', ends_on: '2022-05-01' };
	await expect(addThing(scene.as('bureau'), { ...period, fields: days })).rejects.toMatchObject({
		issues: [{ path: 'fields.ends_on', code: 'plan_issue_ends_before_start' }]
	});
	await expect(addThing(scene.as('bureau'), { ...period, name: 'Geen sleutel', fields: days })).rejects.toBeInstanceOf(
		Invalid
	);
});

planStory('the board adopts; from then on every change says why, and the plan as adopted is kept', async (scene) => {
	const { as } = scene;
	await expect(adoptPlan(as('bureau'), { plan, ...board })).rejects.toThrow(Forbidden);
	await adoptPlan(as('board member', { today: '2021-12-13' }), { plan, ...board });
	await expect(adoptPlan(as('board member'), { plan, ...board })).rejects.toThrow(Conflict);
	const fields = { ...(await fieldsOf(scene, 'activities', 'P22-PI-MON')), title: { nl: 'Anders' } };
	const change = { plan, place: 'activities' as const, name: 'P22-PI-MON', fields };
	await expect(changeThing(as('bureau'), change)).rejects.toMatchObject({ issues: [{ path: 'why' }] });
	await changeThing(as('bureau', { today: '2022-02-01' }), { ...change, why: 'Duidelijker' });
	const shown = await showPlan(as('bureau'), { plan });
	expect(shown.versions).toMatchObject([{ name: 'Vastgesteld op 13 december 2021', on: '2021-12-13' }]);
	const inEnglish = await showPlan(as('bureau', { locale: 'en' }), { plan });
	expect(inEnglish.versions).toMatchObject([{ name: 'Adopted on 13 December 2021' }]);
	expect(shown.deeds).toMatchObject([
		{ on: '2022-02-01', why: 'Duidelijker', changes: [{ subject: 'Anders', what: 'Titel', after: 'Anders' }] },
		{ why: board.note, changes: [{ what: 'Vastgesteld' }] }
	]);
});

planStory('a lowered target is seen as lowered by everyone, until it asks as much again', async (scene) => {
	const { as } = scene;
	await adoptPlan(as('board member', { today: '2021-12-13' }), { plan, ...board });
	await lower(scene, '40', 'In de zomer is er geen Kamernieuws.');
	await lower(scene, '45', 'Iets minder streng.', '2022-06-01');
	const lowered = { from: 52, to: 45, on: '2022-05-03', why: 'In de zomer is er geen Kamernieuws.' };
	expect((await showPromise(as('bureau'), { code })).lowered).toMatchObject(lowered);
	expect((await showPromise(as('visitor'), { code })).lowered).toEqual({ ...lowered, by: null });
	const year = await showYear(as("member's staff"), {});
	const row = year.sections
		.flatMap(({ activities }) => activities.flatMap(({ rows: own }) => own))
		.find((one) => one.code === code);
	expect(row?.lowered).toMatchObject(lowered);
	const { details } = await showAccount(as('visitor'), { section: 'PI', activity: 'P22-PI-MON' });
	expect(details?.promises.find((one) => one.code === code)?.lowered).toEqual({ ...lowered, by: null });
	const history = await showHistory(as("member's staff"), { code });
	expect(history.map(({ on, changes }) => [on, changes[0]?.what])).toEqual([
		['2022-06-01', 'Streefwaarde'],
		['2022-05-03', 'Streefwaarde']
	]);
	expect(history[1]?.changes[0]?.before).toMatch(/52/);
	await expect(showHistory(as('visitor'), { code })).rejects.toThrow(Forbidden);
	await lower(scene, '52', 'Toch alle weken.', '2022-07-01');
	expect((await showPromise(as('bureau'), { code })).lowered).toBeUndefined();
});

planStory('what is withdrawn leaves the totals and stays in sight', async (scene) => {
	const { as } = scene;
	const total = (counts: Record<string, number | undefined>) =>
		Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
	const before = total((await showYear(as('bureau'), {})).outputs);
	await withdrawPromise(as('bureau'), { plan, code, on: '2022-06-01', why: 'De Kamer doet het zelf.' });
	const year = await showYear(as('bureau'), {});
	expect(total(year.outputs)).toBe(before - 1);
	const all = year.sections.flatMap(({ activities }) => activities.flatMap(({ rows: own }) => own));
	expect(all.find((one) => one.code === code)).toMatchObject({
		status: 'lapsed',
		withdrawn: { on: '2022-06-01', why: 'De Kamer doet het zelf.' }
	});
	await withdrawActivity(as('bureau'), { plan, name: 'P22-PI-NET', on: '2022-06-01', why: 'Geen geld.' });
	expect(
		await rows(
			scene.db,
			sql`select count(*) filter (where withdrawn_on is null)::int as left from promise p join activity a on a.id = p.activity_id where a.code = 'P22-PI-NET' and p.kind <> 'commitment'`
		)
	).toEqual([{ left: 0 }]);
});

planStory('a version is the whole file as it stood, and what changed since is told per activity', async (scene) => {
	const { as } = scene;
	const { text: asItStood } = await exportPlan(as('bureau'), { key: plan });
	const { id } = await nameVersion(as('bureau'), { plan, name: 'Eerste concept' });
	await expect(nameVersion(as('bureau'), { plan, name: 'Eerste concept' })).rejects.toMatchObject({
		issues: [{ path: 'name', code: 'plan_issue_version_name' }]
	});
	await lower(scene, '40', '');
	expect((await exportVersion(as('bureau'), { plan, version: id })).file).toBe(asItStood);
	const { groups } = await compareVersions(as('board member', { locale: 'en' }), { plan, from: id, to: 'today' });
	expect(groups).toMatchObject([{ code: 'P22-PI-MON', changes: [{ code, what: 'Target' }] }]);
	expect(groups[0]?.changes[0]?.before).toMatch(/52 issues/);
	expect(groups[0]?.changes[0]?.after).toMatch(/40 issues/);
	expect((await compareVersions(as('bureau'), { plan, from: id, to: id })).groups).toEqual([]);
	await expect(compareVersions(as("member's staff"), { plan })).rejects.toThrow(Forbidden);
});

planStory('when one language changes the other is marked as older, until it is written anew', async (scene) => {
	const { as } = scene;
	const rename = async (title: { nl?: string; en?: string }) => {
		const { start } = await showPromiseForm(as('bureau'), { plan, code });
		const { nl, en } = start.title;
		await changePromise(as('bureau'), { plan, code, ...start, title: { nl, en, ...title } });
		return (await showPromise(as('bureau'), { code })).promise.title;
	};
	const dutch = await rename({ nl: 'Elke week een monitor' });
	expect(dutch).toMatchObject({ nl: 'Elke week een monitor', older: 'en' });
	const { text: file } = await exportPlan(as('bureau'), { key: plan });
	expect((await importPlan(as('bureau'), { file })).outcome).toBe('same');
	expect(await rename({ en: 'A monitor every week' })).toEqual({
		nl: 'Elke week een monitor',
		en: 'A monitor every week'
	});
});
