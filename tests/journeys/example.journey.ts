// The example year in the database of the site: every published row keeps to what its publication promises.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import '#modules/list.server.ts';
import { connect, rows, type Connection } from '#platform/server/database.ts';
import { factKinds } from '#platform/server/module.ts';
import type { Publication } from '#platform/server/views.ts';
import { visibilities } from '#platform/visibility.ts';

/** What must be so of every row, said as SQL that finds the rows of which it is not so. */
const wrongRows: Record<Publication, string[]> = {
	fact: [
		'id is null or starts_on is null',
		'ends_on < starts_on',
		"state is null or state not in ('planned', 'done')",
		"standing not in ('member', 'partner-of-member', 'other')",
		// An answer to a registration and a measured value may be below zero.
		"quantity < 0 and kind not in ('event.registered', 'measurement.taken')",
		"country !~ '^[A-Z]{2}$'"
	],
	deadline: ['id is null or due_on is null or done is null'],
	search_document: ['id is null', 'words_nl is null and words_en is null', 'ends_on < starts_on']
};
const alwaysWrong = [
	'kind is null',
	`visibility is null or visibility not in (${visibilities.map((each) => `'${each}'`).join(', ')})`,
	"title is null or coalesce(title->>'nl', title->>'en', '') = ''",
	"href is null or href !~ '^/[^/]'",
	"visibility = 'organisation' and organisation_id is null",
	"visibility = 'group' and group_id is null"
];

let connection: Connection;
beforeAll(() => {
	connection = connect(inject('site').databaseUrl, 1);
});
afterAll(() => connection.close());

for (const publication of Object.keys(wrongRows) as Publication[]) {
	test(`every row of ${publication} keeps to what it promises`, async () => {
		for (const wrong of [...alwaysWrong, ...wrongRows[publication]]) {
			const found = await rows(connection.db, sql.raw(`select * from ${publication} where ${wrong} limit 3`));
			expect(found, `${publication} where ${wrong}`).toEqual([]);
		}
	});
}

test('the example holds facts, so that the checks above say something', async () => {
	const found = await rows<{ kind: string }>(connection.db, sql`select distinct kind from fact`);
	const known = [...factKinds().keys()];
	expect(found.length).toBeGreaterThan(0);
	expect(found.map(({ kind }) => kind).filter((kind) => !known.includes(kind))).toEqual([]);
});
