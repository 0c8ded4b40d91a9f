// What is read of reports; reached only through operations.
import { and, asc, desc, eq, isNotNull, isNull, lt, sql as raw } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import { isBoard, isBureau, isInside, type Actor } from '#platform/actor.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { report, reportChange, reportComment, reportOutcome } from './schema.ts';

const askedIds = raw<string[]>`array(select distinct c.asked_id from report_comment c
	where c.report_id = ${report.id} and c.asked_id is not null)`;

/** `maySeeReport`, said in SQL. */
function visible(actor: Actor) {
	if (isBureau(actor)) return sql`true`;
	const ids = (all: readonly string[]) => sql`${sql.param([...all])}::uuid[]`;
	const asks = sql`exists (select from report_comment c where c.report_id = ${report.id} and c.asked_id = ${actor.personId}::uuid)`;
	const reads = sql`(${isBoard(actor)}::boolean or ${report.reader} = 'public'
		or (${report.reader} = 'assembly' and ${isInside(actor)}::boolean)
		or (${report.reader} = 'group' and ${report.groupId} = any (${ids(actor.groups.map(({ groupId }) => groupId))}))
		or (${report.reader} = 'funder' and ${report.organisationId} = any (${ids(actor.organisations.map((tie) => tie.organisationId))})))`;
	return sql`case when ${report.frozenOn} is null then ${asks} else ${reads} end`;
}

const shown = {
	id: report.id,
	key: report.key,
	planId: report.planId,
	title: report.title,
	scopeKind: report.scopeKind,
	scopeCodes: report.scopeCodes,
	reader: report.reader,
	groupId: report.groupId,
	organisationId: report.organisationId,
	closesOn: report.closesOn,
	asks: report.asks,
	commentsBefore: report.commentsBefore,
	intro: report.intro,
	frozenOn: report.frozenOn,
	previousId: report.previousId,
	groupName: group.name,
	organisationName: organisation.name,
	askedIds
};

const found = (db: Database) =>
	db
		.select(shown)
		.from(report)
		.leftJoin(group, eq(group.id, report.groupId))
		.leftJoin(organisation, eq(organisation.id, report.organisationId));

/** Those in preparation first, by closing day; then the frozen ones, the newest first. */
export const visibleReports = (db: Database, actor: Actor) =>
	found(db)
		.where(visible(actor))
		.orderBy(sql`${report.frozenOn} is not null`, desc(report.closesOn), asc(report.key));

/** Those whose owners can still be asked. */
export const reportsInPreparation = (db: Database) => found(db).where(isNull(report.frozenOn)).orderBy(asc(report.key));

export async function visibleReport(db: Database, actor: Actor, id: string) {
	const [one] = await found(db).where(and(eq(report.id, id), visible(actor)));
	return one;
}

export async function visibleReportByKey(db: Database, actor: Actor, key: string) {
	const [one] = await found(db).where(and(eq(report.key, key), visible(actor)));
	return one;
}

export type ReportRow = NonNullable<Awaited<ReturnType<typeof visibleReport>>>;

/** The last frozen report on the same part of the plan for the same reader, before this one's closing day. */
export async function previousReport(
	db: Database,
	{ planId, scopeKind, scopeCodes, reader, closesOn }: Omit<typeof report.$inferInsert, 'id' | 'key' | 'title'>
) {
	const [one] = await db
		.select({ id: report.id, title: report.title, closesOn: report.closesOn })
		.from(report)
		.where(
			and(
				eq(report.planId, planId),
				eq(report.scopeKind, scopeKind),
				sql`${report.scopeCodes} = ${sql.param(scopeCodes ?? [])}::text[]`,
				eq(report.reader, reader),
				isNotNull(report.frozenOn),
				lt(report.closesOn, closesOn)
			)
		)
		.orderBy(desc(report.closesOn))
		.limit(1);
	return one;
}

export async function reportNamed(db: Database, id: string | null) {
	if (id === null) return undefined;
	const [one] = await db
		.select({ id: report.id, title: report.title, closesOn: report.closesOn })
		.from(report)
		.where(eq(report.id, id));
	return one;
}

export type CommentRow = {
	promiseId: string;
	askedId: string | null;
	asked: string | null;
	text: Localized | null;
	agreed: boolean;
	writtenOn: string | null;
	writtenBy: string | null;
};

export const commentsOf = (db: Database, reportId: string) =>
	rows<CommentRow>(
		db,
		sql`select c.promise_id as "promiseId", c.asked_id as "askedId", nullif(trim(a.given_name || ' ' || a.family_name), '') as asked,
				c.text, c.agreed, c.written_on as "writtenOn", nullif(trim(w.given_name || ' ' || w.family_name), '') as "writtenBy"
			from report_comment c left join person a on a.id = c.asked_id left join person w on w.id = c.written_by_id
			where c.report_id = ${reportId}`
	);

export type AskedOwner = {
	id: string;
	name: string;
	email: string | null;
	locale: 'nl' | 'en';
	asked: number;
	written: number;
};

/** Who is asked for comments, and how far they are; those with most still to do first. */
export const askedOwners = (db: Database, reportId: string) =>
	rows<AskedOwner>(
		db,
		sql`select p.id, trim(p.given_name || ' ' || p.family_name) as name, p.email, p.locale,
				count(*)::int as asked, count(c.written_on)::int as written
			from report_comment c join person p on p.id = c.asked_id where c.report_id = ${reportId}
			group by p.id order by count(*) - count(c.written_on) desc, name`
	);

export const outcomesOf = (db: Database, reportId: string) =>
	db
		.select({
			id: reportOutcome.id,
			kind: reportOutcome.kind,
			text: reportOutcome.text,
			concludedOn: reportOutcome.concludedOn,
			withdrawnOn: reportOutcome.withdrawnOn
		})
		.from(reportOutcome)
		.where(eq(reportOutcome.reportId, reportId))
		.orderBy(asc(reportOutcome.kind), asc(reportOutcome.position));

export const changesOf = (db: Database, reportId: string) =>
	db
		.select({
			kind: reportChange.kind,
			on: reportChange.on,
			number: reportChange.number,
			by: raw<string | null>`nullif(trim(${person.givenName} || ' ' || ${person.familyName}), '')`
		})
		.from(reportChange)
		.leftJoin(person, eq(person.id, reportChange.byPersonId))
		.where(eq(reportChange.reportId, reportId))
		.orderBy(asc(reportChange.on), asc(reportChange.at), asc(reportChange.id));

export const openComments = (reportId: string) =>
	and(eq(reportComment.reportId, reportId), isNull(reportComment.writtenOn), isNotNull(reportComment.askedId));
