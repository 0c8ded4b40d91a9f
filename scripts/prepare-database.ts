// Brings the database to this release and, when it is empty, puts the example year in it.
import '#modules/list.server.ts';
import { connect, rows, sql, type Database } from '#platform/server/database.ts';
import { migrate, NewerDatabase } from '#platform/server/migrate.ts';
import { Problem } from '#platform/server/problem.ts';

type Options = { empty: boolean };
type Tell = (line: string) => void;
type HowToSignIn = (address: string) => string;

/** Nothing until the first screen was filled in. */
type Holds = 'nothing' | 'the example' | 'an association';

async function whatItHolds(db: Database): Promise<Holds> {
	const [found] = await rows<{ is_example: boolean }>(db, sql`select is_example from association`);
	if (!found) return 'nothing';
	return found.is_example ? 'the example' : 'an association';
}

const howToSignIn: Record<Holds, HowToSignIn> = {
	nothing: (address) => `Open it to name your association and its first administrator: ${address}`,
	'the example': (address) => `Choose a persona to sign in: ${address}/sign-in`,
	'an association': (address) => `Sign in with your mail address: ${address}/sign-in`
};

async function fill(db: Database, { empty }: Options, tell: Tell): Promise<Holds> {
	const holds = await whatItHolds(db);
	if (holds === 'the example' && empty) {
		throw new Problem(
			'This data folder already holds the example: for a clean association name another one, as in SCHAKEL_DATA=.schakel-own npm start -- --empty.'
		);
	}
	if (holds !== 'nothing' || empty) return holds;
	tell('Loading the example year …');
	const { loadExample } = await import('../src/example.server.ts');
	await loadExample(db);
	return whatItHolds(db);
}

/** Answers how to sign in, given the address of the site. */
export async function prepareDatabase(url: string, options: Options, tell: Tell): Promise<HowToSignIn> {
	const { db, close } = connect(url);
	try {
		await migrate(db);
		return howToSignIn[await fill(db, options, tell)];
	} catch (error) {
		throw error instanceof NewerDatabase ? new Problem(`${error.message} Start that release.`) : error;
	} finally {
		await close();
	}
}
