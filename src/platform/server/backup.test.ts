// Backups: what comes back is what was there, taken while others write; a file that is not whole changes nothing.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dropDatabase } from './drop-database.ts';
import { backupTo, restoreFrom } from './backup.ts';
import { connect, type Connection } from './database.ts';
import { newId } from './id.ts';
import { migrate, migrateUntil, migrations } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'schakel-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newFile = () => join(folder, `${randomBytes(6).toString('hex')}.schakel`);

type Empty = { url: string; open: (connections?: number) => Connection };

/** A database without any table; nobody is connected to it until `open`. */
async function emptyDatabase(): Promise<Empty> {
	const { maintenanceUrl } = inject('testDatabase');
	const name = `schakel_backup_${randomBytes(6).toString('hex')}`;
	await use({ open: () => connect(maintenanceUrl, 1) }, ({ pool }) => pool.query(`create database ${name}`));
	names.push(name);
	const url = new URL(maintenanceUrl);
	url.pathname = `/${name}`;
	return { url: url.href, open: (connections = 2) => connect(url.href, connections) };
}

const names: string[] = [];

afterAll(async () => {
	const maintenance = connect(inject('testDatabase').maintenanceUrl, 1);
	for (const name of names) await dropDatabase((statement) => maintenance.pool.query(statement), name);
	await maintenance.close();
});

async function use<Result>(
	{ open }: Pick<Empty, 'open'>,
	work: (connection: Connection) => Promise<Result>
): Promise<Result> {
	const connection = open();
	try {
		return await work(connection);
	} finally {
		await connection.close();
	}
}

const addPerson = ({ pool }: Connection) =>
	pool.query(`insert into person (id, given_name, family_name) values ($1, 'Already', 'Here')`, [newId()]);

const migrated = async () => {
	const database = await emptyDatabase();
	await use(database, ({ db }) => migrate(db));
	return database;
};

/** Texts that a careless format would break on. */
const hardTexts = [
	'',
	'\\.',
	'line\n\\.\nline\r\n',
	'tab\tback\\slash \\N',
	'أهلا 🎉 ĳ',
	"'; drop table person; --",
	'\u0001\u001f',
	null
];

/** Rows in tables that refer to each other, among them a generated column, jsonb and days. */
async function fill({ pool }: Connection) {
	await pool.query(
		`insert into association (name, time_zone) values ('{"nl": "Vereniging", "en": "Association"}', 'Europe/Amsterdam')`
	);
	for (const reason of hardTexts) {
		await pool.query(
			`insert into audit_line (id, operation, actor_kind, reason) values ($1, 'backup.test', 'system', $2)`,
			[newId(), reason]
		);
	}
	const person = newId();
	await pool.query(`insert into person (id, given_name, family_name) values ($1, 'Noor', 'Bakker')`, [person]);
	await pool.query(`insert into auth_user (id, person_id) values ($1, $2)`, [newId(), person]);
	await pool.query(
		`insert into auth_session (id, user_id, token, expires_at) select $1, id, 'signed-in', now() + interval '1 day' from auth_user`,
		[newId()]
	);
}

/** Every row of every table in the schema, as text, by table. Sign-ins and migrations' own tables apart. */
async function contents({ pool }: Connection): Promise<Record<string, string[]>> {
	const { rows: tables } = await pool.query<{ name: string }>(
		`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'published', 'auth_session')`
	);
	const all = tables.map(async ({ name }) => {
		const { rows } = await pool.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
		return [name, rows.map(({ row }) => row)] as const;
	});
	return Object.fromEntries(await Promise.all(all));
}

test('what comes back is what was there, without the sign-ins', async () => {
	const [source, target] = [await migrated(), await emptyDatabase()];
	await use(source, fill);
	const file = newFile();
	const made = await backupTo(file, source.url);
	expect(statSync(file).mode & 0o077).toBe(0);
	expect(await restoreFrom(file, target.url)).toEqual({ ...made, heldMails: 0 });
	const [before, after] = [await use(source, contents), await use(target, contents)];
	expect(after).toEqual(before);
	expect(before.audit_line).toHaveLength(hardTexts.length);
	expect(before.auth_user?.[0]).toContain('@person.invalid');
	const { rows } = await use(target, ({ pool }) => pool.query('select * from auth_session'));
	expect(rows).toEqual([]);
});

test('what comes back works: constraints, published views and migrations are in place', async () => {
	const [source, target] = [await migrated(), await emptyDatabase()];
	await use(source, fill);
	const file = newFile();
	await backupTo(file, source.url);
	await restoreFrom(file, target.url);
	const described = (connection: Connection) =>
		connection.pool
			.query<{ what: string }>(
				`select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as what
					from pg_constraint where connamespace = 'public'::regnamespace
				union all select viewname || ' ' || definition from pg_views where schemaname = 'public'
				union all select tgrelid::regclass || ' ' || tgenabled::text from pg_trigger where not tgisinternal order by 1`
			)
			.then(({ rows }) => rows.map(({ what }) => what));
	expect(await use(target, described)).toEqual(await use(source, described));
	expect(await use(target, ({ db }) => migrate(db))).toBe(0);
});

test('mail that waited is held: it may have gone out since', async () => {
	const [source, target] = [await migrated(), await emptyDatabase()];
	const mails = (connection: Connection) =>
		connection.pool
			.query<{ subject: string; held: boolean }>(
				'select subject, held_at is not null as held from outgoing_mail order by subject'
			)
			.then(({ rows }) => rows);
	await use(source, async (connection) => {
		const add = (subject: string, sent: string | null, expires: string | null, givenUp: string | null) =>
			connection.pool.query(
				`insert into outgoing_mail (id, recipient, subject, body, sent_at, expires_at, given_up_at)
					values ($1, 'mila@lid.example', $2, 'text', $3, $4, $5)`,
				[newId(), subject, sent, expires, givenUp]
			);
		await add('expired', null, '2022-01-01', null);
		await add('given up', null, null, '2022-01-01');
		await add('sent', '2022-01-01', null, null);
		await add('waits', null, null, null);
		await add('waits, and is good for long', null, '2999-01-01', null);
	});
	const file = newFile();
	await backupTo(file, source.url);
	expect(await restoreFrom(file, target.url)).toMatchObject({ heldMails: 2 });
	expect(await use(target, mails)).toEqual([
		{ subject: 'expired', held: false },
		{ subject: 'given up', held: false },
		{ subject: 'sent', held: false },
		{ subject: 'waits', held: true },
		{ subject: 'waits, and is good for long', held: true }
	]);
	// The backup was only read: where it was made, mail goes on.
	expect((await use(source, mails)).some(({ held }) => held)).toBe(false);
});

test('a backup is one moment, however many write meanwhile', async () => {
	const [source, target] = [await migrated(), await emptyDatabase()];
	const connection = source.open(4);
	await connection.pool.query(
		`insert into audit_line (id, operation, actor_kind, reason)
			select gen_random_uuid(), 'bulk', 'system', repeat(md5(n::text), 20) from generate_series(1, 60000) n`
	);
	let done = false;
	// Every transaction writes in the first table of a backup and in the last: apart they would never be seen.
	const writing = (async () => {
		for (let pairs = 0; ; pairs += 1) {
			if (done) return pairs;
			await connection.db.transaction(async (tx) => {
				await tx.execute(`insert into person (id, given_name, family_name) values ('${newId()}', 'One', 'Pair')`);
				await tx.execute(`insert into audit_line (id, operation, actor_kind) values ('${newId()}', 'pair', 'system')`);
			});
		}
	})();
	const file = newFile();
	await backupTo(file, source.url);
	done = true;
	const pairs = await writing;
	await connection.close();
	await restoreFrom(file, target.url);
	const { rows } = await use(target, ({ pool }) =>
		pool.query<{ people: number; lines: number }>(
			`select (select count(*)::int from person) as people, (select count(*)::int from audit_line where operation = 'pair') as lines`
		)
	);
	expect(rows[0]?.people).toBe(rows[0]?.lines);
	expect(rows[0]?.people).toBeLessThan(pairs);
});

test('a backup of an earlier level is brought to this release', async () => {
	const [source, target] = [await emptyDatabase(), await emptyDatabase()];
	const [first] = await migrations();
	await use(source, async ({ db, pool }) => {
		await db.transaction((tx) => migrateUntil(tx, first!.tag));
		await pool.query(`insert into audit_line (id, operation, actor_kind) values ($1, 'old', 'system')`, [newId()]);
	});
	const file = newFile();
	await backupTo(file, source.url);
	await restoreFrom(file, target.url);
	const { rows } = await use(target, ({ pool }) => pool.query('select operation from audit_line'));
	expect(rows).toEqual([{ operation: 'old' }]);
	expect(await use(target, ({ db }) => migrate(db))).toBe(0);
});

describe('a restore is refused', () => {
	let whole: Buffer;
	/** With one row in it, which must stay. */
	let filled: Empty;
	beforeAll(async () => {
		const source = await migrated();
		await use(source, fill);
		const file = newFile();
		await backupTo(file, source.url);
		whole = readFileSync(file);
		filled = await migrated();
		await use(filled, addPerson);
	});

	const fileOf = (content: Buffer) => {
		const file = newFile();
		writeFileSync(file, content);
		return file;
	};

	test('into a database with rows in it, unless they are to be replaced', async () => {
		const target = await migrated();
		await use(target, addPerson);
		const before = await use(target, contents);
		const file = fileOf(whole);
		await expect(restoreFrom(file, target.url)).rejects.toThrow(/^The database is not empty \(1 tables with rows\)/);
		expect(await use(target, contents)).toEqual(before);
		await restoreFrom(file, target.url, { replace: true });
		expect((await use(target, contents)).person).toEqual([expect.stringContaining('Noor')]);
	});

	test('into the database of another program, whatever is asked', async () => {
		const target = await emptyDatabase();
		await use(target, ({ pool }) => pool.query('create table invoice (id int)'));
		await expect(restoreFrom(fileOf(whole), target.url, { replace: true })).rejects.toThrow(
			/tables of another program \(invoice/
		);
	});

	test('while others use the database', async () => {
		const target = await migrated();
		const connection = target.open(1);
		await connection.pool.query('select 1');
		await expect(restoreFrom(fileOf(whole), target.url)).rejects.toThrow(/is in use \(1 connections\): stop Schakel/);
		await connection.close();
	});

	test('of a file of a later release', async () => {
		const text = gunzipSync(whole).toString('latin1');
		const later = gzipSync(Buffer.from(text.replace('"migrations":["', '"migrations":["9999_later","'), 'latin1'));
		const target = await emptyDatabase();
		await expect(restoreFrom(fileOf(later), target.url)).rejects.toThrow(/made by another release of Schakel/);
	});

	test('of a file that does not exist, or is something else', async () => {
		const target = await emptyDatabase();
		await expect(restoreFrom(join(folder, 'nothing'), target.url)).rejects.toThrow(/cannot be read/);
		await expect(restoreFrom(fileOf(Buffer.from('a letter')), target.url)).rejects.toThrow(/is damaged or cut off/);
		await expect(restoreFrom(fileOf(gzipSync('{"a": 1}\n')), target.url)).rejects.toThrow(/is damaged or cut off/);
		await expect(restoreFrom(fileOf(Buffer.alloc(0)), target.url)).rejects.toThrow(/is damaged or cut off/);
	});

	/** Altered with care: packed anew, so that only our own checks can notice. */
	const repacked = (change: (text: string) => string) =>
		gzipSync(Buffer.from(change(gunzipSync(whole).toString('latin1')), 'latin1'));

	test.each<[string, () => Buffer]>([
		['cut off in the header', () => whole.subarray(0, 40)],
		['cut off half-way', () => whole.subarray(0, whole.length / 2)],
		['cut off just before its end', () => whole.subarray(0, -1)],
		[
			'with a byte changed',
			() => Buffer.concat([whole.subarray(0, 900), Buffer.from([whole[900]! ^ 0xff]), whole.subarray(901)])
		],
		['with a word changed', () => repacked((text) => text.replace('Noor', 'Door'))],
		['with a row taken out', () => repacked((text) => text.replace(/^.*Noor.*\n/m, ''))],
		['with its last line taken off', () => repacked((text) => text.replace(/\{"end".*\n$/, ''))],
		['with something after its last line', () => repacked((text) => `${text}{"table":"person","columns":[]}\n`)],
		['with rows in another table', () => repacked((text) => text.replace('{"table":"person"', '{"table":"persons"'))],
		[
			'with a value that does not fit',
			() => repacked((text) => text.replace('Europe/Amsterdam\t', 'Europe/Amsterdam\ttomorrow'))
		]
	])('of a file %s: nothing is changed', async (_, content) => {
		const before = await use(filled, contents);
		const altered = content();
		expect(altered.equals(whole)).toBe(false);
		await expect(restoreFrom(fileOf(altered), filled.url, { replace: true })).rejects.toThrow(
			/is damaged or cut off \(.+\): nothing was changed/
		);
		expect(await use(filled, contents)).toEqual(before);
	});
});

test('a backup that fails leaves no file', async () => {
	const database = await emptyDatabase();
	const place = mkdtempSync(join(folder, 'empty-'));
	await expect(backupTo(join(place, 'b.schakel'), database.url)).rejects.toThrow(/nothing to back up yet/);
	expect(readdirSync(place)).toEqual([]);
});
