// The groups that a person is in today, for what they may do.
import type { GroupTie } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Ties } from '#platform/server/module.ts';

export async function tiesOf(db: Database, personId: string, day: Day): Promise<Ties> {
	const groups = await rows<GroupTie>(
		db,
		sql`select group_id as "groupId", role from group_membership where person_id = ${personId}
			and starts_on <= ${day} and coalesce(ends_on, 'infinity') >= ${day}::date`
	);
	return { groups };
}
