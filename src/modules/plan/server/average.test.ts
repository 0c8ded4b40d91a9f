// The mean of what was measured: a value that rests on many answers weighs as many, and too few answers are no reading.
import { expect } from 'vitest';
import { addMeasuredThing, recordMeasurement } from '#modules/deliverables/server/operations/record-measurement.ts';
import { factKinds } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { questionsOf } from '../targets/question.ts';
import { readPart } from '../targets/status.ts';
import type { Target } from '../targets/target.ts';
import { partWhy } from '../targets/why.ts';
import { answer } from './compile.ts';

const day = '2022-08-31';

async function read({ db }: Scene, measuredThingId: string, answers: number) {
	const target = {
		average: 'measurement.taken',
		where: { measurement: 'survey' },
		at_least: 7,
		answers
	} satisfies Target;
	const [question] = questionsOf('X', target, [], {
		kinds: factKinds(),
		ids: new Map([['measurement', new Map([['survey', measuredThingId]])]]),
		triggers: new Map(),
		calendars: new Map(),
		period: { startsOn: '2022-01-01', endsOn: '2022-12-31' }
	});
	const part = readPart(question!, (await answer(db, [question!], day)).get('X#0')!, day);
	const names = { kinds: factKinds(), things: new Map(), triggers: new Map(), calendars: new Map() };
	return { part, why: partWhy(target, part, day, names, 'en') };
}

story('every measurement weighs as many answers as it rests on', async (scene) => {
	await writeRegister(scene.db);
	const bureau = scene.as('bureau');
	const { id } = await addMeasuredThing(bureau, { title: { nl: 'Ledenonderzoek' }, key: 'survey' });
	const measured = (value: number, measuredOn: string, answers?: number) =>
		recordMeasurement(bureau, { measuredThingId: id, value, measuredOn, source: 'Vragenlijst', answers });
	await measured(8, '2022-03-01', 30);
	await measured(5, '2022-05-01', 9);
	await measured(5, '2022-06-01');
	// (8 × 30 + 5 × 9 + 5) / 40
	const { part } = await read(scene, id, 40);
	expect(part).toMatchObject({ value: 7.25, answers: 40 });
	const few = await read(scene, id, 41);
	expect(few.part.value).toBeNull();
	expect(few.why).toContain('40 of the 41 answers needed');
});
