// A part of the plan with all its promises: an activity, a goal, a priority or an SDG. "What did we do on climate justice?"
import { z } from 'zod';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import { code } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { sdgName } from '../../sdgs.ts';
import { countOf } from '../../year-view.ts';
import type { PlanRow } from '../promises.ts';
import { yearOf } from '../year.ts';
import { narrowed } from '../year-filter.ts';
import { currentPlan, planCases } from './show-year.ts';

export const scopeKinds = ['activity', 'goal', 'priority', 'sdg'] as const;
type ScopeKind = (typeof scopeKinds)[number];

type Scope = {
	kind: ScopeKind;
	code: string;
	title: Localized;
	/** What the plan says of it: the goal's own words, the points of a priority, the planning cells of an activity. */
	texts: Localized[];
	/** Codes of its promises. */
	codes: string[];
};

type Found = { id: string; code: string; title: Localized; texts: Localized[] };

const finders: Record<Exclude<ScopeKind, 'sdg'>, (db: Database, plan: PlanRow, code: string) => Promise<Found[]>> = {
	activity: (db, plan, code) =>
		rows<Found>(
			db,
			sql`select a.id, a.code, a.title, coalesce((select json_agg(e.text order by e.position) from planning_entry e
					where e.activity_id = a.id), '[]') as texts
				from activity a where a.plan_id = ${plan.id} and a.code = ${code}`
		),
	goal: (db, plan, code) =>
		rows<Found>(
			db,
			sql`select g.id, g.code, g.name as title, case when g.text is null then '[]'::jsonb else jsonb_build_array(g.text) end as texts
				from goal g join plan p on p.framework_id = g.framework_id where p.id = ${plan.id} and g.code = ${code}`
		),
	priority: (db, plan, code) =>
		rows<Found>(
			db,
			sql`select id, code, title, points as texts from priority where plan_id = ${plan.id} and code = ${code}`
		)
};

const codesOf = async (db: Database, condition: ReturnType<typeof sql>) =>
	(await rows<{ code: string }>(db, sql`select p.code from promise p where ${condition}`)).map(({ code }) => code);

const linked: Record<Exclude<ScopeKind, 'sdg'>, (id: string) => ReturnType<typeof sql>> = {
	activity: (id) => sql`p.activity_id = ${id}`,
	goal: (id) => sql`exists (select from promise_goal l where l.promise_id = p.id and l.goal_id = ${id})`,
	priority: (id) => sql`exists (select from promise_priority l where l.promise_id = p.id and l.priority_id = ${id})`
};

async function scopeOf(db: Database, plan: PlanRow, kind: ScopeKind, code: string): Promise<Scope | undefined> {
	if (kind === 'sdg') {
		const title = sdgName(Number(code));
		if (!title) return undefined;
		const hasSdg = sql`p.plan_id = ${plan.id} and exists (select from promise_sdg l where l.promise_id = p.id and l.sdg = ${Number(code)})`;
		return { kind, code, title, texts: [], codes: await codesOf(db, hasSdg) };
	}
	const [found] = await finders[kind](db, plan, code);
	if (!found) return undefined;
	const codes = await codesOf(db, sql`p.plan_id = ${plan.id} and ${linked[kind](found.id)}`);
	return { kind, code: found.code, title: found.title, texts: found.texts, codes };
}

export const showScope = read({
	name: 'plan.showScope',
	input: z.object({ kind: z.enum(scopeKinds), code }),
	subject: async (caller, { kind, code }) => {
		const plan = await currentPlan(caller);
		const scope = plan && (await scopeOf(caller.db, plan, kind, code));
		return scope && { visibility: plan.visibility, plan, scope };
	},
	may: rules.maySeePlan,
	cases: planCases,
	run: async ({ db, actor, clock, locale, subject: { plan, scope } }) => {
		const year = await yearOf(db, actor, plan, { today: clock.today(), locale, show: 'everything' });
		const codes = new Set(scope.codes);
		const sections = narrowed(year.sections, ({ code }) => codes.has(code));
		return {
			plan,
			today: year.today,
			kind: scope.kind,
			code: scope.code,
			title: scope.title,
			texts: scope.texts,
			sections,
			inText: year.inText.filter((row) => codes.has(row.code)),
			outputs: countOf(sections)
		};
	}
});
