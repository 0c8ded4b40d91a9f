// A report is frozen: what it says of its closing day is kept, with the records that it rests on.
import { eq } from 'drizzle-orm';
import { recordsBehind } from '#modules/plan/server/public.ts';
import type { EvidenceKey } from '#modules/plan/plan-scope.ts';
import { Conflict } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { remember } from '../changes.ts';
import { liveLines } from '../lines.ts';
import { previousReport, visibleReport } from '../queries.ts';
import { report, reportEvidence, reportLine } from '../schema.ts';
import { aboutReport } from './prepare-report.ts';

/** As many rows as one statement takes easily. */
const AT_ONCE = 5000;

async function keepEvidence(db: Database, lineId: string, records: readonly EvidenceKey[]) {
	const values = records.map(({ id, ...record }) => ({ ...record, lineId, factId: id }));
	for (let from = 0; from < values.length; from += AT_ONCE)
		await db.insert(reportEvidence).values(values.slice(from, from + AT_ONCE));
}

export const freezeReport = operation({
	name: 'reports.freezeReport',
	input: inputs.reportId,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayFreezeReport,
	about: aboutReport,
	run: async ({ subject, input: _input, ...caller }) => {
		const { db, clock } = caller;
		const refusal = rules.cannotFreeze(subject, clock.today());
		if (refusal) throw new Conflict(refusal);
		const previous = await previousReport(db, subject);
		const lines = await liveLines(db, subject, clock.today());
		if (lines.length === 0) throw new Conflict('reports_conflict_empty');
		for (const [position, { row, evidenceCount: _none, ...line }] of lines.entries()) {
			const { records, total } = await recordsBehind(db, row.questions, subject.closesOn);
			const id = newId();
			const kept = { id, reportId: subject.id, position, promiseId: row.promiseId, evidenceCount: total };
			await db.insert(reportLine).values({ ...line, ...kept });
			await keepEvidence(db, id, records);
		}
		await db
			.update(report)
			.set({ frozenOn: clock.today(), previousId: previous?.id ?? null })
			.where(eq(report.id, subject.id));
		await remember(caller, { reportId: subject.id, kind: 'frozen' });
		return { lines: lines.length };
	}
});
