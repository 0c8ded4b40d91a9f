// What happens to comments: who says what and who reads it, one's own words changed and withdrawn, somebody asked to respond.
import { expect } from 'vitest';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { listTasks } from '#modules/tasks/server/operations/list-tasks.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_PERSON, OWN_PERSON, personaNames, personas } from '#platform/personas.ts';
import type { Caller } from '#platform/server/operation.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { maySeeComment, maySeeComments } from '../rules.ts';
import { addComment, changeComment, listComments, withdrawComment } from './operations.ts';
import { personal } from './personal.ts';
import { comment } from './schema.ts';

async function anEvent({ db, as }: Scene, rest: object = {}) {
	await writeRegister(db);
	const { id } = await planEvent(as('bureau'), { title: { nl: 'Kenniscafé' }, startsOn: '2022-10-01', ...rest });
	return { kind: 'event', id };
}
const texts = async (caller: Caller, about: { kind: string; id: string }) =>
	(await listComments(caller, about)).comments.map(({ text }) => text);

story('what is said stands there in order, in any script, as long as it was typed', async (scene) => {
	const { as } = scene;
	const about = await anEvent(scene);
	const long = 'مرحبا 🙂\r\n\r\nZie https://a.example\n'.repeat(200);
	await addComment(as("member's staff"), { about, text: 'Eerste' });
	await addComment(as('bureau'), { about, text: long });
	expect(await texts(as('board member'), about)).toEqual(['Eerste', long.replaceAll('\r\n', '\n').trim()]);
	await expect(addComment(as('bureau'), { about, text: ' \n ' })).rejects.toThrow(Invalid);
	await expect(addComment(as('bureau'), { about, text: 'x'.repeat(10_001) })).rejects.toThrow(Invalid);
});

story('everyone reads exactly what they may, and the public nothing', async (scene) => {
	const { db, as } = scene;
	const about = await anEvent(scene, { visibility: 'public' });
	await addComment(as('bureau'), { about, text: 'Voor wie erbij hoort' });
	await addComment(as('bureau'), { about, text: 'Onder ons', visibility: 'bureau' });
	const all = await db.select().from(comment);
	for (const persona of personaNames) {
		const actor = personas[persona];
		const expected = maySeeComments(actor) ? all.filter((one) => maySeeComment(actor, one)) : [];
		expect(await texts(as(persona), about), persona).toEqual(expected.map(({ text }) => text));
	}
	await expect(addComment(as('visitor'), { about, text: 'Hallo' })).rejects.toThrow(Forbidden);
	await expect(addComment(as('board member'), { about, text: 'x', visibility: 'bureau' })).rejects.toThrow(Forbidden);
});

story('nothing is said, or read, about what somebody may not know of', async (scene) => {
	const { as } = scene;
	const about = await anEvent(scene, { visibility: 'bureau' });
	await expect(addComment(as("member's staff"), { about, text: 'Wat is dit?' })).rejects.toThrow(NotFound);
	await expect(listComments(as("member's staff"), about)).rejects.toThrow(NotFound);
	await expect(listComments(as('bureau'), { ...about, kind: 'promise' })).rejects.toThrow(NotFound);
});

story('one changes one’s own words, and withdraws them leaving a trace', async (scene) => {
	const { as } = scene;
	const about = await anEvent(scene);
	const { id: commentId } = await addComment(as("member's staff"), { about, text: 'Morgen' });
	await expect(changeComment(as('bureau'), { commentId, text: 'Nooit' })).rejects.toThrow(Forbidden);
	await changeComment(as("member's staff"), { commentId, text: 'Overmorgen' });
	expect((await listComments(as('bureau'), about)).comments).toMatchObject([
		{ text: 'Overmorgen', by: 'Mila Staff', changedAt: expect.any(Date), may: { change: false, withdraw: false } }
	]);
	await expect(withdrawComment(as('bureau'), { commentId })).rejects.toThrow(Forbidden);
	await withdrawComment(as("member's staff"), { commentId });
	expect((await listComments(as('bureau'), about)).comments).toMatchObject([
		{ text: null, by: 'Mila Staff', withdrawnAt: expect.any(Date), isWithdrawnByOther: false }
	]);
	await expect(changeComment(as("member's staff"), { commentId, text: 'Toch' })).rejects.toThrow(Conflict);
	await expect(withdrawComment(as('administrator'), { commentId })).rejects.toThrow(Conflict);
});

story('who is asked to respond gets a task about the same record', async (scene) => {
	const { as } = scene;
	const about = await anEvent(scene);
	await addComment(as('bureau'), { about, text: 'Kun jij?', ask: `person:${OWN_PERSON}` });
	expect((await listTasks(as("member's staff"), {})).rows).toMatchObject([
		{ what: { nl: 'Reageer op een opmerking bij: Kenniscafé' }, dueOn: '2022-09-07', about }
	]);
	const toNobody = addComment(as('bureau'), { about, text: 'Kun jij?', ask: 'person:niemand' });
	await expect(toNobody).rejects.toMatchObject({ issues: [{ path: 'ask' }] });
	const toOther = addComment(as("member's staff"), { about, text: 'Kun jij?', ask: `person:${OTHER_PERSON}` });
	await expect(toOther).rejects.toThrow(Forbidden);
	expect(await texts(as('bureau'), about)).toEqual(['Kun jij?']);
});

story('who is erased takes their words along; that something was said stays', async (scene) => {
	const { db, as } = scene;
	const about = await anEvent(scene);
	await addComment(as("member's staff"), { about, text: 'Bel mij thuis' });
	const [own] = personal;
	expect(await own!.export(db, OWN_PERSON)).toMatchObject([{ text: 'Bel mij thuis' }]);
	await own!.erase(db, OWN_PERSON);
	expect((await listComments(as('bureau'), about)).comments).toMatchObject([{ text: null, by: null }]);
});
