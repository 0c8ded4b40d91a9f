// The example year for tests: loaded once per run into a database that all others are copies of.
import { copyOf, preparedDatabase, type FreshDatabase } from '#platform/server/testing.ts';
import { loadExample } from '../../src/example.server.ts';

/** A copy of the example year of one's own. Inside a test it is dropped when the test ends; in `beforeAll`, return its `drop`. */
export const exampleDatabase = async (connections = 2): Promise<FreshDatabase> =>
	copyOf(await preparedDatabase('example', loadExample), connections);
