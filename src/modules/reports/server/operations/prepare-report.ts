// A report is set up: on what, for whom, until which day; and changed or dropped while nobody has it yet.
import { asc, eq, like } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { planOfDay, partsOfPlan } from '#modules/plan/server/public.ts';
import type { PlanScope } from '#modules/plan/plan-scope.ts';
import { marked } from '#platform/localized.ts';
import { Conflict, invalid } from '#platform/errors.ts';
import { keyFrom } from '#platform/key.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { askOwners } from '../asking.ts';
import { remember } from '../changes.ts';
import { visibleReport } from '../queries.ts';
import { report } from '../schema.ts';

export const aboutReport = (subject: { id: string }) => ({ kind: 'report', id: subject.id });

/** What is refused of a report that others have already read. */
export const notFrozen = ({ frozenOn }: { frozenOn: string | null }) => {
	if (frozenOn !== null) throw new Conflict('reports_conflict_frozen');
};

type Content = inputs.ReportContent;

async function scopeOf(db: Database, planId: string, { scope, activities }: Content): Promise<PlanScope> {
	if (scope.kind === 'plan') return { kind: 'plan', codes: [] };
	const codes = scope.kind === 'activities' ? [...new Set(activities)] : [scope.code];
	if (codes.length === 0) throw invalid('activities', 'reports_issue_activities');
	const known = new Set(
		(await partsOfPlan(db, planId)).filter(({ kind }) => kind === scope.kind).map(({ code }) => code)
	);
	if (codes.some((code) => !known.has(code)))
		throw invalid(scope.kind === 'activities' ? 'activities' : 'scope', 'unknown');
	return { kind: scope.kind, codes };
}

/** The columns that the form fills in, checked against the plan and each other. */
async function columnsOf(db: Database, planId: string, content: Content) {
	const {
		title,
		reader,
		groupId = null,
		organisationId = null,
		closesOn,
		asks,
		commentsBefore = null,
		intro = null
	} = content;
	if (reader === 'group' && !groupId) throw invalid('groupId', 'reports_issue_group');
	if (reader === 'funder' && !organisationId) throw invalid('organisationId', 'reports_issue_funder');
	await checkReferences(db, [
		{ path: 'groupId', table: group, id: groupId },
		{ path: 'organisationId', table: organisation, id: organisationId }
	]);
	const { kind: scopeKind, codes } = await scopeOf(db, planId, content);
	const organisationOf = reader === 'funder' ? organisationId : null;
	return {
		title,
		scopeKind,
		scopeCodes: [...codes],
		reader,
		groupId,
		closesOn,
		asks,
		commentsBefore,
		intro,
		organisationId: organisationOf
	};
}

/** `plan-2022-08-31`, and a number behind it when that is taken. */
async function freeKey(db: Database, { scopeKind, scopeCodes, closesOn }: Awaited<ReturnType<typeof columnsOf>>) {
	const about = scopeCodes.length === 1 ? scopeCodes[0]! : scopeKind;
	const wanted = `${keyFrom(about)}-${closesOn}`;
	const taken = await db
		.select({ key: report.key })
		.from(report)
		.where(like(report.key, `${wanted}%`));
	const keys = new Set(taken.map(({ key }) => key));
	if (!keys.has(wanted)) return wanted;
	let number = 2;
	while (keys.has(`${wanted}-${number}`)) number++;
	return `${wanted}-${number}`;
}

export const prepareReport = operation({
	name: 'reports.prepareReport',
	input: inputs.report,
	may: rules.mayPrepareReport,
	about: (_subject, result: { id: string }) => aboutReport(result),
	run: async ({ subject: _subject, input, ...caller }) => {
		const { db, actor } = caller;
		const plan = await planOfDay(db, input.closesOn);
		if (!plan) throw new Conflict('reports_conflict_no_plan');
		const columns = await columnsOf(db, plan.id, input);
		const id = newId();
		const key = await freeKey(db, columns);
		await db.insert(report).values({ id, key, planId: plan.id, ...columns });
		await askOwners(caller, (await visibleReport(db, actor, id))!);
		await remember(caller, { reportId: id, kind: 'prepared' });
		return { id, key };
	}
});

export const changeReport = operation({
	name: 'reports.changeReport',
	input: inputs.reportChange,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayPrepareReport,
	about: aboutReport,
	run: async ({ subject, input: { reportId, ...content }, ...caller }) => {
		notFrozen(subject);
		const { db, actor } = caller;
		const columns = await columnsOf(db, subject.planId, content);
		await db.update(report).set(marked(subject, columns)).where(eq(report.id, reportId));
		await askOwners(caller, (await visibleReport(db, actor, reportId))!);
		await remember(caller, { reportId, kind: 'changed' });
	}
});

/** Only what nobody has read yet. */
export const dropReport = operation({
	name: 'reports.dropReport',
	input: inputs.reportId,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.mayPrepareReport,
	about: aboutReport,
	run: async ({ db, subject }) => {
		notFrozen(subject);
		await db.delete(report).where(eq(report.id, subject.id));
	}
});

/** What a report can be about, and for whom. */
export const listReportChoices = read({
	name: 'reports.listReportChoices',
	input: inputs.choices,
	may: rules.mayPrepareReport,
	run: async ({ db, actor, clock, input: { reportId } }) => {
		const given = reportId === undefined ? undefined : await visibleReport(db, actor, reportId);
		const planId = given?.planId ?? (await planOfDay(db, clock.today()))?.id;
		return {
			given,
			today: clock.today(),
			scopes: planId === undefined ? [] : await partsOfPlan(db, planId),
			groups: await db.select({ id: group.id, name: group.name }).from(group).orderBy(asc(group.key)),
			organisations: await db
				.select({ id: organisation.id, name: organisation.name })
				.from(organisation)
				.orderBy(asc(organisation.key))
		};
	}
});
