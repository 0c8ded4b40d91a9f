// Nineteen kinds of fact beside those that the modules publish, as an association has that uses everything: thirty in all,
// each with a table, a view and a promise of its own, in the three forms that most kinds have (of a group, by tag, by standing).
import { list } from '#modules/list.server.ts';
import { standings } from '#modules/members/rules.ts';
import { standingOn, standingReported } from '#modules/members/server/public.ts';
import type { PlanFile } from '#modules/plan/plan-file.ts';
import type { FactKind } from '#platform/facts.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { installModules } from '#platform/server/module.ts';
import { publish, type PublishedFact } from '#platform/server/views.ts';

const forms = ['group', 'tag', 'standing'] as const;
export type BenchKind = { kind: string; table: string; form: (typeof forms)[number] };

export const benchKinds: readonly BenchKind[] = Array.from({ length: 19 }, (_, at) => ({
	kind: `bench-${at + 1}.done`,
	table: `bench_${at + 1}`,
	form: forms[at % forms.length]!
}));

const perKind = 10_000;

const described = ({ kind }: BenchKind): FactKind => ({
	kind,
	nature: 'done',
	one: { nl: 'daad', en: 'deed' },
	many: { nl: 'daden', en: 'deeds' },
	verb: { nl: 'gedaan', en: 'done' },
	where: {
		group: { column: 'group_id', refersTo: 'group' },
		tag: { column: 'tags' },
		standing: { column: 'standing', words: standings }
	},
	carries: 'an organisation and a group'
});

const published = (each: BenchKind): PublishedFact => ({
	kind: described(each),
	view: publish('fact', each.kind, {
		from: `${each.table} b join organisation o on o.id = b.organisation_id`,
		columns: {
			id: 'b.id',
			starts_on: 'b.done_on',
			ends_on: 'b.done_on',
			state: 'b.state',
			organisation_id: 'b.organisation_id',
			group_id: 'b.group_id',
			subject_id: 'b.id',
			standing: standingOn('b.organisation_id', 'b.done_on'),
			country: 'o.country',
			tags: 'b.tags',
			title: 'b.title',
			href: `'/bench/' || b.id`,
			visibility: `'members'`
		},
		reported: { standing: standingReported }
	})
});

/** Call before a database is made; whoever reads it must have called it too. */
export function installBenchKinds(): void {
	installModules([...list, { name: 'bench', operations: {}, facts: benchKinds.map(published) }]);
}

/** Before the views are made. */
export async function makeTables(db: Database): Promise<void> {
	for (const { table } of benchKinds)
		await db.execute(
			sql.raw(
				`create table ${table} (id uuid primary key, done_on date not null, state text not null, organisation_id uuid not null,
					group_id uuid, tags text[] not null, title jsonb not null);
				create index on ${table} (group_id, done_on); create index on ${table} (done_on); create index on ${table} using gin (tags)`
			)
		);
}

/** When organisations and groups are there. */
export async function fillKinds(db: Database): Promise<void> {
	for (const { table } of benchKinds)
		await db.execute(
			sql.raw(
				`with g as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from "group"),
					o as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from organisation)
				insert into ${table} select gen_random_uuid(), on_day, case when on_day <= '2022-08-31' then 'done' else 'planned' end, o.id, g.id,
					array['tag-' || n % 50], '{"nl": "Daad"}'
				from (select n, date '2013-01-01' + ((n * 7919) % 4380)::int as on_day from generate_series(1, ${perKind}) n) d
				join g on g.place = d.n % g.total join o on o.place = d.n % o.total`
			)
		);
}

const wheres = { group: { group: 'directors' }, tag: { tag: 'tag-7' }, standing: { standing: 'member' } };

/** A promise about each kind, in the first activity of the plan. */
export function promiseKinds(plan: PlanFile): void {
	// The plan's own count of its outputs no longer holds.
	delete plan.counts;
	const outputs = plan.sections![0]!.activities![0]!.outputs!;
	for (const { kind, form } of benchKinds)
		outputs.push({
			code: `BENCH-${kind.split('.')[0]!.toUpperCase()}`,
			title: { nl: `Belofte over ${kind}`, en: `Promise about ${kind}` },
			windows: [{ key: 'year2022' }],
			target: { count: kind, where: wheres[form], at_least: 5 }
		});
}

/** How many kinds there are facts of. */
export async function countFacts(db: Database): Promise<{ facts: number; kinds: number }> {
	const [found] = await rows<{ facts: number; kinds: number }>(
		db,
		sql`select count(*) as facts, count(distinct kind) as kinds from fact`
	);
	return found!;
}
