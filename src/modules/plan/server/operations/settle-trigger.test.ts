// What promises wait for: what happens outside is said by a person, a decision tells for itself; read as it stood on a day.
import { expect } from 'vitest';
import { takeDecision } from '#modules/deliverables/server/operations/take-decision.ts';
import { decisionsByKey } from '#modules/deliverables/server/public.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { adoptedPlanStory, planStory } from '../../../../../tests/setup/plan.ts';
import { listReadings } from './list-readings.ts';
import { reopenTrigger, settleTrigger } from './settle-trigger.ts';

const tookOffice = { key: 'new-cabinet', state: 'fired', on: '2022-01-10', why: 'Beëdigd' } as const;

const statusIn =
	({ as }: Scene) =>
	async (code: string, on?: string) =>
		(await listReadings(as('bureau'), on === undefined ? {} : { on })).find(({ id }) => id === code)!.status;

planStory('a promise waits until what it waits for has happened, and is then due within its time', async (scene) => {
	const { as } = scene;
	const status = statusIn(scene);
	expect(await status('P22-PI-LOBBY-O5')).toBe('waiting');
	await settleTrigger(as('bureau'), tookOffice);
	expect(await status('P22-PI-LOBBY-O5')).toBe('missed');
	expect(await status('P22-PI-LOBBY-O5', '2022-03-01')).toBe('on_track');
	expect(await status('P22-PI-LOBBY-O5', '2022-01-09')).toBe('waiting');
	await reopenTrigger(as('bureau'), { key: 'new-cabinet', why: 'Te vroeg' });
	expect(await status('P22-PI-LOBBY-O5')).toBe('waiting');
});

planStory('what will not happen lets the promise lapse', async (scene) => {
	const status = statusIn(scene);
	await settleTrigger(scene.as('bureau'), { ...tookOffice, state: 'decided-against' });
	expect(await status('P22-PI-LOBBY-O5')).toBe('lapsed');
});

planStory(
	'a decision of the association counts from the day it was taken, and only in its own record',
	async (scene) => {
		const { as, db } = scene;
		const status = statusIn(scene);
		const settled = settleTrigger(as('bureau'), { ...tookOffice, key: 'travel-tender-decision' });
		await expect(settled).rejects.toThrow(new Conflict('plan_conflict_decision_tells'));
		expect(await status('P22-PW-SVC-O9')).toBe('waiting');
		await takeDecision(as('bureau'), {
			decisionId: (await decisionsByKey(db)).get('travel-tender-decision')!.id,
			outcome: 'no',
			decidedOn: '2022-06-20',
			reasons: 'Te weinig cijfers'
		});
		expect(await status('P22-PW-SVC-O9')).toBe('lapsed');
		expect(await status('P22-PW-SVC-O9', '2022-06-19')).toBe('waiting');
	}
);

adoptedPlanStory('who, when and why are kept once the plan is adopted', async (scene) => {
	const { as, db } = scene;
	await settleTrigger(as('bureau', { today: '2022-01-12' }), tookOffice);
	expect(
		await rows(db, sql`select subject, field, before, after, changed_on, why from plan_change where field <> 'adopted'`)
	).toEqual([
		{
			subject: 'triggers/new-cabinet',
			field: 'state',
			before: 'open',
			after: 'fired',
			changed_on: '2022-01-12',
			why: 'Beëdigd'
		}
	]);
});

planStory('only the bureau says so, once, of a trigger that exists, and of a day that has come', async (scene) => {
	const { as } = scene;
	await expect(settleTrigger(as('board member'), tookOffice)).rejects.toThrow(Forbidden);
	await expect(settleTrigger(as('bureau'), { ...tookOffice, key: 'new-moon' })).rejects.toThrow(NotFound);
	await expect(settleTrigger(as('bureau'), { ...tookOffice, on: '2022-09-01' })).rejects.toThrow(Invalid);
	const early = reopenTrigger(as('bureau'), { key: 'new-cabinet', why: 'Te vroeg' });
	await expect(early).rejects.toThrow(new Conflict('plan_conflict_not_settled'));
	await settleTrigger(as('bureau'), tookOffice);
	await expect(settleTrigger(as('bureau'), tookOffice)).rejects.toThrow(new Conflict('plan_conflict_settled_already'));
});
