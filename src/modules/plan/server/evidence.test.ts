// The records behind a number: whose they are, for who may know, and which came late.
import { expect } from 'vitest';
import { addDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { recordContact } from '#modules/members/server/operations.ts';
import { OWN_ORGANISATION, personas, type Persona } from '#platform/personas.ts';
import { factKinds } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { askedAfter } from '../targets/outside.ts';
import { questionsOf } from '../targets/question.ts';
import type { Target } from '../targets/target.ts';
import { evidenceOf, lateOf } from './evidence.ts';

const day = '2022-08-31';
const asked = (target: Target) =>
	questionsOf('X', target, [], {
		kinds: factKinds(),
		ids: new Map(),
		triggers: new Map(),
		calendars: new Map(),
		period: { startsOn: '2022-01-01', endsOn: '2022-12-31' }
	});
const seenBy = ({ db }: Scene, who: Persona, target: Target) =>
	evidenceOf(db, personas[who], asked(target), day, { limit: 10, offset: 0 });

story('a visit says at which organisation, and who may not see visits sees how many', async (scene) => {
	await writeRegister(scene.db);
	await recordContact(scene.as('bureau'), {
		organisationId: OWN_ORGANISATION,
		means: 'visit',
		contactedOn: '2022-05-10',
		subject: { nl: 'Kennismaking' }
	});
	const visits: Target = { count: 'contact.made', where: { means: 'visit' }, at_least: 1 };
	const { facts } = await seenBy(scene, 'bureau', visits);
	expect(facts).toMatchObject([{ organisation: { id: OWN_ORGANISATION, name: { nl: 'Eigen lid' } } }]);
	expect(await seenBy(scene, "member's staff", visits)).toEqual({ facts: [], visible: 0, total: 1 });
});

story('what is called after its organisation does not say it twice', async (scene) => {
	await writeRegister(scene.db);
	const { facts } = await seenBy(scene, 'bureau', { hold: 'membership.holds', at_least: 1 });
	expect(facts.length).toBeGreaterThan(0);
	expect(facts.every(({ organisation }) => organisation === null)).toBe(true);
});

story('of whom a document is stays with the bureau and that organisation; how late it came does not', async (scene) => {
	await writeRegister(scene.db);
	const add = (dueOn: string, deliveredOn: string) =>
		addDocument(scene.as('bureau'), {
			title: { nl: 'Nota' },
			organisationId: OWN_ORGANISATION,
			dueOn,
			deliveredOn,
			visibility: 'public'
		});
	await add('2022-03-31', '2022-03-31');
	await add('2022-05-31', '2022-06-12');
	const notes: Target = { count: 'document.delivered', at_least: 1 };
	const organisations = async (who: Persona) =>
		(await seenBy(scene, who, notes)).facts.map(({ organisation }) => organisation?.id ?? null);
	expect(await organisations("member's staff")).toEqual([OWN_ORGANISATION, OWN_ORGANISATION]);
	expect(await organisations('visitor')).toEqual([null, null]);
	const { facts } = await seenBy(scene, 'visitor', notes);
	expect(facts.map(({ startsOn, dueOn }) => [startsOn, dueOn])).toEqual([
		['2022-06-12', '2022-05-31'],
		['2022-03-31', '2022-03-31']
	]);
	expect(await lateOf(scene.db, asked(notes), [], day)).toMatchObject({ number: 1, days: 12, after: 0 });
});

story('what came after its period is shown with it and counts for nothing, planned or done', async (scene) => {
	await writeRegister(scene.db);
	const add = (more: object) => addDocument(scene.as('bureau'), { title: { nl: 'Nota' }, ...more });
	const { id } = await add({ deliveredOn: '2022-07-08' });
	const [question] = questionsOf(
		'X',
		{ deliver: 'note' },
		[{ key: 'q2', startsOn: '2022-04-01', endsOn: '2022-06-30', slackDays: 0 }],
		{
			kinds: factKinds(),
			ids: new Map([['document', new Map([['note', id]])]]),
			triggers: new Map(),
			calendars: new Map(),
			period: { startsOn: '2022-01-01', endsOn: '2022-12-31' }
		}
	);
	const after = [askedAfter(question!, '2022-12-31')!];
	const page = { limit: 10, offset: 0 };
	const found = await evidenceOf(scene.db, personas.bureau, [question!], day, { ...page, after });
	expect(found).toMatchObject({ total: 1, facts: [{ id, isAfter: true, state: 'done' }] });
	expect(await evidenceOf(scene.db, personas.bureau, [question!], day, page)).toMatchObject({ total: 0 });
	const early = await evidenceOf(scene.db, personas.bureau, [question!], '2022-06-15', { ...page, after });
	expect(early.facts).toMatchObject([{ id, isAfter: true, state: 'planned' }]);
	const late = { number: 0, after: 1, afterOn: '2022-07-08', afterDays: 8 };
	expect(await lateOf(scene.db, [question!], after, day)).toMatchObject(late);
	// Asked in both ways it counts, and is told once.
	const both = await evidenceOf(scene.db, personas.bureau, [question!, ...after], day, { ...page, after });
	expect(both.facts).toMatchObject([{ id, isAfter: false }]);
});
