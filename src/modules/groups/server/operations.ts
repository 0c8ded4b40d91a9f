// What can be done with groups and with being in them.
import { eq } from 'drizzle-orm';
import { anyone } from '#platform/actor.ts';
import { canSeePerson, peopleNamed } from '#modules/members/server/public.ts';
import { Conflict, invalid } from '#platform/errors.ts';
import { marked, say } from '#platform/localized.ts';
import { OTHER_GROUP, OTHER_PERSON, OWN_GROUP, OWN_PERSON } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { freeKey } from '#platform/server/key.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import {
	groupList,
	groupMembers,
	groupsOfPerson,
	heldGroup,
	isInDuring,
	meetingsOf,
	visibleGroup,
	visibleMembership
} from './queries.ts';
import { group, groupMembership } from './schema.ts';

const ownOrOther = { 'own group': { id: OWN_GROUP }, 'other group': { id: OTHER_GROUP } };
const aboutGroup = (subject: { id: string }) => ({ kind: 'group', id: subject.id });
const aboutItsGroup = (subject: { groupId: string }) => ({ kind: 'group', id: subject.groupId });

export const addGroup = operation({
	name: 'groups.addGroup',
	input: inputs.group,
	may: rules.mayKeepGroups,
	about: (_subject, result: { id: string }) => ({ kind: 'group', id: result.id }),
	run: async ({ db, locale, input }) => {
		const key = input.key ?? (await freeKey(db, group, say(input.name, locale)));
		const [made] = await db
			.insert(group)
			.values({ id: newId(), ...input, key })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Conflict('groups_conflict_key_taken');
		return { id: made.id };
	}
});

export const changeGroup = operation({
	name: 'groups.changeGroup',
	input: inputs.groupChange,
	subject: ({ db, actor }, { groupId }) => visibleGroup(db, actor, groupId),
	may: rules.mayKeepGroups,
	about: aboutGroup,
	run: async ({ db, subject, input: { groupId: _id, description, size, ...values } }) => {
		await db
			.update(group)
			.set(marked(subject, { ...values, description: description ?? null, size: size ?? null }))
			.where(eq(group.id, subject.id));
	}
});

export const addGroupMember = operation({
	name: 'groups.addGroupMember',
	input: inputs.groupMembership,
	subject: ({ db, actor }, { groupId }) => heldGroup(db, actor, groupId),
	may: rules.mayRunGroup,
	cases: ownOrOther,
	about: aboutGroup,
	run: async ({ db, actor, clock, input }) => {
		if (!(await canSeePerson(db, actor, clock.today(), input.personId))) throw invalid('personId', 'unknown');
		if (await isInDuring(db, input)) throw new Conflict('groups_conflict_already_in');
		const id = newId();
		await db.insert(groupMembership).values({ id, ...input });
		return { id };
	}
});

export const changeGroupRole = operation({
	name: 'groups.changeGroupRole',
	input: inputs.groupMembershipRole,
	subject: async ({ db, actor }, { membershipId }) => {
		const found = await visibleMembership(db, actor, membershipId);
		return found && { ...found, id: found.groupId, membershipId };
	},
	may: rules.mayRunGroup,
	cases: ownOrOther,
	about: aboutGroup,
	run: async ({ db, subject, input: { role } }) => {
		await db.update(groupMembership).set({ role }).where(eq(groupMembership.id, subject.membershipId));
	}
});

export const endGroupMembership = operation({
	name: 'groups.endGroupMembership',
	input: inputs.groupMembershipEnd,
	subject: ({ db, actor }, { membershipId }) => visibleMembership(db, actor, membershipId),
	may: rules.mayEndGroupMembership,
	cases: {
		'own place': { groupId: OTHER_GROUP, personId: OWN_PERSON },
		"another's place, own group": { groupId: OWN_GROUP, personId: OTHER_PERSON },
		"another's place, other group": { groupId: OTHER_GROUP, personId: OTHER_PERSON }
	},
	about: aboutItsGroup,
	run: async ({ db, subject, input: { endsOn } }) => {
		if (endsOn < subject.startsOn) throw invalid('endsOn', 'ends_before_it_starts');
		await db.update(groupMembership).set({ endsOn }).where(eq(groupMembership.id, subject.id));
	}
});

export const listGroups = read({
	name: 'groups.listGroups',
	input: inputs.list,
	may: anyone,
	run: ({ db, actor, clock, input }) => groupList(db, actor, clock.today(), input)
});

/** Who is in it only for who may see that; `found` are people who could join, for who may add them. */
export const showGroup = read({
	name: 'groups.showGroup',
	input: inputs.shownGroup,
	subject: ({ db, actor }, { groupId }) => visibleGroup(db, actor, groupId),
	may: rules.maySeeGroup,
	cases: {
		public: { id: OTHER_GROUP, visibility: 'public' },
		'for members': { id: OTHER_GROUP, visibility: 'members' },
		'for the bureau': { id: OTHER_GROUP, visibility: 'bureau' },
		'own, for the bureau': { id: OWN_GROUP, visibility: 'bureau' }
	},
	run: async ({ db, actor, clock, subject, input: { find } }) => {
		const today = clock.today();
		const may = {
			seePeople: rules.maySeeGroupPeople(actor, subject),
			run: rules.mayRunGroup(actor, subject),
			keep: rules.mayKeepGroups(actor)
		};
		return {
			group: subject,
			people: may.seePeople ? await groupMembers(db, actor, today, subject.id) : [],
			meetings: await meetingsOf(db, actor, subject.id),
			found: may.run && find ? await peopleNamed(db, actor, today, find) : undefined,
			may
		};
	}
});

export const listGroupsOfPerson = read({
	name: 'groups.listGroupsOfPerson',
	input: inputs.personId,
	subject: async ({ db, actor, clock }, { personId }) =>
		(await canSeePerson(db, actor, clock.today(), personId)) ? { personId } : undefined,
	may: anyone,
	run: ({ db, actor, clock, subject }) => groupsOfPerson(db, actor, clock.today(), subject.personId)
});
