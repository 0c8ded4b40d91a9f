// The rules of tasks, persona by persona.
import { expect, test } from 'vitest';
import { OTHER_GROUP, OTHER_PERSON, OWN_GROUP, OWN_PERSON, personas } from '#platform/personas.ts';
import { isLate, mayGiveTask, mayKeepTask, maySeeTask } from './rules.ts';
import { assigneeOf, assigneeText, type Assignee } from './words.ts';

const to = (some: Partial<Assignee>): Assignee => ({ forPersonId: null, forGroupId: null, forRole: null, ...some });
const { bureau, outsider, visitor } = personas;
const staff = personas["member's staff"];
const lead = personas['group lead'];
const board = personas['board member'];

test('the bureau and the board give tasks to anybody, a lead to the own group, members to themselves', () => {
	for (const given of [to({ forRole: 'board' }), to({ forGroupId: OTHER_GROUP }), to({ forPersonId: OTHER_PERSON })]) {
		expect([bureau, board, lead, staff, outsider, visitor].map((actor) => mayGiveTask(actor, given))).toEqual([
			true,
			true,
			false,
			false,
			false,
			false
		]);
	}
	expect(mayGiveTask(lead, to({ forGroupId: OWN_GROUP, forPersonId: OWN_PERSON }))).toBe(true);
	expect(mayGiveTask(staff, to({ forGroupId: OWN_GROUP }))).toBe(false);
	expect(mayGiveTask(staff, to({ forPersonId: OWN_PERSON }))).toBe(true);
	expect(mayGiveTask(outsider, to({ forPersonId: outsider.personId }))).toBe(false);
});

test('a task for a group is seen by all of it; with a name on it, it is that person who settles it, or the lead', () => {
	const task = { ...to({ forGroupId: OWN_GROUP, forPersonId: OTHER_PERSON }), madeById: null };
	expect([staff, lead, bureau, board, visitor].map((actor) => maySeeTask(actor, task))).toEqual([
		true,
		true,
		true,
		false,
		false
	]);
	expect([staff, lead, bureau].map((actor) => mayKeepTask(actor, task))).toEqual([false, true, true]);
	expect(mayKeepTask(staff, { ...task, forPersonId: null })).toBe(true);
});

test('a task is late from the day after, and as long as it is open', () => {
	const due = { state: 'open', dueOn: '2022-08-31' } as const;
	expect(isLate(due, '2022-08-31')).toBe(false);
	expect(isLate(due, '2022-09-01')).toBe(true);
	expect(isLate({ ...due, state: 'done' }, '2022-09-01')).toBe(false);
});

test('for whom a task is reads back as it was written', () => {
	const all = [
		to({ forRole: 'bureau' }),
		to({ forPersonId: OWN_PERSON }),
		to({ forGroupId: OWN_GROUP }),
		to({ forGroupId: OWN_GROUP, forPersonId: OWN_PERSON })
	];
	for (const one of all) expect(assigneeOf(assigneeText(one))).toEqual(one);
	for (const nobody of ['', 'role:king', 'person:', `person:${OWN_PERSON} `, `person:${OWN_PERSON}/group:${OWN_GROUP}`])
		expect(assigneeOf(nobody)).toBeUndefined();
});
