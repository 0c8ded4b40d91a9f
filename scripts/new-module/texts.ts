// The files of a new module: small, complete and true, to be changed into what the module is for.
import type { Names } from './names.ts';

type Text = (names: Names) => string;

const readme: Text = ({ words, word, module }) => `# ${words.charAt(0).toUpperCase()}${words.slice(1)}

For whom this is, and what they come to do.

- **${word}**: what it is. Its words stand in \`docs/words.md\`.

Add a kind of fact in \`facts.ts\` and \`server/views.ts\` when ${module} leaves facts.
`;

const rules: Text = ({ words, One, one }) => `// Who may do what with ${words}.
import { isBureau, type Actor } from '#platform/actor.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';

export const mayAdd${One} = (actor: Actor) => isBureau(actor);
export const maySee${One} = (actor: Actor, ${one}: { visibility: Visibility }) => maySee(actor, ${one});
`;

const rulesTest: Text = ({ words, word, One }) => `// The rules of ${words}, persona by persona.
import { expect, test } from 'vitest';
import { personas } from '#platform/personas.ts';
import { mayAdd${One}, maySee${One} } from './rules.ts';

test('the bureau adds a ${word}; members do not', () => {
	expect(mayAdd${One}(personas.bureau)).toBe(true);
	expect(mayAdd${One}(personas["member's staff"])).toBe(false);
});

test('what is for members stays among members', () => {
	expect(maySee${One}(personas["member's staff"], { visibility: 'members' })).toBe(true);
	expect(maySee${One}(personas.visitor, { visibility: 'members' })).toBe(false);
});
`;

const inputs: Text = ({ words, one }) => `// What comes in about ${words}.
import { z } from 'zod';
import { id, key, localized } from '#platform/input.ts';

export const ${one} = z.object({
	key,
	title: localized(300),
	visibility: z.enum(['public', 'members', 'bureau']).default('members')
});

export const ${one}Id = z.object({ ${one}Id: id });
export const nothing = z.object({});
`;

const messages =
	(taken: string): Text =>
	({ prefix }) => `{
	"$schema": "https://inlang.com/schema/inlang-message-format",
	"${prefix}_conflict_key_taken": "${taken}"
}
`;

const schema: Text = ({ words, one, table }) => `// Tables of ${words}.
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Localized } from '#platform/localized.ts';

export const ${one} = pgTable('${table}', {
	id: uuid().primaryKey(),
	/** What files and addresses call it. */
	key: text().notNull().unique(),
	title: jsonb().$type<Localized>().notNull(),
	visibility: text({ enum: ['public', 'members', 'bureau'] }).notNull().default('members')
});
`;

const queries: Text = ({ words, one, One, Many }) => `// What is read of ${words}; reached only through operations.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import { sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import { ${one} } from './schema.ts';

/** \`maySee${One}\`, said in SQL. */
const visible = (actor: Actor) =>
	visibleTo(actor, { visibility: sql\`\${${one}.visibility}\`, organisationId: sql\`null::uuid\`, groupId: sql\`null::uuid\` });

export const visible${Many} = (db: Database, actor: Actor) =>
	db.select().from(${one}).where(visible(actor)).orderBy(${one}.key);

export async function visible${One}(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(${one})
		.where(and(eq(${one}.id, id), visible(actor)));
	return found;
}
`;

const operations: Text = ({ module, words, word, one, One, Many, prefix }) => `// What can be done with ${words}.
import { anyone } from '#platform/actor.ts';
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { visible${One}, visible${Many} } from './queries.ts';
import { ${one} } from './schema.ts';

export const add${One} = operation({
	name: '${module}.add${One}',
	input: inputs.${one},
	may: rules.mayAdd${One},
	about: (_subject, result: { id: string }) => ({ kind: '${word}', id: result.id }),
	run: async ({ db, input }) => {
		const [made] = await db
			.insert(${one})
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning({ id: ${one}.id });
		if (!made) throw new Conflict('${prefix}_conflict_key_taken');
		return made;
	}
});

export const list${Many} = read({
	name: '${module}.list${Many}',
	input: inputs.nothing,
	may: anyone,
	run: ({ db, actor }) => visible${Many}(db, actor)
});

export const show${One} = read({
	name: '${module}.show${One}',
	input: inputs.${one}Id,
	subject: ({ db, actor }, { ${one}Id }) => visible${One}(db, actor, ${one}Id),
	may: rules.maySee${One},
	cases: { 'for everyone': { visibility: 'public' }, 'for members': { visibility: 'members' }, 'for the bureau': { visibility: 'bureau' } },
	run: ({ subject }) => subject
});
`;

const operationsTest: Text = ({
	words,
	word,
	one,
	One,
	Many,
	module
}) => `// What happens to ${words}: the deed, the refusals, what is remembered.
import { expect } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import type { Caller } from '#platform/server/operation.ts';
import { story } from '#platform/server/testing.ts';
import { add${One}, list${Many}, show${One} } from './operations.ts';

const a${One} = (caller: Caller, key = 'first', visibility: 'public' | 'members' | 'bureau' = 'members') =>
	add${One}(caller, { key, title: { nl: 'Eerste', en: 'First' }, visibility });

story('the bureau adds a ${word}, and it is remembered who did', async ({ db, as }) => {
	const { id } = await a${One}(as('bureau'));
	expect(await auditLinesOf(db, id)).toMatchObject([{ operation: '${module}.add${One}', actorId: as('bureau').actor.personId }]);
});

story('a member may not add one', async ({ as }) => {
	await expect(a${One}(as("member's staff"))).rejects.toThrow(Forbidden);
});

story('a short name is given once', async ({ as }) => {
	await a${One}(as('bureau'));
	await expect(a${One}(as('bureau'))).rejects.toThrow(Conflict);
});

story('everyone finds exactly what they may open', async ({ as }) => {
	for (const visibility of ['public', 'members', 'bureau'] as const) await a${One}(as('bureau'), visibility, visibility);
	const keysFor = async (caller: Caller) => (await list${Many}(caller, {})).map(({ key }) => key);
	expect(await keysFor(as('visitor'))).toEqual(['public']);
	expect(await keysFor(as("member's staff"))).toEqual(['members', 'public']);
	expect(await keysFor(as('bureau'))).toEqual(['bureau', 'members', 'public']);
});

story('what somebody may not see does not exist for them', async ({ as }) => {
	const { id } = await a${One}(as('bureau'), 'inside', 'bureau');
	await expect(show${One}(as('visitor'), { ${one}Id: id })).rejects.toThrow(NotFound);
	expect(await show${One}(as('bureau'), { ${one}Id: id })).toMatchObject({ key: 'inside' });
});
`;

const module: Text = ({ module: name, variable }) => `// What ${name} adds to the platform.
import type { Module } from '#platform/server/module.ts';
import * as operations from './operations.ts';

export const ${variable}: Module = { name: '${name}', operations };
`;

/** Path within the module, and what stands in it. */
export const texts: Record<string, Text> = {
	'README.md': readme,
	'rules.ts': rules,
	'rules.test.ts': rulesTest,
	'inputs.ts': inputs,
	'messages/nl.json': messages('Er is er al een met deze korte naam.'),
	'messages/en.json': messages('There is one with this short name already.'),
	'server/schema.ts': schema,
	'server/queries.ts': queries,
	'server/operations.ts': operations,
	'server/operations.test.ts': operationsTest,
	'server/module.ts': module
};
