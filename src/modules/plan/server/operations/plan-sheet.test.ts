// The plan as a sheet: what goes out comes back unchanged, changes are shown first, and mistakes have a row and a column.
import { expect } from 'vitest';
import { Forbidden, Invalid } from '#platform/errors.ts';
import type { Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { sheetCsv, sheetWorkbook } from '../sheet-file.ts';
import { exportPlan } from './export-plan.ts';
import { exportSheet, importSheet, previewSheet } from './plan-sheet.ts';
import { showPromise } from './show-promise.ts';

const plan = 'partos-annual-plan-2022';
const code = 'P22-PI-MON-O1';

const sheetOf = ({ as }: Scene) => exportSheet(as('bureau'), { plan });

const csv = (body: string) => new File([body], 'plan.csv');
const issuesOf = (deed: Promise<unknown>) =>
	deed.then(
		() => [],
		(error: unknown) => {
			if (error instanceof Invalid) return error.issues.map(({ path, code: issue }) => [path, issue]);
			throw error;
		}
	);

planStory('a sheet holds every promise, and says of each what it leaves out', async (scene) => {
	const { rows, leftOut } = await sheetOf(scene);
	expect(rows.find((row) => row.code === code)).toMatchObject({
		kind: 'output',
		activity: 'P22-PI-MON',
		windows: '2022-01-01..2022-12-31',
		count: 'issue.sent',
		of: 'channel: political-monitor',
		at_least: '52',
		every: 'week'
	});
	expect(rows.find((row) => row.code === 'P22-QL-IMP-O2')?.count).toBe('');
	expect(leftOut.find((row) => row.code === 'P22-QL-IMP-O2')?.what).toMatch(/^Streefwaarde, /);
	await expect(exportSheet(scene.as("member's staff"), { plan })).rejects.toThrow(Forbidden);
});

planStory('as CSV and as a workbook it comes back without changing anything', async (scene) => {
	const { as } = scene;
	const sheet = await sheetOf(scene);
	const before = await exportPlan(as('bureau'), { key: plan });
	const files = [csv(sheetCsv(sheet.rows)), new File([await sheetWorkbook(sheet, 'nl')], 'plan.xlsx')];
	for (const file of files) {
		expect(await previewSheet(as('bureau'), { plan, file })).toMatchObject({
			report: { rows: sheet.rows.length, same: sheet.rows.length },
			groups: []
		});
		await importSheet(as('bureau'), { plan, file });
	}
	expect(await exportPlan(as('bureau'), { key: plan })).toEqual(before);
});

planStory('changes are shown in words first, and made only when asked', async (scene) => {
	const { as } = scene;
	const file = csv(
		`code;kind;activity;title_nl;at_least;count;of;every\r\n${code};;;Monitor;40;issue.sent;channel: political-monitor;week\r\nP22-PI-MON-O7;output;P22-PI-MON;Een overzicht;2;event.done;;`
	);
	const { report, groups } = await previewSheet(as('bureau'), { plan, file });
	expect(report).toEqual({ rows: 2, new: 1, same: 0, changed: 1 });
	expect(groups[0]?.changes.map(({ what }) => what)).toEqual(
		expect.arrayContaining(['Titel', 'Streefwaarde', 'Toegevoegd'])
	);
	expect((await showPromise(as('bureau'), { code })).reading).toBe('0 / 52');
	await importSheet(as('bureau'), { plan, file });
	expect((await showPromise(as('bureau'), { code })).reading).toBe('0 / 40');
	expect((await showPromise(as('bureau'), { code: 'P22-PI-MON-O7' })).reading).toBe('0 / 2');
});

planStory('every mistake is told with its row and column, and nothing goes in', async (scene) => {
	const { as } = scene;
	const before = await exportPlan(as('bureau'), { key: plan });
	const file = csv(
		[
			'code,kind,activity,windows,owner,count,of,at_least',
			`${code},,,2022-05-01..2022-04-01,,,,`,
			'P22-PI-MON-A1,,,,Niemand Nergens,,,',
			'P22-NEW-1,output,NO-SUCH,,,,,',
			'P22-PI-NET-O1,,,,,event.done,series: no-such,veel',
			`${code},,,,,,,`
		].join('\r\n')
	);
	expect(await issuesOf(importSheet(as('bureau'), { plan, file }))).toEqual([
		['rows.2.windows', 'plan_issue_ends_before_start'],
		['rows.3.owner', 'plan_issue_sheet_owner'],
		['rows.4.activity', 'plan_issue_unknown_reference'],
		['rows.5.at_least', 'plan_issue_expected_number'],
		['rows.6.code', 'plan_issue_duplicate']
	]);
	expect(await exportPlan(as('bureau'), { key: plan })).toEqual(before);
});
