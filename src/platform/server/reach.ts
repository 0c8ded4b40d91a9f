// Can the database be reached, and is it one that we know how to use?
import pg from 'pg';
import { codeOf, messageOf, Problem } from './problem.ts';

const oldest = 15;
const newest = 18;
const msToConnect = 10_000;

/** Opens one connection, does `work` with it and closes it. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: msToConnect,
		application_name: 'schakel'
	});
	client.on('error', () => {});
	try {
		await client.connect();
		return await work(client);
	} finally {
		await client.end().catch(() => {});
	}
}

export async function canConnect(url: string): Promise<boolean> {
	try {
		return await withClient(url, async () => true);
	} catch {
		return false;
	}
}

/** Where the database is, without the password. */
function placeOf(url: string): string {
	const { host, pathname, searchParams } = new URL(url);
	return `${searchParams.get('host') ?? host}${pathname}`;
}

const reasons: Record<string, string> = {
	ECONNREFUSED: 'nothing listens there',
	ENOENT: 'nothing listens there',
	ENOTFOUND: 'there is no such host',
	EAI_AGAIN: 'the name of the host cannot be looked up',
	ETIMEDOUT: 'it does not answer',
	'28P01': 'the password is wrong',
	'28000': 'this user may not connect',
	'3D000': 'there is no such database'
};

const reasonOf = (error: unknown): string => {
	if (error instanceof AggregateError) return reasonOf(error.errors[0]);
	return reasons[codeOf(error) ?? ''] ?? messageOf(error);
};

async function askVersion(url: string): Promise<string> {
	try {
		return await withClient(url, async (client) => {
			const { rows } = await client.query<{ server_version: string }>('show server_version');
			return rows[0]?.server_version ?? '';
		});
	} catch (error) {
		throw new Problem(
			`The database at ${placeOf(url)} cannot be reached (${reasonOf(error)}): start it or correct DATABASE_URL.`
		);
	}
}

/** Throws a Problem when the database does not answer or is a version that Schakel was not tested on. */
export async function checkDatabase(url: string): Promise<void> {
	const version = await askVersion(url);
	const major = Number.parseInt(version, 10);
	if (major >= oldest && major <= newest) return;
	throw new Problem(
		`The database at ${placeOf(url)} is PostgreSQL ${version}: Schakel needs version ${oldest} to ${newest}.`
	);
}
