// Who is asked to say something in a report: it follows what the report asks about, and how the promises stand.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import type { Job } from '#platform/server/jobs.ts';
import type { Caller } from '#platform/server/operation.ts';
import { asksAbout } from '../rules.ts';
import { liveRows, readingDay } from './lines.ts';
import { reportsInPreparation, type ReportRow } from './queries.ts';
import { reportComment } from './schema.ts';

const askedIn = (db: Database, reportId: string) =>
	db
		.select({ promiseId: reportComment.promiseId, askedId: reportComment.askedId })
		.from(reportComment)
		.where(eq(reportComment.reportId, reportId));

/**
 * Asks the owner of every promise that the report asks about. Who no longer owns one is asked no more, and nobody is asked
 * about what no longer slips; what somebody wrote stays with its promise.
 */
export async function askOwners({ db, clock }: Pick<Caller, 'db' | 'clock'>, row: ReportRow): Promise<void> {
	const inReport = await liveRows(db, row, readingDay(row, clock.today()));
	const before = new Map((await askedIn(db, row.id)).map(({ promiseId, askedId }) => [promiseId, askedId]));
	const toAsk = inReport.filter((line) => line.ownerPersonId !== null && asksAbout(row.asks, line));
	const stays = new Set(toAsk.map(({ promiseId }) => promiseId));
	const gone = [...before.keys()].filter((id) => !stays.has(id));
	const of = (promiseIds: readonly string[]) =>
		and(eq(reportComment.reportId, row.id), inArray(reportComment.promiseId, [...promiseIds]));
	if (gone.length > 0) await db.delete(reportComment).where(and(of(gone), isNull(reportComment.writtenOn)));
	const values = toAsk
		.filter(({ promiseId }) => !before.has(promiseId))
		.map(({ promiseId, ownerPersonId }) => ({ id: newId(), reportId: row.id, promiseId, askedId: ownerPersonId }));
	if (values.length > 0) await db.insert(reportComment).values(values);
	for (const { promiseId, ownerPersonId } of inReport) {
		if (!before.has(promiseId) || before.get(promiseId) === ownerPersonId) continue;
		await db
			.update(reportComment)
			.set({ askedId: ownerPersonId })
			.where(of([promiseId]));
	}
}

/** How promises stand changes by the day, and with it what is asked. */
export const askAgain: Job = {
	name: 'reports.askAgain',
	schedule: '47 4 * * *',
	run: async (caller) => {
		for (const row of await reportsInPreparation(caller.db)) await askOwners(caller, row);
	}
};
