// The example year for tests: loaded once per run into a database that all others are copies of.
import { inject, onTestFinished } from 'vitest';
import { dropDatabase } from '#platform/server/drop-database.ts';
import { connect, type Connection } from '#platform/server/database.ts';
import { loadExample } from '../../src/example.server.ts';

const urlOf = (database: string) => {
	const url = new URL(inject('testDatabase').maintenanceUrl);
	url.pathname = `/${database}`;
	return url.href;
};

async function load(database: string) {
	const { db, close } = connect(urlOf(database), 1);
	try {
		await loadExample(db);
	} finally {
		await close();
	}
}

/** Makes the loaded database unless another worker did; who comes second waits. */
async function ensureLoaded({ pool }: Connection, empty: string, loaded: string) {
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock(hashtext($1))', [loaded]);
		const { rowCount } = await client.query('select from pg_database where datname = $1', [loaded]);
		if (rowCount) return;
		// Under another name while it is not whole: a load that breaks off leaves nothing that looks like it.
		await dropDatabase((statement) => client.query(statement), `${loaded}_unfinished`);
		await client.query(`create database ${loaded}_unfinished template ${empty}`);
		await load(`${loaded}_unfinished`);
		await client.query(`alter database ${loaded}_unfinished rename to ${loaded}`);
	} finally {
		await client.query('select pg_advisory_unlock(hashtext($1))', [loaded]);
		client.release();
	}
}

export type ExampleDatabase = Connection & { drop: () => Promise<void> };

/** A copy of the example year of one's own. Inside a test it is dropped when the test ends; in `beforeAll`, return its `drop`. */
export async function exampleDatabase(connections = 2): Promise<ExampleDatabase> {
	const { maintenanceUrl, template } = inject('testDatabase');
	const maintenance = connect(maintenanceUrl, 2);
	const loaded = `${template}_example`;
	const name = `${loaded}_${process.env.VITEST_POOL_ID ?? '1'}_${process.hrtime.bigint().toString(36)}`;
	await ensureLoaded(maintenance, template, loaded);
	await maintenance.pool.query(`create database ${name} template ${loaded}`);
	const connection = connect(urlOf(name), connections);
	const drop = async () => {
		await connection.close();
		await dropDatabase((statement) => maintenance.pool.query(statement), name);
		await maintenance.close();
	};
	try {
		onTestFinished(drop);
	} catch {
		// Not inside a test: whoever asked drops it.
	}
	return { ...connection, drop };
}
