// The records behind a number: whose they are, for who may know, and which came late.
import { expect } from 'vitest';
import { addDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { recordContact } from '#modules/members/server/operations.ts';
import { OWN_ORGANISATION, personas, type Persona } from '#platform/personas.ts';
import { factKinds } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
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
	expect(await lateOf(scene.db, asked(notes), day)).toEqual({ number: 1, days: 12 });
});
