// The rule and the filter say the same: `maySee` on a record, and `visibleTo` in SQL, for any actor and any record.
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Actor, AssociationRole } from '#platform/actor.ts';
import { personaNames, personas } from '#platform/personas.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import { visibleTo } from '#platform/server/views.ts';
import { maySee, visibilities, type Seen } from '#platform/visibility.ts';

const ids = ['a', 'b', 'c'].map((letter) => `01900000-0000-7000-8000-00000000000${letter}`);
const anId = fc.constantFrom(...ids);
const role: fc.Arbitrary<AssociationRole> = fc.constantFrom('administrator', 'bureau', 'board');

const anActor: fc.Arbitrary<Actor> = fc.record({
	kind: fc.constantFrom('person', 'visitor', 'system'),
	personId: fc.option(anId),
	name: fc.constant(''),
	roles: fc.uniqueArray(role),
	organisations: fc.array(
		fc.record({ organisationId: anId, role: fc.constantFrom('representative', 'staff'), isMember: fc.boolean() }),
		{ maxLength: 3 }
	),
	groups: fc.array(fc.record({ groupId: anId, role: fc.constantFrom('lead', 'member') }), { maxLength: 3 })
});

/** Every record there can be: any visibility, with or without an organisation and a group. */
const records: Required<Seen>[] = visibilities.flatMap((visibility) =>
	[null, ...ids].flatMap((organisationId) =>
		[null, ...ids].flatMap((groupId) =>
			[[], ids.slice(0, 1), ids.slice(1)].map((alsoGroupIds) => ({ visibility, organisationId, groupId, alsoGroupIds }))
		)
	)
);

/** The numbers of the records that the filter lets through. */
async function filtered(db: Database, actor: Actor): Promise<number[]> {
	const values = records.map(
		({ visibility, organisationId, groupId, alsoGroupIds }, index) =>
			sql`(${index}::int, ${visibility}, ${organisationId}::uuid, ${groupId}::uuid, ${sql.param(alsoGroupIds)}::uuid[])`
	);
	const visible = visibleTo(actor, {
		visibility: sql`r.visibility`,
		organisationId: sql`r.organisation_id`,
		groupId: sql`r.group_id`,
		alsoGroupIds: sql`r.also_group_ids`
	});
	const found = await rows<{ number: number }>(
		db,
		sql`select number from (values ${sql.join(values, sql`, `)}) as r(number, visibility, organisation_id, group_id, also_group_ids) where ${visible} order by number`
	);
	return found.map(({ number }) => number);
}

const allowed = (actor: Actor) => records.flatMap((record, index) => (maySee(actor, record) ? [index] : []));

story('any actor finds exactly the records that the rule lets them see', async ({ db }) => {
	const agrees = fc.asyncProperty(anActor, async (actor) => {
		expect(await filtered(db, actor)).toEqual(allowed(actor));
	});
	await fc.assert(agrees, { numRuns: 200 });
});

story('every persona finds exactly the records that the rule lets them see', async ({ db }) => {
	for (const name of personaNames) expect(await filtered(db, personas[name]), name).toEqual(allowed(personas[name]));
});
