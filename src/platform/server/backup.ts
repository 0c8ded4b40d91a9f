// Makes a backup of the running database, and puts one back. The package of the embedded PostgreSQL has no pg_dump, and
// this works between versions 15 to 18, without superuser, on the embedded database and on your own (decision 011).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import {
	BackupReader,
	damaged,
	header,
	lastLine,
	rowsLine,
	tableLine,
	writeBackup,
	type BackupWriter,
	type Header
} from './backup-file.ts';
import {
	columnList,
	dropEverything,
	identifier,
	readMigrations,
	readSequences,
	readTables,
	tablesWithRows,
	withoutForeignKeys,
	type Table
} from './catalog.ts';
import type { Database } from './database.ts';
import { migrate, migrateUntil, migrations } from './migrate.ts';
import { messageOf, Problem } from './problem.ts';
import { withClient } from './reach.ts';
import { checkout } from './settings.ts';

export type Summary = { madeAt: string; tables: number; rows: number };
export type Restored = Summary & {
	/** Mail that waited when the backup was made. */
	heldMails: number;
};

const release = () => (JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }).version;

/** Values must read the same on every server; a long table may take longer than a server's usual patience. */
const steady = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
	set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set row_security = off`;

const jsonLine = (value: object) => `${JSON.stringify(value)}\n`;

async function writeTable(client: Client, writer: BackupWriter, table: Table): Promise<number> {
	await writer.write(jsonLine({ table: table.name, columns: table.columns }));
	const rows = client.query(copyTo(`copy (select ${columnList(table)} from ${identifier(table.name)}) to stdout`));
	for await (const part of rows) await writer.write(part as Buffer);
	await writer.write('\\.\n');
	await writer.write(jsonLine({ rows: rows.rowCount }));
	return rows.rowCount;
}

async function makeHeader(client: Client): Promise<Header> {
	const tags = await readMigrations(client);
	if (!tags || tags.length === 0)
		throw new Problem('There is nothing to back up yet: the database is empty. Start Schakel first.');
	const { rows } = await client.query<{ server_version: string }>('show server_version');
	const postgresql = rows[0]?.server_version ?? '';
	return {
		format: 'schakel-backup',
		version: 1,
		made_at: new Date().toISOString(),
		release: release(),
		postgresql,
		migrations: tags
	};
}

async function writeAll(client: Client, writer: BackupWriter): Promise<Summary> {
	const head = await makeHeader(client);
	await writer.write(jsonLine(head));
	const tables = await readTables(client);
	// A migration that starts meanwhile waits until the backup is made.
	if (tables.length > 0)
		await client.query(`lock table ${tables.map(({ name }) => identifier(name)).join(', ')} in access share mode`);
	let rows = 0;
	for (const table of tables) rows += await writeTable(client, writer, table);
	// Numbers are given outside transactions: read last, they are never behind the rows.
	const sequences = await readSequences(client);
	await writer.write(jsonLine({ end: true, tables: tables.length, rows, sequences, sha256: writer.checksum() }));
	return { madeAt: head.made_at, tables: tables.length, rows };
}

/** Writes a consistent backup to `file` while others go on working. Throws a Problem. */
export async function backupTo(file: string, databaseUrl: string): Promise<Summary> {
	const writer = await writeBackup(file);
	try {
		const summary = await withClient(databaseUrl, async (client) => {
			await client.query(steady);
			// Nothing is written, so there is nothing to roll back: the connection is closed after it.
			await client.query('begin isolation level repeatable read read only');
			return writeAll(client, writer);
		});
		await writer.finish();
		return summary;
	} catch (error) {
		await writer.abandon();
		throw error;
	}
}

/** Refuses a backup that this release does not know how to bring up to date. */
async function checkLevel(file: string, { migrations: tags, release: made }: Header): Promise<string> {
	const known = (await migrations()).map(({ tag }) => tag);
	if (tags.some((tag, place) => known[place] !== tag)) {
		throw new Problem(
			`The backup ${file} was made by another release of Schakel (${made}), with tables that this one does not know: use that release or a later one.`
		);
	}
	return tags.at(-1) ?? '';
}

async function countOthers(client: Client): Promise<number> {
	const { rows } = await client.query<{ others: number }>(
		`select count(*)::int as others from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
	);
	return rows[0]?.others ?? 0;
}

/** Whoever just closed a connection is still seen for a moment. */
async function checkNobodyElse(client: Client): Promise<void> {
	let others = await countOthers(client);
	for (let tries = 0; others > 0 && tries < 20; tries += 1) {
		await sleep(100);
		others = await countOthers(client);
	}
	if (others > 0)
		throw new Problem(`The database is in use (${others} connections): stop Schakel and other programs on it first.`);
}

async function checkMayFill(client: Client, replace: boolean): Promise<void> {
	const all = await readTables(client, { all: true });
	if (all.length > 0 && !(await readMigrations(client))) {
		throw new Problem(
			`The database holds tables of another program (${all[0]?.name}, …): make an empty database for Schakel.`
		);
	}
	const filled = await tablesWithRows(client);
	if (filled.length === 0 || replace) return;
	throw new Problem(
		`The database is not empty (${filled.length} tables with rows): restore into an empty one, or add --replace to lose what is in it.`
	);
}

async function readTable(client: Client, reader: BackupReader, file: string, table: Table): Promise<number> {
	const read = await reader.line(tableLine);
	if (read.table !== table.name || read.columns.join() !== table.columns.join()) {
		throw damaged(file, `table ${read.table} where ${table.name} should be`);
	}
	const copy = client.query(copyFrom(`copy ${identifier(table.name)} (${columnList(table)}) from stdin`));
	await pipeline(Readable.from(reader.rows()), copy).catch((error: unknown) => {
		throw error instanceof Problem ? error : damaged(file, `table ${table.name}: ${messageOf(error)}`);
	});
	const { rows } = await reader.line(rowsLine);
	if (rows !== copy.rowCount) throw damaged(file, `${copy.rowCount} rows in ${table.name} where ${rows} should be`);
	return rows;
}

async function readAll(client: Client, reader: BackupReader, file: string): Promise<{ tables: number; rows: number }> {
	const tables = await readTables(client);
	let rows = 0;
	for (const table of tables) rows += await readTable(client, reader, file, table);
	const checksum = reader.checksum();
	const last = await reader.line(lastLine);
	await reader.end();
	if (last.sha256 !== checksum || last.tables !== tables.length || last.rows !== rows)
		throw damaged(file, 'its checksum is wrong');
	for (const { name, value } of last.sequences)
		await client.query('select setval($1::regclass, $2)', [identifier(name), value]);
	return { tables: tables.length, rows };
}

type Source = { reader: BackupReader; file: string; replace: boolean };

/** What waited when the backup was made may have gone out since: it goes out again only when somebody says so. */
async function holdMail(client: Client): Promise<number> {
	const { rowCount } = await client.query(
		`update outgoing_mail set held_at = clock_timestamp() where sent_at is null and given_up_at is null
			and (expires_at is null or expires_at > clock_timestamp())`
	);
	return rowCount ?? 0;
}

/** `tx` is the transaction that `client` is in. */
async function fillFrom({ reader, file, replace }: Source, client: Client, tx: Database): Promise<Restored> {
	const head = await reader.line(header);
	const level = await checkLevel(file, head);
	await checkNobodyElse(client);
	await checkMayFill(client, replace);
	await dropEverything(client);
	await migrateUntil(tx, level);
	let counts = { tables: 0, rows: 0 };
	await withoutForeignKeys(client, async () => {
		counts = await readAll(client, reader, file);
	});
	await migrate(tx);
	return { madeAt: head.made_at, ...counts, heldMails: await holdMail(client) };
}

/**
 * Puts the backup in `file` into an empty database, or with `replace` in place of what is there, and brings it to this
 * release: all of it or nothing. Throws a Problem.
 */
export async function restoreFrom(file: string, databaseUrl: string, { replace = false } = {}): Promise<Restored> {
	const reader = new BackupReader(file);
	try {
		return await withClient(databaseUrl, async (client) => {
			await client.query(`${steady}; set lock_timeout = '10s'`);
			const summary = await drizzle({ client }).transaction((tx) => fillFrom({ reader, file, replace }, client, tx));
			await client.query('analyze');
			return summary;
		});
	} finally {
		await reader.close();
	}
}
