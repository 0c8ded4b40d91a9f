// This week, as who looks sees it.
import { expect } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { story } from '#platform/server/testing.ts';
import { planStory } from '../../../../tests/setup/plan.ts';
import { addTask } from '#modules/tasks/server/operations/add-task.ts';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { sql } from '#platform/server/database.ts';
import { overrulePromise } from './operations/overrule-promise.ts';
import { showWeek } from './operations/show-week.ts';

planStory('what was missed stands on top, with the reason', async ({ as }) => {
	const { slipping } = await showWeek(as('bureau'), {});
	expect(slipping[0]).toMatchObject({ status: 'missed', why: expect.stringContaining('eindigde op') });
	expect(slipping.every(({ status }) => ['missed', 'behind', 'at_risk'].includes(status))).toBe(true);
});

story('an event that has passed waits to be rounded off, for the bureau and not for the board', async ({ as }) => {
	await planEvent(as('bureau'), { title: { nl: 'Kenniscafé' }, startsOn: '2022-08-20', mode: 'online' });
	expect((await showWeek(as('bureau'), {})).deadlines).toMatchObject([
		{ kind: 'event.round-off', title: { nl: 'Kenniscafé' } }
	]);
	expect((await showWeek(as('board member'), {})).deadlines).toEqual([]);
});

story('one does not have a week here without belonging', async ({ as }) => {
	await expect(showWeek(as('visitor'), {})).rejects.toThrow(Forbidden);
	await expect(showWeek(as('outsider'), {})).rejects.toThrow(Forbidden);
	expect((await showWeek(as("member's staff"), {})).slipping).toEqual([]);
});

planStory(
	'what waits for who looks stands apart: a tick for a promise that is kept, and the decision that one waits for',
	async ({ db, as }) => {
		const me = as('bureau').actor.personId;
		await db.execute(sql`update promise set owner_person_id = ${me} where code = 'P22-QL-INT-O2'`);
		expect((await showWeek(as('bureau'), {})).waiting).toMatchObject([
			{ code: 'P22-QL-INT-O2', conditions: 0, trigger: { nl: expect.any(String) } }
		]);
		expect((await showWeek(as('board member'), {})).waiting).toEqual([]);
		await db.execute(sql`update promise set owner_person_id = ${me} where code = 'P22-PI-MON-O1'`);
		await overrulePromise(as('bureau'), { code: 'P22-PI-MON-O1', status: 'met', why: 'Afgesproken' });
		await db.execute(sql`insert into condition_in_words (id, promise_id, position, text)
		select gen_random_uuid(), id, 99, '{"nl": "voor alle leden"}' from promise where code = 'P22-PI-MON-O1'`);
		const { waiting } = await showWeek(as('bureau'), {});
		expect(waiting.find(({ code }) => code === 'P22-PI-MON-O1')!.conditions).toBeGreaterThan(0);
	}
);

planStory(
	'who does not answer for the plan sees what is theirs, and what another is to do stands with that other',
	async ({ db, as }) => {
		const lead = as('group lead');
		expect(await showWeek(lead, {})).toMatchObject({ answersForAll: false, slipping: [], endingSoon: [] });
		await db.execute(
			sql`update promise set owner_person_id = ${lead.actor.personId} where code in ('P22-PI-MON-O1', 'P22-PI-MON-A1')`
		);
		expect((await showWeek(lead, {})).slipping.map(({ code }) => code)).toEqual(['P22-PI-MON-O1']);
		expect((await showWeek(as('board member'), {})).slipping.length).toBeGreaterThan(1);

		const task = { what: { nl: 'Bel de leden' }, dueOn: '2022-09-05', to: `person:${lead.actor.personId}` };
		await addTask(as('bureau'), task);
		const due = async (who: 'group lead' | 'bureau' | 'administrator') =>
			(await showWeek(as(who), {})).deadlines.filter(({ kind }) => kind === 'task.due');
		expect(await due('group lead')).toMatchObject([{ title: { nl: 'Bel de leden' }, isMine: true }]);
		expect(await due('bureau')).toEqual([]);
		expect(await due('administrator')).toEqual([]);
	}
);
