// The connection to PostgreSQL. Nobody above this file knows whether it is the embedded one or your own.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { describeError, logLine } from './log.ts';

/** Either the pool or a transaction: operations and queries never know which. */
export type Database = Omit<NodePgDatabase, '$client'>;

export type Connection = { db: Database; pool: pg.Pool; close: () => Promise<void> };

// Days stay strings (a Date would give them a time zone); whole numbers and sums fit a JavaScript number here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/**
 * Our queries take milliseconds; PostgreSQL may think them dear and compile them first. Measured on version 15: 23 seconds for
 * the reading of a plan, which then takes 0.05.
 */
const withoutCompiling = async (client: pg.ClientBase) => void (await client.query('set jit = off'));

/** Opens a pool of `connections` connections to the database at `url`. */
export function connect(url: string, connections = 10): Connection {
	const pool = new pg.Pool({
		connectionString: url,
		max: connections,
		application_name: 'schakel',
		// oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, which its types do not say.
		onConnect: withoutCompiling
	});
	// A connection that the server drops while idle must not end the process; the next query takes another one.
	pool.on('error', (error) => logLine('error', 'database.idle', describeError(error)));
	return { db: drizzle({ client: pool, casing: 'snake_case' }), pool, close: () => pool.end() };
}

/** The rows of a hand-written query, typed by the caller. */
export async function rows<Row extends Record<string, unknown>>(db: Database, query: SQL): Promise<Row[]> {
	return (await db.execute(query)).rows as Row[];
}

const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url');

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * As `rows`, and every connection keeps the statement under the hash of its text, so that PostgreSQL need not plan it each time.
 * Only for long statements with few texts: what is kept stays as long as the connection.
 */
export async function keptRows<Row extends Record<string, unknown>>(db: Database, query: SQL): Promise<Row[]> {
	const built = dialect.sqlToQuery(query);
	type Kept = { execute: pg.QueryResult<Row>; all: unknown; values: unknown };
	return (await db._.session.prepareQuery<Kept>(built, undefined, nameOf(built.sql), false).execute()).rows;
}

export { sql };
