// Who came to the events of the example year.
import { asc, eq } from 'drizzle-orm';
import { group, groupMembership } from '#modules/groups/server/schema.ts';
import { associationRole, person } from '#modules/members/server/schema.ts';
import type { Day } from '#platform/day.ts';
import type { Database } from '#platform/server/database.ts';
import type { Story } from '#platform/server/story.ts';
import type { AttendanceRole } from '../words.ts';

export type GroupPeople = {
	/** The people of a group on a day, and those of the bureau. */
	of: (groupKey: string | undefined, on: Day) => { group: string[]; bureau: string[] };
};

/** In the order of their addresses, so that chance falls on the same people every time. */
export async function peopleOfGroups(db: Database): Promise<GroupPeople> {
	const seats = await db
		.select({ key: group.key, personId: groupMembership.personId, since: groupMembership.startsOn })
		.from(groupMembership)
		.innerJoin(group, eq(group.id, groupMembership.groupId))
		.innerJoin(person, eq(person.id, groupMembership.personId))
		.orderBy(asc(person.email));
	const bureau = await db
		.select({ personId: associationRole.personId })
		.from(associationRole)
		.innerJoin(person, eq(person.id, associationRole.personId))
		.where(eq(associationRole.role, 'bureau'))
		.orderBy(asc(person.email));
	return {
		of: (groupKey, on) => ({
			group: seats.filter(({ key, since }) => key === groupKey && since <= on).map(({ personId }) => personId),
			bureau: bureau.map(({ personId }) => personId)
		})
	};
}

type Attended = {
	/** Names the row of chance of this one event. */
	key: string;
	/** So many of a hundred of the group's people. */
	names?: number | undefined;
	people?: 'bureau' | string[] | undefined;
	members?: number | undefined;
	partners?: number | undefined;
	others?: number | undefined;
	speakers?: number | undefined;
};

function named(story: Story, { key, names, people }: Attended, present: ReturnType<GroupPeople['of']>): string[] {
	if (people === 'bureau') return story.chance(key).some(present.bureau, present.bureau.length - 1);
	if (people) return people.map(story.personId);
	if (names === undefined) return [];
	const { between, some } = story.chance(key);
	return some(present.group, Math.round((present.group.length * between(names - 12, names + 8)) / 100));
}

const count = (
	quantity: number | undefined,
	standing: 'member' | 'partner-of-member' | 'other',
	role: AttendanceRole
) => (quantity === undefined ? [] : [{ quantity, standing, role }]);

export const attendanceOf = (story: Story, attended: Attended, present: ReturnType<GroupPeople['of']>) => ({
	people: named(story, attended, present).map((personId) => ({ personId })),
	numbers: [
		...count(attended.members, 'member', 'participant'),
		...count(attended.partners, 'partner-of-member', 'participant'),
		...count(attended.others, 'other', 'participant'),
		...count(attended.speakers, 'other', 'speaker')
	]
});
