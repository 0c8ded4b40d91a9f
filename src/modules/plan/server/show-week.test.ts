// This week, as who looks sees it.
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { story } from '#platform/server/testing.ts';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { importPlan } from './operations/import-plan.ts';
import { showWeek } from './operations/show-week.ts';

const file = readFile(new URL('../../../../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');

story('what was missed stands on top, with the reason', async ({ as }) => {
	await importPlan(as('bureau'), { file: await file });
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
