// The lines of a report: read live while it is prepared, as they were kept once it is frozen, and the one beside the other.
import { asc, eq } from 'drizzle-orm';
import { recordsBehind, readPartOfPlan } from '#modules/plan/server/public.ts';
import type { EvidenceKey, ScopeRow } from '#modules/plan/plan-scope.ts';
import type { Day } from '#platform/day.ts';
import { minDay } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { isCorrected, valueOf, type Corrected, type PreviousLine, type ReportLine } from '../report-view.ts';
import { readerOf } from '../rules.ts';
import { commentsOf, previousReport, reportNamed, type ReportRow } from './queries.ts';
import { reportEvidence, reportLine } from './schema.ts';

type Scoped = Pick<ReportRow, 'planId' | 'scopeKind' | 'scopeCodes' | 'reader' | 'groupId'>;

/** What the plan says on a day of what the report is about, as far as its reader may see it. */
export const liveRows = (db: Database, report: Scoped, day: Day) =>
	readPartOfPlan(db, readerOf(report), {
		planId: report.planId,
		scope: { kind: report.scopeKind, codes: report.scopeCodes },
		day
	});

/** Nothing can be read of a day that has yet to come. */
export const readingDay = ({ closesOn }: Pick<ReportRow, 'closesOn'>, today: Day) => minDay(closesOn, today);

const keptLines = (db: Database, reportId: string) =>
	db.select().from(reportLine).where(eq(reportLine.reportId, reportId)).orderBy(asc(reportLine.position));

export type KeptLine = Awaited<ReturnType<typeof keptLines>>[number];

/** How each promise stood in an earlier report, by its code. */
async function previousLines(db: Database, reportId: string | undefined): Promise<ReadonlyMap<string, PreviousLine>> {
	if (reportId === undefined) return new Map();
	const kept = await keptLines(db, reportId);
	return new Map(kept.map((line) => [line.code, { status: line.status, value: valueOf(line), reading: line.reading }]));
}

export type LiveLine = ReportLine & { row: ScopeRow; commentById: string | null };

/** The lines of a report in preparation, with what its owners have said so far. */
export async function liveLines(db: Database, report: ReportRow, today: Day): Promise<LiveLine[]> {
	const found = await liveRows(db, report, readingDay(report, today));
	const previous = await previousLines(db, (await previousReport(db, report))?.id);
	const comments = new Map<string, { text: Localized | null; byId: string | null }>();
	for (const { promiseId, text, askedId } of await commentsOf(db, report.id))
		comments.set(promiseId, { text, byId: askedId });
	return found.map((row) => {
		const { questions: _questions, promiseId, ...line } = row;
		const comment = comments.get(promiseId);
		return {
			...line,
			row,
			evidenceCount: null,
			previous: previous.get(row.code) ?? null,
			comment: comment?.text ?? null,
			commentById: comment?.text ? comment.byId : null
		};
	});
}

export async function frozenLines(db: Database, reportId: string): Promise<ReportLine[]> {
	return (await keptLines(db, reportId)).map(
		({ id: _id, reportId: _reportId, promiseId: _promiseId, commentById: _by, ...line }) => line
	);
}

export async function frozenLine(db: Database, reportId: string, code: string): Promise<KeptLine | undefined> {
	return (await keptLines(db, reportId)).find((line) => line.code === code);
}

/** Of a frozen report the one it looked back at then; of one in preparation the one it would look back at now. */
export const lookedBackAt = async (db: Database, report: ReportRow) =>
	(report.frozenOn === null ? await previousReport(db, report) : await reportNamed(db, report.previousId)) ?? null;

/** The records that a frozen line rests on. */
export const keptEvidence = (db: Database, lineId: string): Promise<EvidenceKey[]> =>
	db
		.select({
			kind: reportEvidence.kind,
			id: reportEvidence.factId,
			on: reportEvidence.on,
			organisationId: reportEvidence.organisationId,
			key: reportEvidence.key
		})
		.from(reportEvidence)
		.where(eq(reportEvidence.lineId, lineId));

function compare(kept: readonly EvidenceKey[], now: readonly EvidenceKey[]) {
	const name = ({ kind, id }: EvidenceKey) => `${kind} ${id}`;
	const before = new Map(kept.map((record) => [name(record), record.key]));
	const after = new Map(now.map((record) => [name(record), record.key]));
	return {
		came: now.filter((record) => !before.has(name(record))).length,
		went: kept.filter((record) => !after.has(name(record))).length,
		corrected: now.filter((record) => before.has(name(record)) && before.get(name(record)) !== record.key).length
	};
}

/** What was corrected since a report was frozen: its own day, read again now, beside what was kept. */
export async function correctedLines(db: Database, report: ReportRow): Promise<Corrected[]> {
	const kept = await keptLines(db, report.id);
	const live = new Map((await liveRows(db, report, report.closesOn)).map((row) => [row.code, row]));
	const found: Corrected[] = [];
	for (const line of kept) {
		const now = live.get(line.code);
		if (now && !isCorrected(line, now)) continue;
		const records = now ? (await recordsBehind(db, now.questions, report.closesOn)).records : [];
		found.push({
			code: line.code,
			title: line.title,
			frozen: { status: line.status, reading: line.reading },
			now: now ? { status: now.status, reading: now.reading } : null,
			...compare(await keptEvidence(db, line.id), records)
		});
	}
	return found;
}
