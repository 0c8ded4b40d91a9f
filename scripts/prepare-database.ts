// Brings the database to this release and, when it is empty, puts the example year in it.
import '#modules/list.server.ts';
import { connect, rows, sql } from '#platform/server/database.ts';
import { migrate, NewerDatabase } from '#platform/server/migrate.ts';
import { Problem } from '#platform/server/problem.ts';

type Options = { example: boolean; tell: (line: string) => void };

/** With `example`, an empty database gets the example year. */
export async function prepareDatabase(url: string, { example, tell }: Options): Promise<void> {
	const { db, close } = connect(url);
	try {
		await migrate(db);
		const isEmpty = (await rows(db, sql`select from association`)).length === 0;
		if (!isEmpty || !example) return;
		tell('Loading the example year …');
		const { loadExample } = await import('../src/example.server.ts');
		await loadExample(db);
	} catch (error) {
		throw error instanceof NewerDatabase ? new Problem(`${error.message} Start that release.`) : error;
	} finally {
		await close();
	}
}
