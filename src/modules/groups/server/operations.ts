// What can be done with groups.
import { eq } from 'drizzle-orm';
import { Conflict } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { operation } from '#platform/server/operation.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { group, groupMembership } from './schema.ts';

export const addGroup = operation({
	name: 'groups.addGroup',
	input: inputs.group,
	may: rules.mayKeepGroups,
	about: (_subject, result: { id: string }) => ({ kind: 'group', id: result.id }),
	run: async ({ db, input }) => {
		const [made] = await db
			.insert(group)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Conflict('groups_conflict_key_taken');
		return { id: made.id };
	}
});

export const addGroupMember = operation({
	name: 'groups.addGroupMember',
	input: inputs.groupMembership,
	subject: async ({ db }, { groupId }) => (await db.select().from(group).where(eq(group.id, groupId)))[0],
	may: rules.mayRunGroup,
	cases: {
		'own group': { id: OWN_GROUP },
		'other group': { id: OTHER_GROUP }
	},
	about: (subject) => ({ kind: 'group', id: subject.id }),
	run: async ({ db, input }) => {
		const id = newId();
		await db.insert(groupMembership).values({ id, ...input });
		return { id };
	}
});
