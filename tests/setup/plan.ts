// For stories that begin with the plan of 2022, and the personas as people of the register.
import { readFile } from 'node:fs/promises';
import { adoptPlan } from '#modules/plan/server/operations/adopt-plan.ts';
import { importPlan } from '#modules/plan/server/operations/import-plan.ts';
import { storiesWith } from '#platform/server/testing.ts';
import { writeRegister } from './register.ts';

const file = readFile(new URL('../../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');

/** Nobody has adopted it yet. */
export const planStory = storiesWith('plan', async ({ db, as }) => {
	await writeRegister(db);
	await importPlan(as('bureau'), { file: await file });
});

/** Adopted before the year began: every change says why. */
export const adoptedPlanStory = storiesWith('adopted_plan', async ({ db, as }) => {
	await writeRegister(db);
	const { key: plan } = await importPlan(as('bureau'), { file: await file });
	await adoptPlan(as('board member'), { plan, on: '2021-12-13', note: 'Bestuur van 13 december' });
});
