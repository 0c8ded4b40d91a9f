// Fills a database with the real plan and a million facts around it, by SQL: what is measured is reading, not writing.
import { readFile } from 'node:fs/promises';
import '#modules/list.server.ts';
import { importPlan } from '#modules/plan/server/operations/import-plan.ts';
import { system } from '#platform/actor.ts';
import { pinnedClock } from '#platform/clock.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { migrate } from '#platform/server/migrate.ts';

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
	await db.execute(sql`insert into membership (id, organisation_id, starts_on) select ${uuid('0000b000', 'n')}, ${uuid('0000a000', 'n')}, '2015-01-01'
		from generate_series(1, 2000) n`);
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
	await db.execute(sql`insert into attendance (id, event_id, person_id, organisation_id, role)
		select ${uuid('00001000', 'n')}, ${uuid('0000f000', '(n % 100000) + 1')}, ${uuid('0000c000', '((n * 31 + n / 100000 * 977) % 20000) + 1')},
			${uuid('0000a000', '((n * 17) % 5000) + 1')}, 'participant' from generate_series(1, 600000) n on conflict do nothing`);
}

async function fillRest(db: Database) {
	await db.execute(sql`with c as (select id, row_number() over (order by key) - 1 as place, count(*) over () as total from channel)
		insert into issue (id, channel_id, title, sent_on, state, recipients)
		select ${uuid('00002000', 'n')}, c.id, '{"nl": "Editie"}', ${day}, 'sent', 900 from generate_series(1, 60000) n join c on c.place = n % c.total`);
	await db.execute(sql`insert into reported_fact (id, kind, source, external_id, starts_on, ends_on, state, title, visibility, tags)
		select ${uuid('00003000', 'n')}, (array['event.done', 'contact.made', 'issue.sent', 'document.delivered', 'milestone.reached'])[n % 5 + 1],
			'bench', n::text, ${day}, ${day}, 'done', '{"nl": "Gemeld"}', 'bureau', array['tag-' || n % 50] from generate_series(1, 140000) n`);
	await db.execute(
		sql`update document set state = 'delivered', delivered_on = '2022-05-01' where ('x' || substr(md5(key), 1, 2))::bit(8)::int % 2 = 0`
	);
	await db.execute(
		sql`update milestone set state = 'reached', reached_on = '2022-04-01' where ('x' || substr(md5(key), 1, 2))::bit(8)::int % 2 = 0`
	);
}

/** Answers how many facts there are, over how many kinds. */
export async function fill(db: Database): Promise<{ facts: number; kinds: number }> {
	await migrate(db);
	const file = await readFile(new URL('../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');
	await importPlan(benchCaller(db), { file });
	await fillMembers(db);
	await fillAgenda(db);
	await fillRest(db);
	await db.execute(sql`analyze`);
	const [found] = await rows<{ facts: number; kinds: number }>(
		db,
		sql`select count(*) as facts, count(distinct kind) as kinds from fact`
	);
	return found!;
}
