// Fills a database with the real plan and a million facts around it, by SQL: what is measured is reading, not writing.
import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import type { PlanFile } from '#modules/plan/plan-file.ts';
import { importPlan } from '#modules/plan/server/operations/import-plan.ts';
import { system } from '#platform/actor.ts';
import { pinnedClock } from '#platform/clock.ts';
import { sql, type Database } from '#platform/server/database.ts';
import { migrate } from '#platform/server/migrate.ts';
import { countFacts, fillKinds, installBenchKinds, makeTables, promiseKinds } from './kinds.ts';

export const benchDay = '2022-08-31';

export const benchCaller = (db: Database) => ({
	db,
	actor: system,
	clock: pinnedClock(benchDay),
	locale: 'nl' as const
});

/** A uuid of our own for number `n` of sort `sort`, the same in every run. */
const uuid = (sort: string, n: string) => sql.raw(`('${sort}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`);

/** Days from 2013 until 2024, spread evenly and without chance. */
const day = sql.raw(`date '2013-01-01' + ((n * 7919) % 4380)::int`);

async function fillMembers(db: Database) {
	await db.execute(sql`insert into organisation (id, key, name) select ${uuid('0000a000', 'n')}, 'bench-' || n, jsonb_build_object('nl', 'Organisatie ' || n)
		from generate_series(1, 5000) n`);
	await db.execute(sql`insert into membership (id, organisation_id, starts_on, ends_on) select ${uuid('0000b000', 'n')}, ${uuid('0000a000', 'n')}, '2015-01-01',
			case when n % 20 = 0 then date '2022-06-30' end from generate_series(1, 2000) n`);
	await db.execute(sql`insert into organisation_tie (id, organisation_id, kind, other_organisation_id)
		select ${uuid('0000b100', 'n')}, ${uuid('0000a000', 'n + 2000')}, 'partner-of-member', ${uuid('0000a000', 'n')} from generate_series(1, 1500) n`);
	await db.execute(
		sql`insert into person (id, given_name, family_name) select ${uuid('0000c000', 'n')}, 'P', 'Nummer ' || n from generate_series(1, 20000) n`
	);
	await db.execute(sql`insert into contact (id, organisation_id, means, contacted_on, subject)
		select ${uuid('0000d000', 'n')}, ${uuid('0000a000', '(n % 5000) + 1')}, (array['visit', 'call', 'online', 'mail'])[n % 4 + 1], ${day}, '{"nl": "Gesprek"}'
		from generate_series(1, 100000) n`);
}

/** Events of the plan's own series and groups, and of 400 series that no promise asks about. */
async function fillAgenda(db: Database) {
	await db.execute(sql`insert into series (id, key, name, visibility) select ${uuid('0000e000', 'n')}, 'bench-' || n, jsonb_build_object('nl', 'Reeks ' || n), 'members'
		from generate_series(1, 400) n`);
	await db.execute(sql`with s as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from series),
			g as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from "group")
		insert into event (id, series_id, group_id, title, starts_on, ends_on, state, mode, visibility, host)
		select ${uuid('0000f000', 'n')}, s.id, case when n % 3 = 0 then g.id end, jsonb_build_object('nl', 'Bijeenkomst ' || n), on_day, on_day,
			case when on_day <= ${benchDay}::date then 'done' else 'planned' end, 'online', 'members', 'ours'
		from (select n, ${day} as on_day from generate_series(1, 100000) n) e
		join s on s.place = e.n % s.total join g on g.place = e.n % g.total`);
	// One in twenty is a joint meeting of two groups.
	await db.execute(sql`with g as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from "group"),
			e as (select id, row_number() over (order by id) as n from event where key is null and group_id is not null)
		update event set also_group_ids = array[g.id] from e join g on g.place = (e.n / 20) % g.total
		where event.id = e.id and e.n % 20 = 0 and event.group_id <> g.id`);
	await db.execute(sql`insert into attendance (id, event_id, person_id, organisation_id, role)
		select ${uuid('00001000', 'n')}, ${uuid('0000f000', '(n % 100000) + 1')}, ${uuid('0000c000', '((n * 31 + n / 100000 * 977) % 20000) + 1')},
			${uuid('0000a000', '((n * 17) % 5000) + 1')}, 'participant' from generate_series(1, 600000) n on conflict do nothing`);
	await db.execute(
		sql`update event set state = 'done', starts_on = coalesce(starts_on, '2022-05-12'), ends_on = coalesce(ends_on, '2022-05-12') where key is not null`
	);
	await db.execute(sql`insert into attendance (id, event_id, person_id, organisation_id, role)
		select gen_random_uuid(), e.id, ${uuid('0000c000', 'n')}, ${uuid('0000a000', '((n * 17) % 5000) + 1')}, case when n % 50 = 0 then 'speaker' else 'participant' end
		from event e, generate_series(1, 460) n where e.key is not null on conflict do nothing`);
	await db.execute(sql`insert into registration_count (id, event_id, counted_on, total)
		select gen_random_uuid(), e.id, e.starts_on - (10 - n)::int, n * 40 from event e, generate_series(1, 9) n where e.key is not null or e.id in (select id from event order by id limit 1000)`);
}

async function fillRest(db: Database) {
	await db.execute(sql`with c as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from channel)
		insert into issue (id, channel_id, title, sent_on, state, recipients)
		select ${uuid('00002000', 'n')}, c.id, '{"nl": "Editie"}', ${day}, 'sent', 900 from generate_series(1, 60000) n join c on c.place = n % c.total`);
	await db.execute(sql`insert into reported_fact (id, kind, source, external_id, starts_on, ends_on, state, title, visibility, tags)
		select ${uuid('00003000', 'n')}, (array['event.done', 'contact.made', 'issue.sent', 'document.delivered', 'milestone.reached'])[n % 5 + 1],
			'bench', n::text, ${day}, ${day}, 'done', '{"nl": "Gemeld"}', 'bureau', array['tag-' || n % 50] from generate_series(1, 140000) n`);
	// Facts from outside that take the place of events of ours.
	await db.execute(sql`update reported_fact r set replaces_id = e.id, series_id = e.series_id, group_id = e.group_id, starts_on = e.starts_on, ends_on = e.ends_on
		from event e, (select id, row_number() over (order by id) * 20 as n from reported_fact where kind = 'event.done') numbered
		where r.id = numbered.id and e.id = ('0000f000-0000-7000-8000-' || lpad(to_hex(numbered.n), 12, '0'))::uuid`);
	await db.execute(
		sql`update document set state = 'delivered', delivered_on = '2022-05-01' where ('x' || substr(md5(key), 1, 2))::bit(8)::int % 2 = 0`
	);
	await db.execute(
		sql`update milestone set state = 'reached', reached_on = '2022-04-01' where ('x' || substr(md5(key), 1, 2))::bit(8)::int % 2 = 0`
	);
}

/** Terms, decisions and measurements: few in any association, so few here. */
async function fillTerms(db: Database) {
	await db.execute(sql`insert into term (id, key, title, kind, holder_id) select ${uuid('00004000', 'n')}, 'bench-' || n, '{"nl": "Afspraak"}', 'certificate', ${uuid('0000a000', 'n')}
		from generate_series(1, 3000) n`);
	await db.execute(sql`insert into term_period (id, term_id, starts_on, ends_on)
		select gen_random_uuid(), t.id, make_date(2012 + 2 * n, 1, 1), make_date(2013 + 2 * n, 12, case when n = 5 then 1 else 31 end) from term t, generate_series(1, 5) n`);
	await db.execute(
		sql`insert into decision (id, title, due_on) select ${uuid('00005000', 'n')}, '{"nl": "Besluit"}', ${day} from generate_series(1, 3000) n`
	);
	await db.execute(
		sql`insert into measured_thing (id, key, title) select ${uuid('00006000', 'n')}, 'bench-' || n, '{"nl": "Maat"}' from generate_series(1, 50) n`
	);
	await db.execute(sql`insert into measurement (id, measured_thing_id, value, measured_on, source)
		select gen_random_uuid(), t.id, 50 + n % 50, ${day}, 'bench' from measured_thing t, generate_series(1, 200) n`);
}

/** Answers how many facts there are, over how many kinds. */
export async function fill(db: Database): Promise<{ facts: number; kinds: number }> {
	installBenchKinds();
	await makeTables(db);
	await migrate(db);
	const plan = parse(await readFile(new URL('../examples/partos-2022/plan.yaml', import.meta.url), 'utf8')) as PlanFile;
	promiseKinds(plan);
	await importPlan(benchCaller(db), { file: stringify(plan, { aliasDuplicateObjects: false }) });
	await fillMembers(db);
	await fillAgenda(db);
	await fillRest(db);
	await fillTerms(db);
	await fillKinds(db);
	// As autovacuum does soon after: without it no index answers by itself.
	await db.execute(sql`vacuum analyze`);
	return countFacts(db);
}
