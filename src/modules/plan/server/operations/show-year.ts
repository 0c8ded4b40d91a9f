// The year on one page: every promise the actor may see, narrowed down by what the address asks.
import type { Localized } from '#platform/localized.ts';
import { say } from '#platform/localized.ts';
import { read, type Caller } from '#platform/server/operation.ts';
import { rows, sql } from '#platform/server/database.ts';
import { yearFilter } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { planOn } from '../promises.ts';
import type { ShownRow, ShownSection } from '../../year-view.ts';
import { yearOf } from '../year.ts';

/** The plan of today, for who may see it: for others there is none. */
export async function currentPlan({ db, actor, clock }: Caller) {
	const plan = await planOn(db, clock.today());
	return plan && rules.maySeePlan(actor, plan) ? plan : undefined;
}

export const planCases = {
	'public plan': { visibility: 'public' },
	'plan for members': { visibility: 'members' },
	'plan of the bureau': { visibility: 'bureau' }
} as const;

type Filter = {
	core_task?: string | undefined;
	owner?: string | undefined;
	status?: string | undefined;
	q?: string | undefined;
};

/** Narrows sections down to the rows that pass; what becomes empty goes. */
function narrowed(sections: readonly ShownSection[], filter: Filter, keep: (row: ShownRow) => boolean): ShownSection[] {
	return sections
		.filter((section) => !filter.core_task || section.coreTask === filter.core_task)
		.map((section) => ({
			...section,
			activities: section.activities
				.map((activity) => ({ ...activity, rows: activity.rows.filter(keep) }))
				.filter((activity) => activity.rows.length > 0)
		}))
		.filter((section) => section.activities.length > 0);
}

const codesOfGoal = async ({ db }: Caller, goal: string) =>
	new Set(
		(
			await rows<{ code: string }>(
				db,
				sql`select p.code from promise_goal l join promise p on p.id = l.promise_id join goal g on g.id = l.goal_id where g.code = ${goal}`
			)
		).map(({ code }) => code)
	);

export const showYear = read({
	name: 'plan.showYear',
	input: yearFilter,
	subject: currentPlan,
	may: rules.maySeePlan,
	cases: planCases,
	run: async ({ input, subject, ...caller }) => {
		const { db, actor, clock, locale } = caller;
		const year = await yearOf(db, actor, subject, { today: clock.today(), locale });
		const inGoal = input.goal ? await codesOfGoal(caller, input.goal) : null;
		const wanted = input.q?.toLocaleLowerCase(locale);
		const keep = (row: ShownRow) =>
			(!input.status || row.status === input.status) &&
			(!input.owner || row.owner === input.owner) &&
			(!inGoal || inGoal.has(row.code)) &&
			(!wanted ||
				say(row.title, locale).toLocaleLowerCase(locale).includes(wanted) ||
				row.code.toLowerCase().includes(wanted));
		const all = year.sections.flatMap((section) => section.activities.flatMap((activity) => activity.rows));
		return {
			...year,
			sections: narrowed(year.sections, input, keep),
			inText: input.core_task ? [] : year.inText.filter(keep),
			filter: input,
			choices: {
				coreTasks: await rows<{ key: string; title: Localized }>(
					db,
					sql`select key, title from core_task where plan_id = ${subject.id} order by position`
				),
				goals: await rows<{ code: string; name: Localized }>(
					db,
					sql`select g.code, g.name from goal g join plan p on p.framework_id = g.framework_id where p.id = ${subject.id} order by g.position`
				),
				owners: [...new Set(all.flatMap(({ owner }) => (owner ? [owner] : [])))].sort((a, b) =>
					a.localeCompare(b, locale)
				)
			}
		};
	}
});
