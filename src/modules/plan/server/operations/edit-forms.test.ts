// Every form of the plan: sent back as it is it changes nothing, and what is filled in comes into the plan where it belongs.
import { expect } from 'vitest';
import { Conflict, NotFound } from '#platform/errors.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { everything } from '../../../../../tests/setup/plan-files.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { editablePlaces, type EditablePlace } from '../../editable.ts';
import { isSingle } from '../../edit-places.ts';
import { promiseIn, promisePlaces, thingOf, thingsOf } from '../../plan-places.ts';
import { rawAt, type Raw } from '../../plan-file-names.ts';
import { sentBack } from '../../shown-fields.ts';
import { planForEdit } from '../edit-plan.ts';
import { planByKey } from '../plan-export.ts';
import { changePromise } from './change-promise.ts';
import { addThing, changeThing, removeThing } from './change-thing.ts';
import { exportPlan } from './export-plan.ts';
import { importPlan } from './import-plan.ts';
import { showList, showThing } from './show-things.ts';
import { showPromiseForm } from './show-promise-form.ts';
import { compareVersions, nameVersion } from './versions.ts';

const plan = 'everything';
const realPlan = 'partos-annual-plan-2022';

async function withPlan({ as, db }: Scene, file: string) {
	await writeRegister(db);
	return (await importPlan(as('bureau'), { file })).key;
}

const fileOf = async ({ db }: Scene, key = plan) => planForEdit(db, (await planByKey(db, key))!.id);

async function formOf({ as }: Scene, place: EditablePlace, name: string, key = plan) {
	const { fields, mark } = await showThing(as('bureau'), { plan: key, place, name });
	return { plan: key, place, name, seen: mark, fields: sentBack(fields) };
}

/** Sends every form of a plan back as it is, of each list the first `most`. */
async function sendBack(scene: Scene, key: string, most: number) {
	const { as } = scene;
	for (const place of editablePlaces) {
		const names = isSingle(place) ? [place] : (await showList(as('bureau'), { plan: key, place })).things;
		for (const each of names.slice(0, most)) {
			const name = typeof each === 'string' ? each : each.name;
			expect(await changeThing(as('bureau'), await formOf(scene, place, name, key)), `${place} ${name}`).toEqual({
				changes: 0
			});
		}
	}
}

story(
	'the form of everything that a plan file can say, sent back as it is, changes nothing',
	async (scene) => {
		const { as } = scene;
		await withPlan(scene, everything);
		const before = await exportPlan(as('bureau'), { key: plan });
		await sendBack(scene, plan, 9);
		const file = await fileOf(scene);
		for (const { name: code } of promisePlaces.flatMap((place) => thingsOf(file, place))) {
			const { start, more, mark: seen } = await showPromiseForm(as('bureau'), { plan, code });
			const sent = { plan, code, seen, ...start, more: sentBack(more) };
			expect(await changePromise(as('bureau'), sent), code).toEqual({ code, changes: 0 });
		}
		expect(await exportPlan(as('bureau'), { key: plan })).toEqual(before);
	},
	120_000
);

planStory(
	'the forms of the real plan, sent back as they are, change nothing',
	async (scene) => {
		await sendBack(scene, realPlan, 1);
	},
	120_000
);

story('a text gets points, each with the place where it stands; what was left empty is not kept', async (scene) => {
	await withPlan(scene, everything);
	const form = await formOf(scene, 'passages', '1.text');
	const points = [{}, { nl: 'Nieuw punt', lines: '4 (4), 7', windows: [{ period: 'spring' }] }];
	await changeThing(scene.as('bureau'), {
		...form,
		fields: { ...form.fields, points, since: '2001', words: 'een\n\ntwee' }
	});
	expect(thingOf(await fileOf(scene), 'passages', '1.text')?.value).toMatchObject({
		since: 2001,
		words: ['een', 'twee'],
		points: [{ nl: 'Nieuw punt', lines: [4, 4], ranges: [[4, 4]], also_lines: [[7, 7]], windows: [{ key: 'spring' }] }]
	});
});

story('what is said once of a plan is filled in, changed and emptied', async (scene) => {
	const { as } = scene;
	await withPlan(scene, everything);
	const about = await formOf(scene, 'about_plan', 'about_plan');
	const association = { ...rawAt(about.fields.association), role: { nl: 'koepel', en: 'umbrella' } };
	await changeThing(as('bureau'), { ...about, fields: { ...about.fields, association, written: {}, year: '2031' } });
	const framework = await formOf(scene, 'decision_framework', 'decision_framework');
	const inputs = [{ about: 'goals' }, {}, { about: 'money', note: { nl: 'uit de begroting' } }];
	await changeThing(as('bureau'), { ...framework, fields: { ...framework.fields, inputs, content_available: 'true' } });
	const budget = await formOf(scene, 'budget', 'budget');
	await changeThing(as('bureau'), { ...budget, fields: { available: '', note: {}, lines: '' } });
	const { plan: said, framework: frame, budget: money } = (await fileOf(scene)) as Record<string, Raw>;
	expect(said).toMatchObject({ year: 2031, association: { key: 'ons', role: { nl: 'koepel', en: 'umbrella' } } });
	expect(said).not.toHaveProperty('written');
	expect(frame!.decision_framework).toMatchObject({
		inputs: [{ about: 'goals' }, { about: 'money', note: { nl: 'uit de begroting' } }],
		content_available: true
	});
	expect(money).toBeUndefined();
	await expect(removeThing(as('bureau'), { plan, place: 'about_plan', name: 'about_plan' })).rejects.toThrow(NotFound);
});

story('the plan’s own figures of a promise, deep down', async (scene) => {
	const { as } = scene;
	await withPlan(scene, everything);
	const { start, more } = await showPromiseForm(as('bureau'), { plan, code: 'A-1-O1' });
	const sent = sentBack(more);
	const figures = {
		...rawAt(sent.figures),
		target_min: '2,5',
		baseline: '{"seen": 3}',
		cadence: { name: 'irregular', freq: '-', interval: '' },
		per_event: { sub_condition: { who: 'members', of: '9' } }
	};
	const change = { plan, code: 'A-1-O1', ...start, more: { ...sent, figures, stands_in: 'planning' } };
	await changePromise(as('bureau'), change);
	expect(promiseIn(await fileOf(scene), 'A-1-O1')?.thing.value).toMatchObject({
		stands_in: 'planning',
		figures: {
			target_min: 2.5,
			baseline: { seen: 3 },
			cadence: { name: 'irregular', freq: null },
			per_event: { sub_condition: { who: 'members', of: 9 } }
		}
	});
	const wrong = { ...figures, kind: '', parts: [{}, { unit: '', target: 'veel' }] };
	await expect(changePromise(as('bureau'), { ...change, more: { ...sent, figures: wrong } })).rejects.toMatchObject({
		issues: expect.arrayContaining([
			expect.objectContaining({ path: 'more.figures.kind', code: 'required' }),
			expect.objectContaining({ path: 'more.figures.parts.1.unit', code: 'required' }),
			expect.objectContaining({ path: 'more.figures.parts.1.target', code: 'number' })
		]) as unknown
	});
});

story(
	'what has no name of its own is added at the end, and lines that are none are told at their field',
	async (scene) => {
		const { as } = scene;
		await withPlan(scene, everything);
		const link = { plan, place: 'links' as const, name: '' };
		const fields = { url: 'https://example.org/two', about: { nl: 'tweede' }, lines: 'ergens' };
		await expect(addThing(as('bureau'), { ...link, fields })).rejects.toMatchObject({
			issues: [{ path: 'fields.lines', code: 'plan_issue_source_lines' }]
		});
		expect(await addThing(as('bureau'), { ...link, fields: { ...fields, lines: '3' } })).toEqual({
			place: 'links',
			name: '2'
		});
		const chapter = { plan, place: 'chapters' as const, name: '4', fields: { title: { nl: 'Vier' } } };
		await addThing(as('bureau'), chapter);
		const passage = { plan, place: 'passages' as const, parent: '4', name: 'text', fields: { nl: 'Ook zo genoemd' } };
		expect(await addThing(as('bureau'), passage)).toEqual({ place: 'passages', name: '4.text' });
		await expect(addThing(as('bureau'), passage)).rejects.toMatchObject({ issues: [{ path: 'name' }] });
		await expect(removeThing(as('bureau'), { ...chapter })).rejects.toThrow(Conflict);
	}
);

story('a record that exists is named in the plan; one that does not is not made up', async (scene) => {
	const { as } = scene;
	await withPlan(scene, everything);
	const organisation = { plan, place: 'organisations' as const, fields: { role: { nl: 'partner' } } };
	const { records } = await showThing(as('bureau'), { plan, place: 'organisations' });
	expect(records).toContainEqual({ value: 'other-organisation', label: 'Ander lid' });
	expect(records.map(({ value }) => value)).not.toContain('bond');
	await expect(addThing(as('bureau'), { ...organisation, name: 'nobody' })).rejects.toMatchObject({
		issues: [{ path: 'name', code: 'choose' }]
	});
	await addThing(as('bureau'), { ...organisation, name: 'other-organisation' });
	expect(thingOf(await fileOf(scene), 'organisations', 'other-organisation')?.value).toEqual({
		key: 'other-organisation',
		name: { nl: 'Ander lid' },
		role: { nl: 'partner' }
	});
});

planStory(
	'of what changes deep inside a text only that is told, and what the plan says of a record is told too',
	async (scene) => {
		const { as } = scene;
		const key = realPlan;
		const { id: from } = await nameVersion(as('bureau'), { plan: key, name: 'Concept' });
		const note = await formOf(scene, 'reading_notes', '2', key);
		await changeThing(as('bureau'), {
			...note,
			fields: { ...note.fields, text: { en: 'Codes are explained elsewhere.' } }
		});
		const organisation = await formOf(scene, 'organisations', 'cbf', key);
		const role = { nl: 'toezichthouder', en: 'supervisor of charities' };
		await changeThing(as('bureau'), { ...organisation, fields: { ...organisation.fields, role } });
		const { groups } = await compareVersions(as('bureau'), { plan: key, from, to: 'today' });
		const told = groups.flatMap(({ changes }) => changes);
		expect(told.map(({ subject, what }) => [subject, what])).toEqual([
			['CBF', 'Rol in het plan'],
			['Partos Jaarplan 2022', 'Hoe het plan gelezen is']
		]);
		expect(told[1]?.after).toContain('Codes are explained elsewhere.');
		expect(told[1]?.before).toContain('planning entry');
		expect(told[1]?.before).not.toContain('comparators');
	}
);
