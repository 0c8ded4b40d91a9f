// What happens to tasks: who gives and finishes them, what they are about, who sees which, and what is remembered.
import { expect } from 'vitest';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { event } from '#modules/agenda/server/schema.ts';
import { showWeek } from '#modules/plan/server/operations/show-week.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_GROUP, OTHER_PERSON, OWN_GROUP, OWN_PERSON, personaNames, personas } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import type { Caller } from '#platform/server/operation.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import * as rules from '../../rules.ts';
import { taskLists } from '../../words.ts';
import { personal } from '../personal.ts';
import { tasksAbout } from '../public.ts';
import { task } from '../schema.ts';
import { addTask, changeTask } from './add-task.ts';
import { dropTask, finishTask, reopenTask } from './finish-task.ts';
import { listAssignees, listTasks, listTasksAbout, showTask } from './list-tasks.ts';

const dueOn = '2022-09-05';
const give = (caller: Caller, to: string, rest: object = {}) =>
	addTask(caller, { what: 'Bel de zaal', dueOn, to, ...rest });
const ownPerson = `person:${OWN_PERSON}`;

const anEvent = async ({ as }: Scene, rest: object = {}) => {
	const made = await planEvent(as('bureau'), { title: { nl: 'Kenniscafé' }, startsOn: '2022-10-01', ...rest });
	return { kind: 'event', id: made.id };
};

story('a task is given, done with one click, and it is remembered who did', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await give(as('bureau'), ownPerson);
	const staff = as("member's staff");
	expect((await listTasks(staff, {})).rows).toMatchObject([{ id, what: { nl: 'Bel de zaal' }, person: 'Mila Staff' }]);
	await finishTask(staff, { taskId: id });
	expect((await listTasks(staff, {})).rows).toEqual([]);
	const { task: done, changes } = await showTask(staff, { taskId: id });
	expect(done).toMatchObject({ state: 'done', settledOn: '2022-08-31', settledBy: 'Mila Staff' });
	expect(changes).toMatchObject([
		{ kind: 'done', by: 'Mila Staff' },
		{ kind: 'made', by: 'Bente Bureau' }
	]);
	expect((await auditLinesOf(db, id)).map(({ operation }) => operation)).toEqual(['tasks.addTask', 'tasks.finishTask']);
	await expect(finishTask(staff, { taskId: id })).rejects.toThrow(Conflict);
});

story('it is dropped with a reason only, opened again, put off and handed over', async ({ db, as }) => {
	await writeRegister(db);
	const { id: taskId } = await give(as('bureau'), 'role:bureau');
	await expect(dropTask(as('bureau'), { taskId, why: ' ' })).rejects.toThrow(Invalid);
	await dropTask(as('bureau'), { taskId, why: 'De zaal belde zelf.' });
	await expect(changeTask(as('bureau'), { taskId, what: 'x', dueOn, to: 'role:bureau' })).rejects.toThrow(Conflict);
	await reopenTask(as('bureau'), { taskId });
	await changeTask(as('bureau'), {
		taskId,
		what: 'Bel een andere zaal',
		dueOn: '2022-09-12',
		to: `group:${OWN_GROUP}/person:${OWN_PERSON}`,
		why: 'Vol'
	});
	const { changes } = await showTask(as('group lead'), { taskId });
	expect(changes.slice(0, 2).toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
		{ kind: 'handed-over', why: 'Vol' },
		{ kind: 'moved', fromOn: dueOn, toOn: '2022-09-12', why: 'Vol' }
	]);
	expect(changes.slice(2)).toMatchObject([
		{ kind: 'reopened' },
		{ kind: 'dropped', why: 'De zaal belde zelf.' },
		{ kind: 'made' }
	]);
});

story('what a task is about is called what the record is called today, for who may know of it', async (scene) => {
	const { db, as } = scene;
	await writeRegister(db);
	const about = await anEvent(scene, { visibility: 'bureau' });
	const { id: taskId } = await give(as('bureau'), ownPerson, { about });
	await db.update(event).set({ title: { nl: 'Kennisdiner' } });
	expect((await showTask(as('bureau'), { taskId })).task.about).toMatchObject({
		title: { nl: 'Kennisdiner' },
		href: `/agenda/${about.id}`
	});
	expect((await showTask(as("member's staff"), { taskId })).task.about).toBeNull();
	expect((await listTasksAbout(as('bureau'), about)).tasks).toMatchObject([{ id: taskId, mayKeep: true }]);
	await expect(listTasksAbout(as("member's staff"), about)).rejects.toThrow(NotFound);
	await expect(give(as("member's staff"), ownPerson, { about })).rejects.toThrow(Invalid);
	expect((await tasksAbout(as('bureau'), [about])).get(`event/${about.id}`)).toHaveLength(1);
	expect(await tasksAbout(as('visitor'), [about])).toEqual(new Map());
});

story('nobody gives a task to whom they may not, nor to somebody who is not there', async ({ db, as }) => {
	await writeRegister(db);
	await expect(give(as("member's staff"), `person:${OTHER_PERSON}`)).rejects.toThrow(Forbidden);
	await expect(give(as('group lead'), `group:${OTHER_GROUP}`)).rejects.toThrow(Forbidden);
	await expect(give(as('group lead'), `group:${OWN_GROUP}/person:${OTHER_PERSON}`)).rejects.toThrow(Invalid);
	await expect(give(as('bureau'), `person:${OTHER_GROUP}`)).rejects.toThrow(Invalid);
	await expect(give(as('bureau'), '')).rejects.toThrow(Invalid);
	await expect(give(as('visitor'), 'role:bureau')).rejects.toThrow(Forbidden);
	expect(await give(as('group lead'), `group:${OWN_GROUP}/person:${OWN_PERSON}`)).toHaveProperty('id');
});

story('who looks is offered those they may give a task to, themselves first', async ({ db, as }) => {
	await writeRegister(db);
	expect(await listAssignees(as("member's staff"), {})).toEqual([{ forPersonId: OWN_PERSON }]);
	expect(await listAssignees(as('group lead'), {})).toMatchObject([
		{ forPersonId: personas['group lead'].personId },
		{ forGroupId: OWN_GROUP },
		{ forGroupId: OWN_GROUP, person: 'Guus Lead' },
		{ forGroupId: OWN_GROUP, person: 'Mila Staff' }
	]);
	const offered = await listAssignees(as('bureau'), {});
	expect(offered.slice(0, 3)).toMatchObject([{}, { forRole: 'bureau' }, { forRole: 'board' }]);
	expect(offered.map(({ person }) => person)).toContain('Bo Board');
	await expect(listAssignees(as('outsider'), {})).rejects.toThrow(Forbidden);
});

story('the lists together show exactly what each may see, and each opens exactly that', async ({ db, as }) => {
	await writeRegister(db);
	for (const to of ['role:bureau', 'role:board', ownPerson, `person:${OTHER_PERSON}`, `group:${OWN_GROUP}`])
		await give(as('administrator'), to);
	await give(as('board member'), `group:${OTHER_GROUP}`);
	const { id: settled } = await give(as('bureau'), ownPerson);
	await finishTask(as('bureau'), { taskId: settled });
	const all = await db.select().from(task);
	for (const persona of personaNames) {
		const caller = as(persona);
		const expected = all.filter((one) => rules.maySeeTask(caller.actor, one)).map(({ id }) => id);
		for (const { id: taskId } of all) {
			const opens = await showTask(caller, { taskId }).then(
				() => true,
				() => false
			);
			expect(opens, `${persona} opens ${taskId}`).toBe(expected.includes(taskId));
		}
		if (!rules.mayGiveSomeTask(caller.actor)) continue;
		const lists = await Promise.all(taskLists.map((show) => listTasks(caller, { show })));
		expect(lists.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted(), persona).toEqual(expected.toSorted());
	}
});

story('a task that is due stands in the week of who must do it, and not of another', async ({ db, as }) => {
	await writeRegister(db);
	await give(as('bureau'), ownPerson);
	await give(as('bureau'), 'role:board', { what: { nl: 'Lees de stukken', en: 'Read the papers' } });
	const due = async (caller: Caller) => (await showWeek(caller, {})).deadlines.map(({ title }) => title.nl);
	expect(await due(as("member's staff"))).toEqual(['Bel de zaal']);
	expect(await due(as('board member'))).toEqual(['Lees de stukken']);
	expect(await due(as("member's representative"))).toEqual([]);
});

story('who is erased leaves no open task behind that is nobody’s', async ({ db, as }) => {
	await writeRegister(db);
	await give(as('bureau'), ownPerson);
	await give(as('bureau'), `group:${OWN_GROUP}/person:${OWN_PERSON}`);
	const [own] = personal;
	expect(await own!.export(db, OWN_PERSON)).toHaveLength(2);
	await own!.erase(db, OWN_PERSON);
	expect(await own!.export(db, OWN_PERSON)).toEqual([]);
	const left = new Set((await db.select().from(task)).map(({ forRole, forGroupId }) => forRole ?? forGroupId));
	expect(left).toEqual(new Set([OWN_GROUP, 'bureau']));
});
