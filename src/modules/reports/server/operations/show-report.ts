// Reports are listed and read: the whole, one line of it with its records, and what was corrected since.
import { anyone, type Actor } from '#platform/actor.ts';
import { NotFound } from '#platform/errors.ts';
import type { Localized } from '#platform/localized.ts';
import { tasksAbout } from '#modules/tasks/server/public.ts';
import { refKey } from '#platform/record.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { read, type Caller } from '#platform/server/operation.ts';
import { factVisibleIn } from '#platform/server/views.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { reportCases } from '../cases.ts';
import { correctedLines, frozenLine } from '../lines.ts';
import {
	askedOwners,
	changesOf,
	outcomesOf,
	visibleReport,
	visibleReportByKey,
	visibleReports,
	type ReportRow
} from '../queries.ts';
import { reportView } from '../report-view.ts';

const listed = ({ id, key, title, reader, groupName, organisationName, closesOn, frozenOn }: ReportRow) => ({
	id,
	key,
	title,
	reader,
	groupName,
	organisationName,
	closesOn,
	frozenOn
});

export const listReports = read({
	name: 'reports.listReports',
	input: inputs.nothing,
	may: anyone,
	run: async ({ db, actor }) => {
		const found = await visibleReports(db, actor);
		const withComments = [];
		for (const row of found) {
			const owners = row.frozenOn === null ? await askedOwners(db, row.id) : [];
			const sum = (count: 'asked' | 'written') => owners.reduce((total, owner) => total + owner[count], 0);
			const own = owners.find(({ id }) => id === actor.personId);
			withComments.push({
				...listed(row),
				commentsBefore: row.commentsBefore,
				comments: { asked: sum('asked'), written: sum('written') },
				yours: own ? own.asked - own.written : 0
			});
		}
		return { reports: withComments, may: { prepare: rules.mayPrepareReport(actor) } };
	}
});

/** The id of a report by its key, for commands. */
export const findReport = read({
	name: 'reports.findReport',
	input: inputs.reportKey,
	subject: ({ db, actor }, { key }) => visibleReportByKey(db, actor, key),
	may: rules.maySeeReport,
	cases: reportCases,
	run: ({ subject }) => listed(subject)
});

/** The tasks that recommendations became, by the recommendation; as far as this actor may see them. */
async function tasksOfOutcomes(caller: Pick<Caller, 'db' | 'actor'>, reportId: string) {
	const outcomes = await outcomesOf(caller.db, reportId);
	const refs = outcomes.map(({ id }) => ({ kind: 'recommendation', id }));
	const tasks = await tasksAbout(caller, refs);
	return refs.flatMap((ref) =>
		(tasks.get(refKey(ref)) ?? []).map(
			({ id, what, state, dueOn, settledOn, forPersonId, forGroupId, forRole, person, group }) => ({
				outcomeId: ref.id,
				id,
				what,
				state,
				dueOn,
				settledOn,
				forPersonId,
				forGroupId,
				forRole,
				person,
				group
			})
		)
	);
}

export const showReport = read({
	name: 'reports.showReport',
	input: inputs.reportId,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.maySeeReport,
	cases: reportCases,
	run: async ({ db, actor, clock, subject }) => {
		const today = clock.today();
		const prepares = rules.mayPrepareReport(actor);
		const owners = subject.frozenOn === null ? await askedOwners(db, subject.id) : [];
		return {
			report: await reportView(db, subject, today),
			corrected: subject.frozenOn === null ? [] : await correctedLines(db, subject),
			owners: owners
				.filter(({ id }) => prepares || id === actor.personId)
				.map(({ id, name, asked, written }) => ({ id, name, asked, written, isYou: id === actor.personId })),
			tasks: subject.frozenOn === null ? [] : await tasksOfOutcomes({ db, actor }, subject.id),
			changes: prepares ? await changesOf(db, subject.id) : [],
			today,
			may: {
				prepare: prepares && subject.frozenOn === null,
				comment: subject.frozenOn === null && rules.mayComment(actor, subject),
				freeze: rules.mayFreezeReport(actor),
				conclude: subject.frozenOn !== null && rules.mayConclude(actor, subject)
			},
			cannot: { freeze: rules.cannotFreeze(subject, today) }
		};
	}
});

export const recordsPerPage = 50;

type KeptRecord = { id: string; kind: string; startsOn: string; title: Localized; href: string };

/** The records behind a frozen line that are still there and that this actor may see; the newest first. */
async function recordsOf(db: Database, actor: Actor, lineId: string, page: number) {
	const found = await rows<KeptRecord & { visible: number }>(
		db,
		sql`select f.id, f.kind, f.starts_on as "startsOn", f.title, f.href, count(*) over ()::int as visible
			from report_evidence e join fact f on f.id = e.fact_id and f.kind = e.kind
			where e.line_id = ${lineId} and ${factVisibleIn(actor, 'f')}
			order by f.starts_on desc, f.id desc limit ${recordsPerPage} offset ${(page - 1) * recordsPerPage}`
	);
	return { records: found.map(({ visible: _visible, ...record }) => record), visible: found[0]?.visible ?? 0 };
}

export const showReportLine = read({
	name: 'reports.showReportLine',
	input: inputs.reportLine,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.maySeeReport,
	cases: reportCases,
	run: async ({ db, actor, clock, subject, input: { code, page } }) => {
		const line = subject.frozenOn === null ? undefined : await frozenLine(db, subject.id, code);
		if (!line) throw new NotFound();
		const { id: lineId, commentById: _by, promiseId: _promise, reportId: _report, ...shown } = line;
		return {
			report: listed(subject),
			today: clock.today(),
			line: shown,
			corrected: (await correctedLines(db, subject)).find((one) => one.code === code),
			evidence: { ...(await recordsOf(db, actor, lineId, page)), total: line.evidenceCount },
			page,
			perPage: recordsPerPage
		};
	}
});
