// Is the database as the last start of this build left it? Asked without loading the application, which takes longest.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { codeOf } from '#platform/server/problem.ts';
import { withClient } from '#platform/server/reach.ts';
import { checkout } from '#platform/server/settings.ts';

/** Nothing until the first screen was filled in. */
export type Holds = 'nothing' | 'the example' | 'an association';

/** Goes with the build: a new build makes the folder anew, without this file. */
const remembered = join(checkout, 'build', '.schakel-published');

const undefinedTable = '42P01';

async function whatItHolds(client: Client): Promise<Holds> {
	const { rows } = await client.query<{ is_example: boolean }>('select is_example from association');
	if (!rows[0]) return 'nothing';
	return rows[0].is_example ? 'the example' : 'an association';
}

/** Which migrations made the tables, and which views stand on them. */
async function stateOf(client: Client): Promise<string> {
	const applied = await client.query<{ tag: string }>('select tag from migration order by tag');
	const published = await client.query<{ hash: string }>('select hash from published');
	return [...applied.rows.map(({ tag }) => tag), published.rows[0]?.hash].join('\n');
}

/** What the database holds when it is in step with this build; undefined when it must be looked at more closely. */
export async function inStep(url: string): Promise<Holds | undefined> {
	try {
		const state = await readFile(remembered, 'utf8');
		return await withClient(url, async (client) =>
			(await stateOf(client)) === state ? whatItHolds(client) : undefined
		);
	} catch (error) {
		if (codeOf(error) === 'ENOENT' || codeOf(error) === undefinedTable) return undefined;
		throw error;
	}
}

/** Call it when the database was brought to this release; answers what it holds. */
export async function rememberInStep(url: string): Promise<Holds> {
	return withClient(url, async (client) => {
		// A build that cannot be written is looked at more closely every time.
		await writeFile(remembered, await stateOf(client)).catch(() => undefined);
		return whatItHolds(client);
	});
}
