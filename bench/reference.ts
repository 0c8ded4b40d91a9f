// The best hand-written SQL we know for the same question: how much of each target of this plan is done and planned on a day.
// Straight over the tables, no views, one scan per table, ids looked up beforehand. What it leaves out (visibility, titles,
// reasons) is what readings do not read either.
import type { Context, ReadPromise } from '#modules/plan/server/reading.ts';
import type { Filter, Question } from '#modules/plan/targets/question.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';

type Day = { key: string; on: string; done: number; planned: number };

const valuesOf = (questions: readonly Question[], kind: string, column: Filter['column']) => [
	...new Set(
		questions.flatMap(({ asked }) =>
			'kind' in asked && asked.kind === kind
				? asked.filters.filter((filter) => filter.column === column).flatMap(({ values }) => values)
				: []
		)
	)
];

const list = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

/** Answers the number of rows that it read from its statements, so that nothing can be left out unseen. */
export async function reference(
	db: Database,
	read: readonly ReadPromise[],
	{ plan }: Context,
	day: string
): Promise<number> {
	const questions = read.flatMap((one) => one.questions);
	const [from, until] = ['2021-12-01', `${Number(plan.startsOn.slice(0, 4)) + 8}-12-31`];
	const state = (alias: string) => sql.raw(`${alias}.state`);
	const done = (
		on: ReturnType<typeof sql>,
		isDone: ReturnType<typeof sql>
	) => sql`count(*) filter (where ${isDone} and ${on} <= ${day}::date) as done,
		count(*) filter (where ${on} > ${day}::date) as planned`;
	const by = async (statement: ReturnType<typeof sql>) => (await rows<Day>(db, statement)).length;
	const eventColumn = (column: 'series_id' | 'group_id' | 'id') =>
		by(sql`select e.${sql.raw(column)} as key, e.tags, e.starts_on as on, ${done(sql`e.starts_on`, sql`${state('e')} = 'done'`)} from event e
			where e.${sql.raw(column)} = any(${list(valuesOf(questions, 'event.done', column))}) and e.starts_on between ${from} and ${until}
				and e.state <> 'cancelled' group by 1, 2, 3
			union all select r.${sql.raw(column)}, r.tags, r.starts_on, ${done(sql`r.starts_on`, sql`${state('r')} = 'done'`)} from reported_fact r
			where r.kind = 'event.done' and r.${sql.raw(column)} = any(${list(valuesOf(questions, 'event.done', column))})
				and r.starts_on between ${from} and ${until} and r.withdrawn_at is null group by 1, 2, 3`);
	let total = (await eventColumn('series_id')) + (await eventColumn('group_id')) + (await eventColumn('id'));
	total +=
		await by(sql`select i.channel_id as key, i.tags, i.sent_on as on, ${done(sql`i.sent_on`, sql`i.state = 'sent'`)} from issue i
		where i.channel_id = any(${list(valuesOf(questions, 'issue.sent', 'subject_id'))}) and i.sent_on between ${from} and ${until} group by 1, 2, 3`);
	total +=
		await by(sql`select 'contact' as key, c.contacted_on as on, ${done(sql`c.contacted_on`, sql`true`)} from contact c
		where c.means in ('visit', 'online') and c.contacted_on between ${plan.startsOn} and ${plan.endsOn} and exists (select from membership m
			where m.organisation_id = c.organisation_id and m.starts_on <= c.contacted_on and coalesce(m.ends_on, 'infinity') >= c.contacted_on)
		group by 1, 2`);
	total +=
		await by(sql`select d.id as key, coalesce(d.delivered_on, d.due_on) as on, ${done(sql`d.delivered_on`, sql`${state('d')} = 'delivered'`)} from document d
		where d.id = any(${list(valuesOf(questions, 'document.delivered', 'id'))}) or d.tags && array['progress-report'] group by 1, 2`);
	total +=
		await by(sql`select x.id as key, x.tags, coalesce(x.reached_on, x.due_on) as on, ${done(sql`x.reached_on`, sql`${state('x')} = 'reached'`)} from milestone x
		where x.id = any(${list(valuesOf(questions, 'milestone.reached', 'id'))}) or x.tags && array['new-service', 'lobby-theme-in-policy-note'] group by 1, 2, 3`);
	total += await by(
		sql`select p.term_id as key, p.starts_on as on, 1 as done, 0 as planned from term_period p where p.term_id = any(${list(valuesOf(questions, 'term.holds', 'id'))})`
	);
	total += await by(sql`select 'member' as key, m.starts_on as on, count(*) as done, 0 as planned from membership m
		where m.starts_on <= ${plan.endsOn} and coalesce(m.ends_on, 'infinity') >= ${plan.startsOn}::date group by 1, 2`);
	total +=
		await by(sql`select r.event_id as key, r.counted_on as on, r.total as done, 0 as planned from registration_count r
		where r.event_id = any(${list(valuesOf(questions, 'event.registered', 'subject_id'))})`);
	return total;
}
