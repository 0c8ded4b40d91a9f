// The connection to PostgreSQL. Nobody above this file knows whether it is the embedded one or your own.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { sql, type SQL } from 'drizzle-orm';
import pg from 'pg';

/** Either the pool or a transaction: operations and queries never know which. */
export type Database = Omit<NodePgDatabase, '$client'>;

export type Connection = { db: Database; pool: pg.Pool; close: () => Promise<void> };

// Days stay strings (a Date would give them a time zone); whole numbers and sums fit a JavaScript number here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Opens a pool of `connections` connections to the database at `url`. */
export function connect(url: string, connections = 10): Connection {
	const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'schakel' });
	// A connection that the server drops while idle must not end the process; the next query takes another one.
	pool.on('error', (error) =>
		console.error(JSON.stringify({ level: 'error', at: 'database.idle', error: error.message }))
	);
	return { db: drizzle({ client: pool, casing: 'snake_case' }), pool, close: () => pool.end() };
}

/** The rows of a hand-written query, typed by the caller. */
export async function rows<Row extends Record<string, unknown>>(db: Database, query: SQL): Promise<Row[]> {
	return (await db.execute(query)).rows as Row[];
}

export { sql };
