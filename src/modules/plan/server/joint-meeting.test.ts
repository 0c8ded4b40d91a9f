// A meeting of several groups counts for a target of each of them, and once for a target over several.
import { expect } from 'vitest';
import { recordAttendance } from '#modules/agenda/server/operations/record-attendance.ts';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { group } from '#modules/groups/server/schema.ts';
import { OTHER_GROUP, OWN_GROUP, personas } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { factKinds } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { questionsOf, type ResolveContext } from '../targets/question.ts';
import type { CountMeasure, Having, Where } from '../targets/target.ts';
import { answer } from './compile.ts';
import { evidenceOf } from './evidence.ts';

const THIRD_GROUP = newId();
const context = (): ResolveContext => ({
	kinds: factKinds(),
	ids: new Map([
		[
			'group',
			new Map([
				['own', OWN_GROUP],
				['other', OTHER_GROUP],
				['third', THIRD_GROUP]
			])
		]
	]),
	triggers: new Map(),
	calendars: new Map(),
	period: { startsOn: '2022-01-01', endsOn: '2022-12-31' }
});

async function counted({ db }: Scene, where: Where, more: Partial<CountMeasure> = {}) {
	const questions = questionsOf('X', { count: 'event.done', where, at_least: 1, ...more }, [], context());
	const found = (await answer(db, questions, '2022-08-31')).get('X#0');
	if (!found || !('days' in found)) throw new Error('It was not counted.');
	return found.days.reduce((sum, { done }) => sum + done, 0);
}

async function setScene(scene: Scene) {
	await writeRegister(scene.db);
	await scene.db
		.insert(group)
		.values({ id: THIRD_GROUP, key: 'third', name: { nl: 'Derde' }, kind: 'working-group', visibility: 'members' });
	const bureau = scene.as('bureau');
	const held = { startsOn: '2022-05-10', state: 'done', visibility: 'group' } as const;
	const joint = { ...held, title: { nl: 'Samen' }, groupId: OTHER_GROUP, alsoGroupIds: [OWN_GROUP] };
	const { id } = await planEvent(bureau, joint);
	await planEvent(bureau, { ...held, title: { nl: 'Alleen' }, groupId: OTHER_GROUP });
	await recordAttendance(bureau, {
		eventId: id,
		people: [{ personId: personas['group lead'].personId! }],
		numbers: [{ quantity: 5 }]
	});
	return id;
}

story('it counts for each group, once for two of them, and not for a third', async (scene) => {
	await setScene(scene);
	expect(await counted(scene, { group: 'other' })).toBe(2);
	expect(await counted(scene, { group: 'own' })).toBe(1);
	expect(await counted(scene, { group: ['own', 'other'] })).toBe(2);
	expect(await counted(scene, { group: 'third' })).toBe(0);
	expect(await counted(scene, { group: { not: 'own' } })).toBe(1);
	expect(await counted(scene, { group: { not: 'third' } })).toBe(2);
});

story('its participants count for each group as well, each person once', async (scene) => {
	await setScene(scene);
	const attended: Partial<CountMeasure> = { count: 'event.attended', as: 'persons' };
	expect(await counted(scene, { group: 'own' }, attended)).toBe(6);
	expect(await counted(scene, { group: ['own', 'other'] }, attended)).toBe(6);
	const having: Having[] = [{ count: 'event.attended', as: 'persons', where: { group: 'own' }, at_least: 6 }];
	expect(await counted(scene, { group: 'other' }, { having })).toBe(1);
});

story('somebody of either group finds it behind the number', async (scene) => {
	const id = await setScene(scene);
	const questions = questionsOf('X', { count: 'event.done', where: { group: 'other' } }, [], context());
	const page = { limit: 10, offset: 0 };
	const seen = await evidenceOf(scene.db, personas['group lead'], questions, '2022-08-31', page);
	expect(seen.facts.map((fact) => fact.id)).toEqual([id]);
	expect([seen.visible, seen.total]).toEqual([1, 2]);
});
