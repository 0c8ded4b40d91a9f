// A report is set up, changed and dropped; what cannot be is told beside its field.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OWN_ORGANISATION, personas } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { monitor, monitorScene, onMonitor, owner, type ReportContent } from '../../../../../tests/setup/reports.ts';
import { freezeReport } from './freeze-report.ts';
import { changeReport, dropReport, listReportChoices, prepareReport } from './prepare-report.ts';
import { findReport, showReport } from './show-report.ts';

planStory('what cannot be is refused beside its field', async (told) => {
	const { as } = told;
	await monitorScene(told);
	const paths = async (change: Partial<ReportContent>) => {
		const refused = await prepareReport(as('bureau'), { ...onMonitor, ...change }).catch((error: unknown) => error);
		return refused instanceof Invalid ? refused.issues.map(({ path }) => path) : refused;
	};
	expect(await paths({ scope: 'goal:G99' })).toEqual(['scope']);
	expect(await paths({ scope: 'everything' })).toEqual(['scope.kind']);
	expect(await paths({ activities: [] })).toEqual(['activities']);
	expect(await paths({ activities: ['P22-NOT-THERE'] })).toEqual(['activities']);
	expect(await paths({ reader: 'group' })).toEqual(['groupId']);
	expect(await paths({ reader: 'funder' })).toEqual(['organisationId']);
	expect(await paths({ reader: 'group', groupId: OWN_ORGANISATION })).toEqual(['groupId']);
	expect(await paths({ closesOn: '31 augustus' })).toEqual(['closesOn']);
	await expect(prepareReport(as('board member'), onMonitor)).rejects.toThrow(Forbidden);
	const { id } = await prepareReport(as('bureau'), { ...onMonitor, closesOn: '2022-09-30' });
	await expect(freezeReport(as('administrator'), { reportId: id })).rejects.toThrow(Conflict);
	await expect(freezeReport(as('bureau'), { reportId: id })).rejects.toThrow(Forbidden);
});

planStory(
	'every part of the plan can be reported on',
	async (told) => {
		const { as } = told;
		await monitorScene(told);
		const { scopes } = await listReportChoices(as('bureau'), {});
		expect(new Set(scopes.map(({ kind }) => kind)).size).toBe(7);
		const lines = async (scope: string) => {
			const { id } = await prepareReport(as('bureau'), { ...onMonitor, reader: 'board', scope, activities: [] });
			return (await showReport(as('bureau'), { reportId: id })).report.lines.length;
		};
		const all = await lines('plan');
		expect(all).toBeGreaterThan(150);
		for (const kind of ['core-task', 'programme', 'goal', 'value-strategy', 'theme', 'priority']) {
			const code = scopes.find((scope) => scope.kind === kind)!.code;
			const found = await lines(`${kind}:${code}`);
			expect(found, kind).toBeGreaterThan(0);
			expect(found, kind).toBeLessThan(all);
		}
		await expect(findReport(as('bureau'), { key: 'plan-2022-08-28' })).resolves.toMatchObject({ reader: 'board' });
	},
	60_000
);

planStory('a report that nobody needs is dropped; changing one asks the owners of what came in', async (told) => {
	const { as, db } = told;
	await monitorScene(told);
	const { id } = await prepareReport(as('bureau'), onMonitor);
	const asked = async () => (await showReport(as('bureau'), { reportId: id })).owners;
	expect(await asked()).toMatchObject([{ id: owner, asked: 1 }]);
	await db.execute(sql`update promise set owner_person_id = ${personas.bureau.personId} where code = ${monitor}`);
	await changeReport(as('bureau'), { ...onMonitor, reportId: id, title: { nl: 'Anders' } });
	expect(await asked()).toMatchObject([{ id: personas.bureau.personId, asked: 1 }]);
	await dropReport(as('bureau'), { reportId: id });
	await expect(showReport(as('bureau'), { reportId: id })).rejects.toThrow(NotFound);
});
