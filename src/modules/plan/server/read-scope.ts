// A part of a plan read on a day, in both languages and with its courses: what reports are made from.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { courseOf } from '../course.ts';
import type { Both, Named, PlanScope, PlanScopeKind, ScopeChoice, ScopePart, ScopeRow } from '../plan-scope.ts';
import { partReadingText, stoodText } from '../targets/reading-text.ts';
import { partText, targetText } from '../targets/sentence.ts';
import { partsOf } from '../targets/target.ts';
import { partWhy, whyText } from '../targets/why.ts';
import { activitiesOf, planById, visiblePromises } from './promises.ts';
import { contextOf, readPromises, type Context, type ReadPromise } from './reading.ts';
import { stripOf } from './year.ts';

const both = (say: (locale: Locale) => string): Both => ({ nl: say('nl'), en: say('en') });

function partsSaid({ promise, reading, questions, answers }: ReadPromise, { names, plan }: Context, day: Day) {
	if (!promise.target) return [];
	return partsOf(promise.target).map((measure, index): ScopePart => {
		const part = reading.parts[index]!;
		const { status, value, wanted, planned, forecast, startsOn, endsOn } = part;
		return {
			status,
			value,
			wanted,
			planned,
			forecast,
			startsOn,
			endsOn,
			sentence: both((locale) => partText(measure, promise.windows, names, locale)),
			reading: both((locale) => partReadingText(measure, part, locale)),
			why: both((locale) => partWhy(measure, part, day, names, locale)),
			course: courseOf(questions[index]!, answers[index]!, part, plan, day)
		};
	});
}

type Place = { [place in 'coreTask' | 'section' | 'activity']: Named | null };
const nowhere: Place = { coreTask: null, section: null, activity: null };

async function placesOf(db: Database, planId: string): Promise<ReadonlyMap<string, Place>> {
	const activities = await activitiesOf(db, planId);
	return new Map(
		activities.map((row) => [
			row.id,
			{
				coreTask: { code: row.coreTaskKey, title: row.coreTaskTitle },
				section: { code: row.sectionCode, title: row.sectionTitle },
				activity: { code: row.code, title: row.title }
			}
		])
	);
}

function rowOf(one: ReadPromise, context: Context, place: Place, day: Day): ScopeRow {
	const { promise, reading, questions } = one;
	const { target, windows } = promise;
	const { names } = context;
	return {
		...place,
		promiseId: promise.id,
		code: promise.code,
		kind: promise.kind,
		title: promise.title,
		visibility: promise.visibility,
		ownerPersonId: promise.ownerPersonId,
		target,
		windows,
		sentence: target && both((locale) => targetText(target, windows, names, locale)),
		reading: both((locale) => stoodText(target, reading, locale)),
		why: both((locale) => whyText({ target, reading, today: day, names, locale })),
		status: reading.status,
		computed: reading.computed ?? null,
		isJudged: reading.judged !== undefined,
		openConditions: reading.openConditions,
		parts: partsSaid(one, context, day),
		strip: stripOf(one, context.plan),
		questions
	};
}

const anyOf = (codes: readonly string[]) =>
	sql.join(
		codes.map((code) => sql`${code}`),
		sql`, `
	);

type Part = Exclude<PlanScopeKind, 'plan'>;

/** Which promises `p` belong to a part of the plan. A programme brings along what runs under it. */
const belongs: Record<Part, (codes: readonly string[]) => ReturnType<typeof sql>> = {
	'core-task': (
		codes
	) => sql`exists (select from core_task t where t.key in (${anyOf(codes)}) and (t.id = p.core_task_id or t.id =
		(select s.core_task_id from activity a join section s on s.id = a.section_id where a.id = p.activity_id)))`,
	programme: (codes) => sql`exists (with recursive under as (
			select id from programme where plan_id = p.plan_id and key in (${anyOf(codes)})
			union select c.id from programme c join under on c.parent_id = under.id)
		select from promise_programme l join under on under.id = l.programme_id where l.promise_id = p.id)`,
	goal: (codes) =>
		sql`exists (select from promise_goal l join goal x on x.id = l.goal_id where l.promise_id = p.id and x.code in (${anyOf(codes)}))`,
	'value-strategy': (codes) =>
		sql`exists (select from promise_value_strategy l join value_strategy x on x.id = l.value_strategy_id where l.promise_id = p.id and x.code in (${anyOf(codes)}))`,
	theme: (codes) =>
		sql`exists (select from promise_theme l join theme x on x.id = l.theme_id where l.promise_id = p.id and x.code in (${anyOf(codes)}))`,
	priority: (codes) =>
		sql`exists (select from promise_priority l join priority x on x.id = l.priority_id where l.promise_id = p.id and x.code in (${anyOf(codes)}))`,
	activities: (codes) => sql`exists (select from activity a where a.id = p.activity_id and a.code in (${anyOf(codes)}))`
};

async function idsIn(db: Database, planId: string, { kind, codes }: PlanScope): Promise<ReadonlySet<string> | null> {
	if (kind === 'plan') return null;
	if (codes.length === 0) return new Set();
	const found = await rows<{ id: string }>(
		db,
		sql`select p.id from promise p where p.plan_id = ${planId} and ${belongs[kind](codes)}`
	);
	return new Set(found.map(({ id }) => id));
}

type Asked = { planId: string; scope: PlanScope; day: Day };

/** The promises of a part of the plan that the actor may see, read on a day; what only repeats another promise is left out. */
export async function readScope(db: Database, actor: Actor, { planId, scope, day }: Asked): Promise<ScopeRow[]> {
	const plan = await planById(db, planId);
	if (!plan) return [];
	const wanted = await idsIn(db, planId, scope);
	const context = await contextOf(db, plan, day);
	const places = await placesOf(db, planId);
	const promises = (await visiblePromises(db, actor, planId)).filter(
		({ id, sameAs, withdrawnOn }) =>
			sameAs.length === 0 && (withdrawnOn === null || withdrawnOn > day) && (wanted === null || wanted.has(id))
	);
	const read = await readPromises(db, promises, context, day);
	return inOrder(
		read.map((one) => rowOf(one, context, places.get(one.promise.activityId ?? '') ?? nowhere, day)),
		[...places.values()]
	);
}

/** In the order of the activity plan; what stands only in the text comes last. */
function inOrder(found: readonly ScopeRow[], places: readonly Place[]): ScopeRow[] {
	const order = new Map(places.map(({ activity }, index) => [activity!.code, index]));
	const rank = ({ activity }: ScopeRow) => (activity ? order.get(activity.code)! : places.length);
	return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Everything of a plan that a report can be about; of what nothing is promised, nothing. */
export const scopeChoices = (db: Database, planId: string) =>
	rows<ScopeChoice>(
		db,
		sql`select kind, code, title from (
			select 1 as rank, 'core-task' as kind, key as code, title, position from core_task where plan_id = ${planId}
			union all select 2, 'programme', r.key, r.name, r.position from programme r where r.plan_id = ${planId}
				and exists (select from promise_programme l where l.programme_id = r.id)
			union all select 3, 'goal', g.code, g.name, g.position from goal g join plan p on p.framework_id = g.framework_id where p.id = ${planId}
			union all select 4, 'value-strategy', v.code, v.name, v.position from value_strategy v join plan p on p.framework_id = v.framework_id
				where p.id = ${planId}
			union all select 5, 'theme', t.code, coalesce(t.name, t.text), t.position from theme t join plan p on p.framework_id = t.framework_id
				where p.id = ${planId} and exists (select from promise_theme l where l.theme_id = t.id)
			union all select 6, 'priority', code, title, position from priority where plan_id = ${planId}
			union all select 7, 'activities', a.code, a.title, s.position * 1000 + a.position from activity a join section s on s.id = a.section_id
				where a.plan_id = ${planId}
		) choices order by rank, position`
	);

/** What a scope is called: its title, or the titles of its activities; empty for the whole plan. */
export async function scopeTitles(db: Database, planId: string, scope: PlanScope): Promise<Localized[]> {
	const choices = await scopeChoices(db, planId);
	return choices
		.filter(({ kind, code }) => kind === scope.kind && scope.codes.includes(code))
		.map(({ title }) => title);
}
