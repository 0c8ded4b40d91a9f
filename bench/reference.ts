// The best hand-written SQL we know for what this plan asks: one prepared statement straight over the tables, no views, no casts,
// each kind joined in the way that suits it (the standing of a contact by a join, which periods that cannot overlap allow).
// It gives the same answers, and the bench compares them: what it does not know by hand it refuses.
import type { Answer } from '#modules/plan/targets/answer.ts';
import type { CountQuestion, Filter, Question } from '#modules/plan/targets/question.ts';
import { keptRows, sql, type Database } from '#platform/server/database.ts';
import type { SQL } from 'drizzle-orm';
import { benchKinds, type BenchKind } from './kinds.ts';

type Leaf = { leaf: number; question: Question };
type Row = { leaf: number; on: string; a: number; b: number; c: number };

const filterOf = ({ question: { asked } }: Leaf, column: Filter['column']) =>
	'filters' in asked ? asked.filters.find((filter) => filter.column === column) : undefined;

const shape = ({ question: { asked } }: Leaf) =>
	asked.ask === 'share'
		? 'share'
		: [asked.ask, asked.kind, 'as' in asked ? asked.as : '', 'having' in asked ? asked.having.length : 0].join(' ');

const columnsOf = (leaf: Leaf) =>
	'filters' in leaf.question.asked ? leaf.question.asked.filters.map(({ column }) => column).sort() : [];

/** A row per question and range: what it asks about, tags it must or must not have, a word. */
function asked(leaves: readonly Leaf[], key: Filter['column']): SQL {
	const lines = leaves.flatMap((leaf) => {
		const tags = filterOf(leaf, 'tags');
		return leaf.question.ranges.map(({ startsOn, endsOn }) => ({
			leaf: leaf.leaf,
			starts_on: startsOn,
			ends_on: endsOn,
			keys: filterOf(leaf, key)?.values,
			key: filterOf(leaf, key)?.values[0],
			tags: tags?.negate ? null : tags?.values,
			not_tags: tags?.negate ? tags.values : null,
			role: filterOf(leaf, 'role')?.values[0],
			not_country: filterOf(leaf, 'country')?.values[0]
		}));
	});
	return sql`json_to_recordset(${JSON.stringify(lines)}::json) as q(leaf int, starts_on date, ends_on date, keys uuid[], key uuid, tags text[],
		not_tags text[], role text, not_country text)`;
}

const notReplaced = (id: string) =>
	sql`not exists (select from reported_fact i where i.replaces_id = ${sql.raw(id)} and i.withdrawn_at is null)`;
const reported = (kind: string) => sql`r.kind = ${sql.raw(`'${kind}'`)} and r.withdrawn_at is null`;
const inRange = (column: string) => sql`${sql.raw(column)} between q.starts_on and q.ends_on`;
const none = sql`null::numeric as c`;

/** Done and planned by day of what `from` names `f(starts_on, state)`. */
const counted = (from: SQL, day: string, isDone = sql`f.state = 'done'`) => sql`select q.leaf, f.starts_on as "on",
	(count(*) filter (where f.starts_on <= ${day}::date and ${isDone}))::numeric as a, (count(*) filter (where f.starts_on > ${day}::date))::numeric as b,
	${none} from ${from} group by 1, 2`;

const tagged = (alias: string) => {
	const own = sql.raw(`${alias}.tags`);
	return sql`(q.tags is null or ${own} && q.tags) and (q.not_tags is null or not ${own} && q.not_tags)`;
};

const eventRows = (leaves: readonly Leaf[], key: 'series_id' | 'group_id' | 'id') => {
	const column = sql.raw(key);
	const outside = key === 'id' ? sql`coalesce(r.replaces_id, r.id)` : sql`r.${column}`;
	// A joint meeting is of each of its groups; of one group it is found once.
	const orJoint = (alias: string) =>
		key === 'group_id' ? sql`or ${sql.raw(alias)}.also_group_ids @> array[q.key]` : sql``;
	return sql`${asked(leaves, key)} cross join lateral (
		select e.id, e.starts_on, e.state from event e where (e.${column} = q.key ${orJoint('e')}) and ${inRange('e.starts_on')} and e.state <> 'cancelled'
			and ${tagged('e')} and ${notReplaced('e.id')}
		union all select coalesce(r.replaces_id, r.id), r.starts_on, r.state from reported_fact r
			where ${reported('event.done')} and (${outside} = q.key ${orJoint('r')}) and ${inRange('r.starts_on')} and ${tagged('r')}) f`;
};

/** Documents and milestones: by id, or by tag. */
const dayRows = (leaves: readonly Leaf[], table: 'document' | 'milestone', on: string, kind: string) => {
	const byId = columnsOf(leaves[0]!).includes('id');
	const picked = (alias: string) =>
		byId ? sql`${sql.raw(alias === 'r' ? 'coalesce(r.replaces_id, r.id)' : 'x.id')} = q.key` : sql`${tagged(alias)}`;
	const day = `coalesce(x.${on}, x.due_on)`;
	return sql`${asked(leaves, 'id')} cross join lateral (
		select ${sql.raw(day)} as starts_on, case when x.${sql.raw(on)} is null then 'planned' else 'done' end as state from ${sql.raw(table)} x
			where ${picked('x')} and ${inRange(day)} and x.state <> 'withdrawn' and ${notReplaced('x.id')}
		union all select r.starts_on, r.state from reported_fact r where ${reported(kind)} and ${picked('r')} and ${inRange('r.starts_on')}) f`;
};

const issueRows = (leaves: readonly Leaf[]) => sql`${asked(leaves, 'subject_id')} cross join lateral (
	select i.sent_on as starts_on, case i.state when 'sent' then 'done' else 'planned' end as state from issue i
		where i.channel_id = q.key and ${inRange('i.sent_on')} and ${tagged('i')} and ${notReplaced('i.id')}
	union all select r.starts_on, r.state from reported_fact r
		where ${reported('issue.sent')} and r.subject_id = q.key and ${inRange('r.starts_on')} and ${tagged('r')}) f`;

function contacts([leaf]: readonly Leaf[], day: string): SQL {
	const [range] = leaf!.question.ranges;
	const inPeriod = (column: string) =>
		sql`${sql.raw(column)} between ${range!.startsOn}::date and ${range!.endsOn}::date`;
	const means = sql`any(${sql.param([...filterOf(leaf!, 'mode')!.values])}::text[])`;
	return sql`select ${leaf!.leaf}::int as leaf, f.starts_on as "on", (count(*) filter (where f.starts_on <= ${day}::date))::numeric as a,
		(count(*) filter (where f.starts_on > ${day}::date))::numeric as b, ${none} from (
			select c.contacted_on as starts_on from contact c join membership m on m.organisation_id = c.organisation_id
				and c.contacted_on between m.starts_on and coalesce(m.ends_on, 'infinity')
			where ${inPeriod('c.contacted_on')} and c.means = ${means} and ${notReplaced('c.id')}
			union all select r.starts_on from reported_fact r where ${reported('contact.made')} and ${inPeriod('r.starts_on')} and r.mode = ${means}
				and (r.standing = 'member' or r.standing is null and exists (select from membership m where m.organisation_id = r.organisation_id
					and r.starts_on between m.starts_on and coalesce(m.ends_on, 'infinity')))) f group by 2`;
}

/** Attendances of one event each, with what a fact from outside adds. */
const attended = (leaves: readonly Leaf[]) => sql`${asked(leaves, 'subject_id')} cross join lateral (
	select a.id, a.person_id, coalesce(a.quantity, 1) as quantity, e.starts_on, e.state, coalesce(a.country, o.country) as country, a.role
		from event e join attendance a on a.event_id = e.id left join organisation o on o.id = a.organisation_id
		where e.id = q.key and ${inRange('e.starts_on')} and e.state <> 'cancelled' and ${notReplaced('a.id')}
	union all select coalesce(r.replaces_id, r.id), r.person_id, coalesce(r.quantity, 1), r.starts_on, r.state,
			coalesce(r.country, (select o.country from organisation o where o.id = r.organisation_id)), r.role
		from reported_fact r where ${reported('event.attended')} and r.subject_id = q.key and ${inRange('r.starts_on')}) f`;

const people = (
	leaves: readonly Leaf[],
	day: string
) => sql`select leaf, "on", coalesce(sum(quantity) filter (where done), 0) as a,
	coalesce(sum(quantity) filter (where not done), 0) as b, ${none} from (
		select q.leaf, coalesce(f.person_id, f.id) as who, bool_or(f.state = 'done' and f.starts_on <= ${day}::date) as done,
			max(case when f.person_id is null then f.quantity else 1 end)::numeric as quantity,
			coalesce(min(f.starts_on) filter (where f.state = 'done' and f.starts_on <= ${day}::date), min(f.starts_on) filter (where f.starts_on > ${day}::date)) as "on"
		from ${attended(leaves)} where f.role = q.role group by 1, 2) seen where "on" is not null group by 1, 2`;

/** How many attended, in all or of some standings, as the course for programme makers asks. */
function wellAttended(leaves: readonly Leaf[], day: string): SQL {
	const { having } = leaves[0]!.question.asked as CountQuestion;
	const [all, some] = having.map(({ bounds }) => sql`${bounds.at_least!}::numeric`);
	const tied = sql`exists (select from organisation_tie t join membership m on m.organisation_id = t.other_organisation_id
		where t.organisation_id = a.organisation_id and t.kind in ('partner-of-member', 'part-of')
			and f.starts_on between coalesce(t.starts_on, '-infinity') and coalesce(t.ends_on, 'infinity')
			and f.starts_on between m.starts_on and coalesce(m.ends_on, 'infinity'))`;
	const near = sql`(a.standing in ('member', 'partner-of-member') or a.standing is null and (exists (select from membership m
		where m.organisation_id = a.organisation_id and f.starts_on between m.starts_on and coalesce(m.ends_on, 'infinity')) or ${tied}))`;
	const number = (condition: SQL) => sql`count(distinct a.person_id) filter (where ${condition})
		+ coalesce(sum(coalesce(a.quantity, 1)) filter (where a.person_id is null and ${condition}), 0)`;
	return counted(
		sql`${eventRows(leaves, 'series_id')}`,
		day,
		sql`f.state = 'done' and (select ${number(sql`true`)} >= ${all} and ${number(near)} >= ${some} from (
			select a.person_id, a.quantity, a.standing, a.organisation_id from attendance a where a.event_id = f.id and ${notReplaced('a.id')}
			union all select r.person_id, r.quantity, r.standing, r.organisation_id from reported_fact r
				where ${reported('event.attended')} and r.subject_id = f.id and r.state = 'done' and r.starts_on <= ${day}::date) a)`
	);
}

const withDocument = (leaves: readonly Leaf[], day: string) =>
	counted(
		eventRows(leaves, 'group_id'),
		day,
		sql`f.state = 'done' and (exists (select from document d where d.event_id = f.id and d.delivered_on <= ${day}::date and d.state = 'delivered'
				and ${notReplaced('d.id')})
			or exists (select from reported_fact r where ${reported('document.delivered')} and r.subject_id = f.id and r.state = 'done' and r.starts_on <= ${day}::date))`
	);

const registered = (
	leaves: readonly Leaf[]
) => sql`select q.leaf, f.on as "on", sum(f.added)::numeric as a, 0::numeric as b, ${none}
	from ${asked(leaves, 'subject_id')} cross join lateral (
		select r.counted_on as on, r.total - coalesce(lag(r.total) over (order by r.counted_on), 0) as added from registration_count r
			join event e on e.id = r.event_id where r.event_id = q.key and e.state <> 'cancelled') f
	where f.on between q.starts_on and q.ends_on group by 1, 2`;

/** Periods of one membership, and of one term, cannot overlap: what begins and what ends add up by themselves. */
function held(leaves: readonly Leaf[], from: SQL): SQL {
	return sql`select q.leaf, step.on as "on", sum(step.change)::numeric as a, null::numeric as b, ${none} from ${asked(leaves, 'subject_id')}
		cross join lateral (${from} ) f
		cross join lateral (values (greatest(f.starts_on, q.starts_on), 1), (f.ends_on + 1, -1)) step("on", change)
		where step.on <= q.ends_on group by 1, 2`;
}
const memberships = sql`select m.starts_on, coalesce(m.ends_on, 'infinity') as ends_on from membership m
	where m.starts_on <= q.ends_on and (m.ends_on is null or m.ends_on >= q.starts_on)`;
const terms = sql`select p.starts_on, coalesce(p.ends_on, 'infinity') as ends_on from term_period p
	where p.term_id = any(q.keys) and p.starts_on <= q.ends_on and (p.ends_on is null or p.ends_on >= q.starts_on)`;

const measured = (
	leaves: readonly Leaf[],
	day: string
) => sql`select q.leaf, null::date as "on", f.value as a, f.answers::numeric as b,
	(select b.value from measurement b where b.measured_thing_id = q.key and b.measured_on < q.starts_on and b.measured_on <= ${day}::date
		order by b.measured_on desc, b.id desc limit 1) as c
	from ${asked(leaves, 'subject_id')} cross join lateral (select (array_agg(m.value order by m.measured_on desc, m.id desc))[1] as value,
		count(*) as answers from measurement m where m.measured_thing_id = q.key and ${inRange('m.measured_on')} and m.measured_on <= ${day}::date) f`;

/** Per shape of question (see `shape`) the SQL for all questions of that shape. */
const byHand: Record<string, (leaves: readonly Leaf[], day: string) => SQL> = {
	'count event.done facts 0 series_id': (leaves, day) => counted(eventRows(leaves, 'series_id'), day),
	'count event.done facts 0 group_id': (leaves, day) => counted(eventRows(leaves, 'group_id'), day),
	'count event.done facts 0 id': (leaves, day) => counted(eventRows(leaves, 'id'), day),
	'count event.done facts 2 series_id': wellAttended,
	'count event.done facts 1 group_id': withDocument,
	'count document.delivered facts 0 id': (leaves, day) =>
		counted(dayRows(leaves, 'document', 'delivered_on', 'document.delivered'), day),
	'count document.delivered facts 0 ': (leaves, day) =>
		counted(dayRows(leaves, 'document', 'delivered_on', 'document.delivered'), day),
	'count milestone.reached facts 0 id': (leaves, day) =>
		counted(dayRows(leaves, 'milestone', 'reached_on', 'milestone.reached'), day),
	'count milestone.reached facts 0 ': (leaves, day) =>
		counted(dayRows(leaves, 'milestone', 'reached_on', 'milestone.reached'), day),
	'count issue.sent facts 0 subject_id': (leaves, day) => counted(issueRows(leaves), day),
	'count contact.made facts 0 mode,standing': contacts,
	'count event.attended persons 0 role,subject_id': people,
	'count event.attended facts 0 country,subject_id': (leaves, day) =>
		counted(sql`${attended(leaves)}`, day, sql`f.state = 'done' and f.country is distinct from q.not_country`),
	'sum event.registered  0 subject_id': registered,
	'hold membership.holds organisations 0 ': (leaves) => held(leaves, memberships),
	'hold term.holds facts 0 subject_id': (leaves) => held(leaves, terms),
	'level measurement.taken  0 subject_id': measured
};

/** One of the nineteen: a tag is in `tagged`, a group its own column, a standing a join. */
const benchRows = (leaves: readonly Leaf[], { kind, table, form }: BenchKind) => {
	const own = { group: sql`x.group_id = q.key`, tag: sql`true`, standing: sql`true` }[form];
	const outside = { group: sql`r.group_id = q.key`, tag: sql`true`, standing: sql`true` }[form];
	const join =
		form === 'standing'
			? sql`join membership m on m.organisation_id = x.organisation_id and x.done_on between m.starts_on and coalesce(m.ends_on, 'infinity')`
			: sql``;
	return sql`${asked(leaves, 'group_id')} cross join lateral (
		select x.done_on as starts_on, x.state from ${sql.raw(table)} x ${join}
			where ${own} and ${tagged('x')} and ${inRange('x.done_on')} and ${notReplaced('x.id')}
		union all select r.starts_on, r.state from reported_fact r where ${reported(kind)} and ${outside} and ${tagged('r')} and ${inRange('r.starts_on')}) f`;
};
for (const each of benchKinds)
	byHand[`count ${each.kind} facts 0 ${{ group: 'group_id', tag: '', standing: 'standing' }[each.form]}`] = (
		leaves,
		day
	) => counted(benchRows(leaves, each), day);

const nameOf = (leaf: Leaf) =>
	`${shape(leaf)} ${columnsOf(leaf)
		.filter((column) => column !== 'tags')
		.join(',')}`;

function answerOf({ asked: { ask }, windows }: Question, found: readonly Row[]): Answer {
	const days = [...found].sort((a, b) => (a.on < b.on ? -1 : 1));
	if (ask === 'hold') {
		const startsOn = windows.map((window) => window.startsOn).sort()[0]!;
		const steps = [{ on: startsOn, value: 0 }];
		for (const { on, a } of days) {
			if (on === startsOn) steps[0]!.value = a;
			else if (a !== 0) steps.push({ on, value: steps.at(-1)!.value + a });
		}
		return { steps };
	}
	if (ask !== 'count' && ask !== 'sum')
		return found[0]
			? { value: found[0].a, answers: found[0].b, base: found[0].c }
			: { value: null, answers: 0, base: null };
	return { days: days.filter(({ a, b }) => a !== 0 || b !== 0).map(({ on, a, b }) => ({ on, done: a, planned: b })) };
}

/** The same answers as the site's own, by the question's id. */
export async function reference(
	db: Database,
	questions: readonly Question[],
	day: string
): Promise<Map<string, Answer>> {
	const leaves = questions.map((question, leaf) => ({ leaf, question }));
	const statements = [...Map.groupBy(leaves, nameOf)].map(([name, alike]) => {
		const write = byHand[name];
		if (!write) throw new Error(`Nobody wrote SQL by hand for: ${name}`);
		return write(alike, day);
	});
	const found = Map.groupBy(await keptRows<Row>(db, sql.join(statements, sql` union all `)), ({ leaf }) => leaf);
	return new Map(leaves.map(({ leaf, question }) => [question.id, answerOf(question, found.get(leaf) ?? [])]));
}
