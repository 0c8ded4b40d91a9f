// What is read of a plan and its promises; reached only through operations.
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { keptRows, rows, sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import type { PromiseKind } from '../plan-file-words.ts';
import type { Range, Window } from '../targets/periods.ts';
import type { Trigger } from '../targets/question.ts';
import type { Target } from '../targets/target.ts';

export type PlanRow = {
	id: string;
	key: string;
	title: Localized;
	startsOn: Day;
	endsOn: Day;
	visibility: 'public' | 'members' | 'bureau';
};

const planColumns = sql`id, key, title, starts_on as "startsOn", ends_on as "endsOn", visibility`;

/** The plan in whose period the day falls, or else the one nearest to it; of several the last adopted. */
export async function planOn(db: Database, day: Day): Promise<PlanRow | undefined> {
	const [found] = await rows<PlanRow>(
		db,
		sql`select ${planColumns} from plan
			order by greatest(starts_on - ${day}::date, ${day}::date - ends_on, 0), adopted_on desc nulls last, starts_on desc limit 1`
	);
	return found;
}

export async function planById(db: Database, id: string): Promise<PlanRow | undefined> {
	const [found] = await rows<PlanRow>(db, sql`select ${planColumns} from plan where id = ${id}`);
	return found;
}

export type Condition = {
	id: string;
	text: Localized;
	metOn: Day | null;
	metSource: string | null;
	metBy: string | null;
};

export type PromiseRow = {
	id: string;
	code: string;
	kind: PromiseKind;
	title: Localized;
	target: Target | null;
	visibility: 'public' | 'members' | 'bureau';
	parentId: string | null;
	activityId: string | null;
	ownerPersonId: string | null;
	ownerName: string | null;
	ownerRole: Localized | null;
	withdrawnOn: Day | null;
	windows: Window[];
	/** Of each condition in words the day from which it was met; null while it is open. */
	conditions: (Day | null)[];
	/** Codes of the promises that say the same: it stands as they do. */
	sameAs: string[];
};

const visiblePromise = (actor: Actor) =>
	visibleTo(actor, { visibility: sql`p.visibility`, organisationId: sql`null::uuid`, groupId: sql`null::uuid` });

const promiseSelect = (condition: ReturnType<typeof sql>) => sql`
	with p as (select p.* from promise p where ${condition}),
		due as (select w.promise_id, json_agg(json_build_object('key', w.key, 'startsOn', w.starts_on, 'endsOn', w.ends_on,
				'slackDays', w.slack_days, 'label', w.label) order by w.position) as windows
			from promise_window w where w.promise_id in (select id from p) group by 1),
		said as (select c.promise_id, json_agg(c.met_on order by c.position) as conditions from condition_in_words c
			where c.promise_id in (select id from p) group by 1)
	select p.id, p.code, p.kind, p.title, p.target, p.visibility, p.parent_id as "parentId", p.activity_id as "activityId",
		p.owner_person_id as "ownerPersonId", nullif(trim(o.given_name || ' ' || o.family_name), '') as "ownerName",
		p.owner_role as "ownerRole", p.withdrawn_on as "withdrawnOn", coalesce(due.windows, '[]') as windows,
		coalesce(said.conditions, '[]') as conditions,
		coalesce((select json_agg(s.code order by t.position) from promise_tie t join promise s on s.id = t.other_id
			where t.promise_id = p.id and t.kind = 'same-as'), '[]') as "sameAs"
	from p left join due on due.promise_id = p.id left join said on said.promise_id = p.id
		left join person o on o.id = p.owner_person_id
	order by p.position`;

/** The promises of a plan that the actor may see, in the plan's order. */
export const visiblePromises = (db: Database, actor: Actor, planId: string) =>
	keptRows<PromiseRow>(db, promiseSelect(sql`p.plan_id = ${planId} and ${visiblePromise(actor)}`));

/** One promise by the plan's own code. */
export async function visiblePromiseByCode(db: Database, actor: Actor, planId: string, code: string) {
	const [found] = await rows<PromiseRow>(
		db,
		promiseSelect(sql`p.plan_id = ${planId} and p.code = ${code} and ${visiblePromise(actor)}`)
	);
	return found;
}

export const conditionsOf = (db: Database, promiseId: string) =>
	rows<Condition>(
		db,
		sql`select c.id, c.text, c.met_on as "metOn", c.met_source as "metSource",
				nullif(trim(b.given_name || ' ' || b.family_name), '') as "metBy"
			from condition_in_words c left join person b on b.id = c.met_by_id
			where c.promise_id = ${promiseId} order by c.position`
	);

export type TriggerRow = Trigger & {
	id: string;
	key: string;
	kind: 'trigger' | 'decision';
	label: Localized;
	why: string | null;
};

/** How the plan's triggers stood on a day; a decision that was taken in its own record tells for itself. */
export const triggersOf = (db: Database, planId: string, day: Day) =>
	rows<TriggerRow>(
		db,
		sql`select t.id, t.key, t.kind, t.label,
				case when t.state_on <= ${day}::date then t.state
					when d.decided_on <= ${day}::date then case d.outcome when 'yes' then 'fired' else 'decided-against' end
					else 'open' end as state,
				case when t.state_on <= ${day}::date then t.state_on
					when d.decided_on <= ${day}::date then d.decided_on end as "on",
				case when t.state_on <= ${day}::date then t.why
					when d.decided_on <= ${day}::date then d.reasons end as why
			from trigger t left join decision d on d.id = t.decision_id
			where t.plan_id = ${planId} order by t.position`
	);

export type CalendarRow = { key: string; label: Localized; ranges: Range[] };

export const calendarsOf = (db: Database, planId: string) =>
	rows<CalendarRow>(
		db,
		sql`select c.key, c.label, coalesce((select json_agg(json_build_object('startsOn', r.starts_on, 'endsOn', r.ends_on) order by r.position)
				from calendar_range r where r.calendar_id = c.id), '[]') as ranges
			from calendar c where c.plan_id = ${planId}`
	);

export type ReferenceRow = { promiseId: string; refersTo: string; key: string; id: string; name: Localized };

/** What targets refer to, with the record behind each key: it wins over whatever the key names today. */
export const referencesOf = (db: Database, planId: string) =>
	rows<ReferenceRow>(
		db,
		sql`select r.promise_id as "promiseId", r.refers_to as "refersTo", r.key, named.id, named.name
			from target_reference r join promise p on p.id = r.promise_id
			cross join lateral (
				select id, name from "group" where id = r.group_id
				union all select id, name from organisation where id = r.organisation_id
				union all select id, name from series where id = r.series_id
				union all select id, title from event where id = r.event_id
				union all select id, name from channel where id = r.channel_id
				union all select id, title from document where id = r.document_id
				union all select id, title from milestone where id = r.milestone_id
				union all select id, title from term where id = r.term_id
				union all select id, title from measured_thing where id = r.measured_thing_id
				union all select id, title from decision where id = r.decision_id
			) named
			where p.plan_id = ${planId}`
	);

export type ActivityRow = {
	id: string;
	code: string;
	title: Localized;
	sectionId: string;
	sectionCode: string;
	sectionTitle: Localized;
	coreTaskId: string;
	coreTaskKey: string;
	coreTaskTitle: Localized;
};

/** The rows of the activity plan with the table and the core task that each stands under. */
export const activitiesOf = (db: Database, planId: string) =>
	rows<ActivityRow>(
		db,
		sql`select a.id, a.code, a.title, s.id as "sectionId", s.code as "sectionCode", s.title as "sectionTitle",
				t.id as "coreTaskId", t.key as "coreTaskKey", t.title as "coreTaskTitle"
			from activity a join section s on s.id = a.section_id join core_task t on t.id = s.core_task_id
			where a.plan_id = ${planId} order by s.position, a.position`
	);
