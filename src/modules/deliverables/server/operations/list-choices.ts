// What the forms of deliverables offer to choose from.
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';

type NamedRecord = { id: string; name: Localized };

/** Groups for which the reader may keep something, and all organisations. */
export const listDeliverableChoices = read({
	name: 'deliverables.listDeliverableChoices',
	input: inputs.nothing,
	may: rules.mayKeepSomething,
	run: async ({ db, actor }) => {
		const groups = await rows<NamedRecord>(
			db,
			sql`select id, name from ${group} order by coalesce(name->>'nl', name->>'en') collate "und-x-icu"`
		);
		const organisations = await rows<NamedRecord>(
			db,
			sql`select id, name from ${organisation} order by coalesce(name->>'nl', name->>'en') collate "und-x-icu"`
		);
		return {
			groups: groups.filter(({ id }) => rules.mayKeepOfGroup(actor, { groupId: id })),
			/** Whether something may be of no group at all. */
			mayBeOfNoGroup: rules.mayKeepOfGroup(actor, { groupId: null }),
			organisations
		};
	}
});
