// For stories about reports: one on the weekly monitor, whose owner is from outside the bureau.
import { channelsByKey } from '#modules/channels/server/public.ts';
import { recordIssue } from '#modules/channels/server/operations.ts';
import type { prepareReport } from '#modules/reports/server/operations/prepare-report.ts';
import { showReport } from '#modules/reports/server/operations/show-report.ts';
import { personas } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';

export const monitor = 'P22-PI-MON-O1';
export const owner = personas['group lead'].personId!;

export type ReportContent = Parameters<typeof prepareReport>[1];
export const onMonitor: ReportContent = {
	title: { nl: 'De monitor', en: 'The monitor' },
	scope: 'activities',
	activities: ['P22-PI-MON'],
	reader: 'public',
	asks: 'counted',
	closesOn: '2022-08-28',
	commentsBefore: '2022-09-05'
};

/** An owner for the monitor, and issues of it on these days. */
export async function monitorScene({ db, as }: Scene, ...sentOn: string[]) {
	await db.execute(sql`update promise set owner_person_id = ${owner} where code = ${monitor}`);
	const channelId = (await channelsByKey(db)).get('political-monitor')!.id;
	const send = (on: string) => recordIssue(as('bureau'), { channelId, title: { nl: `Monitor ${on}` }, sentOn: on });
	const issues = [];
	for (const on of sentOn) issues.push(await send(on));
	return { send, issues };
}

export const lineOf = async (caller: Parameters<typeof showReport>[0], reportId: string) =>
	(await showReport(caller, { reportId })).report.lines.find(({ code }) => code === monitor)!;
