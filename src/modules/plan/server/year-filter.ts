// What narrows the year down: which promises pass, and what there is to choose from.
import type { z } from 'zod';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { yearFilter } from '../inputs.ts';
import type { ShownRow, ShownSection } from '../year-view.ts';
import type { PlanRow } from './promises.ts';

export type YearFilter = z.output<typeof yearFilter>;

const promiseCodes = async (db: Database, query: ReturnType<typeof sql>) =>
	new Set((await rows<{ code: string }>(db, query)).map(({ code }) => code));

/** Codes of the plan's promises that are linked to a goal, a priority or a theme; questions count for their theme. */
const linked = {
	goal: (plan: PlanRow, code: string) => sql`select p.code from promise p join promise_goal l on l.promise_id = p.id
		join goal g on g.id = l.goal_id where p.plan_id = ${plan.id} and g.code = ${code}`,
	priority: (
		plan: PlanRow,
		code: string
	) => sql`select p.code from promise p join promise_priority l on l.promise_id = p.id
		join priority r on r.id = l.priority_id where p.plan_id = ${plan.id} and r.code = ${code}`,
	theme: (plan: PlanRow, code: string) => sql`select p.code from promise p join promise_theme l on l.promise_id = p.id
		join theme t on t.id = l.theme_id left join theme above on above.id = t.parent_id
		where p.plan_id = ${plan.id} and (t.code = ${code} or above.code = ${code})`
};

/** Whether a row passes, apart from its status: that is chosen among what passes. */
export async function filterOf(
	db: Database,
	plan: PlanRow,
	filter: YearFilter,
	locale: Locale
): Promise<(row: ShownRow) => boolean> {
	const sets: ReadonlySet<string>[] = [];
	for (const name of ['goal', 'priority', 'theme'] as const) {
		const code = filter[name];
		if (code) sets.push(await promiseCodes(db, linked[name](plan, code)));
	}
	const wanted = filter.q?.toLocaleLowerCase(locale);
	return (row) =>
		(!filter.owner || row.owner === filter.owner) &&
		sets.every((set) => set.has(row.code)) &&
		(!wanted ||
			say(row.title, locale).toLocaleLowerCase(locale).includes(wanted) ||
			row.code.toLowerCase().includes(wanted));
}

/** Narrows sections down to the rows that pass; what becomes empty goes. */
export function narrowed(
	sections: readonly ShownSection[],
	keep: (row: ShownRow) => boolean,
	coreTask?: string
): ShownSection[] {
	return sections
		.filter((section) => !coreTask || section.coreTask === coreTask)
		.map((section) => ({
			...section,
			activities: section.activities
				.map((activity) => ({ ...activity, rows: activity.rows.filter(keep) }))
				.filter((activity) => activity.rows.length > 0)
		}))
		.filter((section) => section.activities.length > 0);
}

type Choice = { code: string; name: Localized };

/** Only what promises are linked to: another choice would find nothing. */
const choosable = {
	coreTasks: (plan: PlanRow) =>
		sql`select key as code, title as name from core_task where plan_id = ${plan.id} order by position`,
	goals: (plan: PlanRow) => sql`select g.code, g.name from goal g where exists (select from promise_goal l
		join promise p on p.id = l.promise_id where l.goal_id = g.id and p.plan_id = ${plan.id}) order by g.position`,
	priorities: (plan: PlanRow) => sql`select r.code, r.title as name from priority r where r.plan_id = ${plan.id}
		and exists (select from promise_priority l where l.priority_id = r.id) order by r.position`,
	themes: (
		plan: PlanRow
	) => sql`select t.code, t.name from theme t where t.name is not null and t.kind <> 'set' and exists (
		select from promise_theme l join promise p on p.id = l.promise_id join theme o on o.id = l.theme_id
		where p.plan_id = ${plan.id} and t.id in (o.id, o.parent_id)) order by t.position, t.code`
};

export async function choicesOf(db: Database, plan: PlanRow, all: readonly ShownRow[], locale: Locale) {
	const choices = (name: keyof typeof choosable) => rows<Choice>(db, choosable[name](plan));
	return {
		coreTasks: await choices('coreTasks'),
		goals: await choices('goals'),
		priorities: await choices('priorities'),
		themes: await choices('themes'),
		owners: [...new Set(all.flatMap(({ owner }) => (owner ? [owner] : [])))].sort((a, b) => a.localeCompare(b, locale))
	};
}
