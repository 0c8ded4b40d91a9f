// The example year tells the story it is meant to tell, the same one on every load, and no real name gets an invented deed.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplePersonas } from '#modules/members/personas.ts';
import { linesOf } from '#modules/members/personal-words.ts';
import { exportPerson } from '#modules/members/server/operations.ts';
import { personByAddress } from '#modules/members/server/public.ts';
import { listReadings, type ListedReading } from '#modules/plan/server/operations/list-readings.ts';
import { showPromise } from '#modules/plan/server/operations/show-promise.ts';
import { pinnedClock } from '#platform/clock.ts';
import { weekday } from '#platform/day.ts';
import { personas } from '#platform/personas.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { modules } from '#platform/server/module.ts';
import { freshDatabase, STORY_DAY, type FreshDatabase } from '#platform/server/testing.ts';
import { exampleDay, loadExample } from '../../src/example.server.ts';
import { exampleDatabase } from '../setup/example.ts';

/** Loading takes some ten seconds, several times that on a machine that does other things too. */
const LOADING_MS = 240_000;

const caller = (db: Database) => ({
	db,
	actor: personas.system,
	clock: pinnedClock(exampleDay),
	locale: 'nl' as const
});

let example: FreshDatabase;
let db: Database;
let readings: ReadonlyMap<string, ListedReading>;

beforeAll(async () => {
	example = await exampleDatabase();
	db = example.db;
	readings = new Map((await listReadings(caller(db), {})).map((one) => [one.id, one]));
}, LOADING_MS);
afterAll(() => example.drop());

const numbers = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) => rows<Row>(db, query);

test('it is read on the last day of August', () => {
	expect(exampleDay).toBe(STORY_DAY);
});

test.each([
	['P22-PI-MON-O1', 'on_track', '34 of 52: the monitor went out every week'],
	['P22-PW-MEM-O6', 'on_track', '37 of 52: visits in most weeks, some weeks with two'],
	['P22-PW-MEM-O7', 'behind', '5 of 12: no Kenniscafé after May'],
	['P22-PI-NET-O3', 'behind', '6 of 12: no lobby mail in May and in July'],
	['P22-CM-INC-O6', 'at_risk', '6 of 12: two extra newsletters are to make up for April and July'],
	['P22-CM-INC-O2', 'at_risk', '2 of 4: the third try-out session was put off'],
	['P22-LI-FEST-O3', 'at_risk', '292 of 450: registrations for the festival grow'],
	['P22-LI-FEST-O5', 'not_yet_due', '0 of 3 parts: the festival is in October'],
	['P22-QL-INT-O5', 'on_track', '6 of 8: lowered from 10 in June, with two planned'],
	['P22-QL-INT-O6', 'on_track', '1 of 2: one integrity update, one planned'],
	['P22-LI-SP-O1', 'on_track', '2 of 4: the advisory group'],
	['P22-PW-OPS-O1', 'met', '2 of 2 parts: two internal audits and the external one'],
	['P22-PW-OPS-A1', 'at_risk', '1 of 1: the certificate ends in November'],
	['P22-PW-OPS-O6', 'missed', '0 of 1: the survey among staff was put off'],
	['P22-QL-INT-O3', 'missed', '1 of 2 parts: the benchmark was not there in spring'],
	['P22-PW-MEM-O4', 'on_track', '104 of 100: members'],
	['P22-PW-SVC-O2', 'on_track', '7 of 7: contracts in force'],
	['P22-PI-LOBBY-O5', 'met', '1 of 1: the new cabinet took office, and the input was there in time'],
	['P22-PI-LOBBY-O6', 'waiting', '0 of 1: the debate on the policy note'],
	['P22-QL-INT-O2', 'waiting', '0 of 1: too little interest so far'],
	['P22-PW-SVC-O9', 'lapsed', '0 of 1: no tender for business travel'],
	['P22-QL-IMP-O2', 'met', '1 of 1: eleven people took the PME course']
])('%s is %s (%s)', (code, status, figures) => {
	const { value, parts, status: found } = readings.get(code)!;
	const wanted = parts.length === 1 ? parts[0]!.wanted : `${parts.length} parts`;
	expect({ found, figures: `${value} of ${wanted}` }).toEqual({ found: status, figures: figures.split(':')[0] });
});

test('a target that was lowered stays in sight as lowered, by who answers for it and with a reason', async () => {
	const shown = await showPromise(caller(db), { code: 'P22-QL-INT-O5' });
	expect(shown).toMatchObject({ status: 'on_track', reading: '6 / 8' });
	expect(shown.lowered).toMatchObject({ from: 10, to: 8, on: '2022-06-27', by: shown.promise.ownerName });
});

test('what is kept on a person reads as words in both languages, wherever it comes from', async () => {
	const moment = () => 'toen';
	const own = modules().flatMap(({ personal }) => (personal ?? []).flatMap(({ codes }) => Object.values(codes ?? {})));
	const codes = new Set(own.flatMap((meanings) => Object.keys(meanings)));
	const people = await numbers<{
		id: string;
	}>(sql`select person_id as id from association_role union select person_id from group_membership
		where role = 'lead' union select written_by_id from report_comment where written_by_id is not null`);
	let lines = 0;
	for (const { id } of people) {
		for (const { name, words, codes: its, records } of await exportPerson(caller(db), { personId: id })) {
			const [nl, en] = (['nl', 'en'] as const).map((locale) =>
				records.flatMap((record) => linesOf(record, { locale, moment, words, codes: its }))
			);
			for (const [at, { word, text }] of nl!.entries()) {
				const said = `${name.nl}: ${word}: ${text}`;
				expect(['gegeven', 'detail'], said).not.toContain(word);
				expect(text, said).not.toMatch(/^[a-z]+([._/-][a-z0-9]+)+$|^P22-/);
				// A word of Dutch that is our code as well stands for itself.
				if (codes.has(text)) expect(text, said).toBe(en![at]!.text);
				lines += 1;
			}
			for (const { word } of en!) expect(word, name.en).not.toBe('detail');
		}
	}
	expect(lines).toBeGreaterThan(200);
}, 60_000);

test('statuses are mixed as in a real year: a third met, a third on track, the rest everything that can be', () => {
	const measured = [...readings.values()].filter(({ target }) => target !== null);
	expect(measured).toHaveLength(86);
	const share = (status: string) => measured.filter((one) => one.status === status).length;
	for (const status of ['met', 'on_track']) {
		expect(share(status)).toBeGreaterThanOrEqual(26);
		expect(share(status)).toBeLessThanOrEqual(36);
	}
	const rest = ['at_risk', 'behind', 'missed', 'not_yet_due', 'waiting', 'lapsed'].map(share);
	expect(Math.min(...rest)).toBeGreaterThanOrEqual(2);
	expect(Math.max(...rest)).toBeLessThanOrEqual(8);
});

test('some promises are met with a condition in words still open, and others with all of them ticked', async () => {
	const open = [...readings.values()].filter((one) => one.status === 'met' && one.open_conditions === 1);
	expect(open.map(({ id }) => id)).toEqual(['P22-N-20', 'P22-PI-LOBBY-O2', 'P22-PW-SVC-O7']);
	const [ticked] = await numbers(sql`select count(*) as ticks, count(met_by_id) as by_a_person,
		min(length(met_source)) as shortest from condition_in_words where met_on is not null`);
	expect(ticked).toEqual({ ticks: 18, by_a_person: 18, shortest: expect.any(Number) });
});

test('the monitor went out once in every week of the year so far', async () => {
	const { strip, why } = await showPromise(caller(db), { code: 'P22-PI-MON-O1' });
	expect(strip.done).toHaveLength(34);
	expect(why).toContain('34');
});

describe('members', () => {
	test.each([
		['2021-12-31', 103],
		['2022-01-01', 102],
		['2022-02-01', 103],
		['2022-03-01', 104],
		['2022-06-30', 104],
		['2022-08-31', 104],
		['2022-12-31', 105]
	])('on %s there are %i', async (day, number) => {
		const [found] = await numbers<{ count: number }>(sql`select count(*) from fact_membership_holds
			where starts_on <= ${day}::date and coalesce(ends_on, 'infinity') >= ${day}::date`);
		expect(found!.count).toBe(number);
	});

	test('every member has a director on record, and everybody an address that cannot exist', async () => {
		const directors = await numbers(sql`select o.key from organisation o join membership m on m.organisation_id = o.id
			where not exists (select from affiliation a where a.organisation_id = o.id and a.role = 'representative')`);
		expect(directors).toEqual([]);
		expect(await numbers(sql`select email from person where email is null or email !~ '[.]example$'`)).toEqual([]);
		expect(await numbers(sql`select website from organisation where website !~ '[.]example$'`)).toEqual([]);
	});
});

test.each(Object.entries(examplePersonas))('anybody may sign in as the %s', async (_key, { email }) => {
	expect(await personByAddress(db, email)).toBeDefined();
});

test('the bureau has fifteen people, and one of them answers for every promise', async () => {
	const [bureau] = await numbers(sql`select count(*) from association_role where role = 'bureau'`);
	expect(Number(bureau!.count)).toBe(15);
	const without = await numbers(sql`select code from promise where not exists (select from association_role r
		where r.person_id = promise.owner_person_id and r.role = 'bureau')`);
	expect(without).toEqual([]);
});

test('every promise says who may see it: most are public, some for members, a few for the bureau', async () => {
	const found = await numbers<{ visibility: string; count: number }>(
		sql`select visibility, count(*)::int as count from promise group by visibility order by count desc`
	);
	expect(found.map(({ visibility }) => visibility)).toEqual(['public', 'members', 'bureau']);
	expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(220);
});

test('all that happened lies between December 2021 and the day of the example, all that is planned until December 2022', async () => {
	const found = await numbers<{ kind: string; first: string; last: string }>(sql`select kind || ' ' || state as kind,
			min(starts_on) as first, max(starts_on) as last from fact
		where kind not in ('membership.holds', 'term.holds') group by 1 order by 1`);
	for (const { kind, first, last } of found) {
		expect(first >= '2021-12-01', kind).toBe(true);
		expect(last <= (kind.endsWith('planned') ? '2022-12-31' : exampleDay), kind).toBe(true);
	}
	const kept = sql.raw(`state = 'planned' and coalesce(ends_on, starts_on) < '${exampleDay}'`);
	const left = await numbers(sql`select title->>'en' as title from fact where kind = 'event.done' and ${kept}`);
	expect(left).toHaveLength(2);
});

test('nobody works in the weekend', async () => {
	const days = await numbers<{ on: string; title: string }>(sql`select starts_on as on, title->>'en' as title from fact
		where kind in ('event.done', 'issue.sent', 'contact.made', 'document.delivered', 'milestone.reached')`);
	expect(days.filter(({ on }) => weekday(on) > 5)).toEqual([]);
});

test('whatever people wrote stands there in Dutch and in English', async () => {
	expect(await numbers(sql`select title from fact where title->>'nl' is null or title->>'en' is null`)).toEqual([]);
});

test('no organisation of the plan itself gets a deed, a member, a person or a size', async () => {
	const deeds =
		await numbers(sql`select o.key, d.what from plan_organisation po join organisation o on o.id = po.organisation_id
		join (select organisation_id, 'contact' as what from contact union all select organisation_id, 'membership' from membership
			union all select organisation_id, 'person' from affiliation union all select organisation_id, 'attendance' from attendance
			union all select organisation_id, 'tie' from organisation_tie
			union all select other_organisation_id, 'tie' from organisation_tie
			union all select holder_id, 'term' from term) d on d.organisation_id = o.id`);
	expect(deeds).toEqual([]);
	const described = await numbers(sql`select key from organisation where description is not null
		and description->>'nl' not like 'Verzonnen organisatie van het voorbeeldjaar%'`);
	expect(described).toEqual([]);
});

test('every page says that it is simulated', async () => {
	expect(await numbers(sql`select is_example from association`)).toEqual([{ is_example: true }]);
});

/** Ids also stand within values: a suggestion names what it is about. */
const withoutIds = `regexp_replace(t::text, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'id', 'g')`;

/** All tables without ids and moments, and who did what with whom by name instead. */
async function contentOf(db: Database): Promise<Record<string, string>> {
	const tables = await rows<{ name: string; columns: string | null }>(
		db,
		sql`select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
				filter (where a.atttypid not in ('uuid'::regtype, 'timestamptz'::regtype)) as columns
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace group by c.relname`
	);
	const queries = tables.flatMap(({ name, columns }) => (columns ? [[name, `select ${columns} from "${name}"`]] : []));
	const joined = `select f.kind, f.starts_on, f.ends_on, f.state, f.title, f.quantity, f.tags, f.mode, o.key, p.email, g.key as "group",
		s.key as series from fact f left join organisation o on o.id = f.organisation_id left join person p on p.id = f.person_id
		left join "group" g on g.id = f.group_id left join series s on s.id = f.series_id`;
	const seats = `select g.key, p.email, m.role, m.starts_on from group_membership m join "group" g on g.id = m.group_id
		join person p on p.id = m.person_id`;
	const found: Record<string, string> = {};
	for (const [name, query] of [...queries, ['facts by name', joined], ['seats by name', seats]] as [string, string][]) {
		const [row] = await rows<{ all: string | null }>(
			db,
			sql.raw(`select string_agg(said, '\n' order by said) as all from (${query}) t, ${withoutIds} said`)
		);
		found[name] = createHash('sha256')
			.update(row!.all ?? '')
			.digest('hex');
	}
	return found;
}

test(
	'another load tells exactly the same story',
	async () => {
		const other = await freshDatabase(1);
		const from = performance.now();
		await loadExample(other.db);
		const seconds = Math.round((performance.now() - from) / 1000);
		const first = await contentOf(db);
		expect(Object.keys(first).length).toBeGreaterThan(60);
		expect(await contentOf(other.db)).toEqual(first);
		expect(await listReadings(caller(other.db), {})).toEqual([...readings.values()]);
		console.log(`The example year was loaded in ${seconds} s.`);
	},
	LOADING_MS
);
