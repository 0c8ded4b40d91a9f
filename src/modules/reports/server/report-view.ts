// One report as everybody who may see it sees it.
import { planWithId, titlesOfPart } from '#modules/plan/server/public.ts';
import type { Day } from '#platform/day.ts';
import type { Database } from '#platform/server/database.ts';
import type { ReportView } from '../report-view.ts';
import { frozenLines, liveLines, lookedBackAt, readingDay } from './lines.ts';
import { outcomesOf, type ReportRow } from './queries.ts';

export async function reportView(db: Database, row: ReportRow, today: Day): Promise<ReportView> {
	const plan = (await planWithId(db, row.planId))!;
	const lines =
		row.frozenOn === null
			? (await liveLines(db, row, today)).map(({ row: _row, commentById: _by, ...line }) => line)
			: await frozenLines(db, row.id);
	const { id, key, title, reader, groupName, organisationName, closesOn, asks, commentsBefore, frozenOn, intro } = row;
	return {
		id,
		key,
		title,
		reader,
		groupName,
		organisationName,
		closesOn,
		asks,
		commentsBefore,
		frozenOn,
		intro,
		lines,
		scopeTitles: await titlesOfPart(db, row.planId, { kind: row.scopeKind, codes: row.scopeCodes }),
		readOn: readingDay(row, today),
		plan: { title: plan.title, startsOn: plan.startsOn, endsOn: plan.endsOn },
		previous: await lookedBackAt(db, row),
		outcomes: await outcomesOf(db, row.id)
	};
}
