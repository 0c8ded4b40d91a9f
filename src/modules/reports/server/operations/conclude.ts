// What the group that a report goes to concludes, and what it recommends.
import { eq, sql as raw } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { reportCases } from '../cases.ts';
import { visibleReport } from '../queries.ts';
import { reportOutcome } from '../schema.ts';
import { aboutReport } from './prepare-report.ts';

export const addOutcome = operation({
	name: 'reports.addOutcome',
	input: inputs.outcome,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayConclude,
	cases: reportCases,
	about: aboutReport,
	run: async ({ db, actor, clock, subject, input: { reportId, concludedOn, ...content } }) => {
		if (subject.frozenOn === null) throw new Conflict('reports_conflict_not_frozen');
		if (concludedOn > clock.today()) throw invalid('concludedOn', 'reports_issue_future');
		const [last] = await db
			.select({ position: raw<number>`coalesce(max(${reportOutcome.position}), -1) + 1` })
			.from(reportOutcome)
			.where(eq(reportOutcome.reportId, reportId));
		const id = newId();
		await db
			.insert(reportOutcome)
			.values({ id, reportId, ...content, concludedOn, position: last!.position, writtenById: actor.personId });
		return { id };
	}
});

async function visibleOutcome({ db, actor }: Pick<Caller, 'actor'> & { db: Database }, id: string) {
	const [found] = await db.select().from(reportOutcome).where(eq(reportOutcome.id, id));
	const report = found && (await visibleReport(db, actor, found.reportId));
	return report && { ...report, outcome: found };
}

export const changeOutcome = operation({
	name: 'reports.changeOutcome',
	input: inputs.outcomeChange,
	subject: (caller, { outcomeId }) => visibleOutcome(caller, outcomeId),
	may: rules.mayConclude,
	cases: reportCases,
	about: aboutReport,
	run: async ({ db, subject, input: { outcomeId, ...content } }) => {
		if (subject.outcome.withdrawnOn !== null) throw new Conflict('reports_conflict_withdrawn');
		await db.update(reportOutcome).set(content).where(eq(reportOutcome.id, outcomeId));
	}
});

/** It stays in sight as withdrawn. */
export const withdrawOutcome = operation({
	name: 'reports.withdrawOutcome',
	input: inputs.outcomeId,
	subject: (caller, { outcomeId }) => visibleOutcome(caller, outcomeId),
	may: rules.mayConclude,
	cases: reportCases,
	about: aboutReport,
	run: async ({ db, clock, subject, input: { outcomeId } }) => {
		if (subject.outcome.withdrawnOn !== null) throw new Conflict('reports_conflict_withdrawn');
		await db.update(reportOutcome).set({ withdrawnOn: clock.today() }).where(eq(reportOutcome.id, outcomeId));
	}
});
