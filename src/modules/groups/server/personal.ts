// What groups keeps on a person, how it is handed over, and how it is erased.
import { eq } from 'drizzle-orm';
import type { PersonalRecord } from '#platform/server/module.ts';
import { group, groupMembership } from './schema.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Werkgroepen', en: 'Groups' },
		purpose: {
			nl: 'Weten wie in een groep zit en wie haar leidt (uitvoering van het lidmaatschap, AVG art. 6 lid 1 b).',
			en: 'Knowing who is in a group and who leads it (performing the membership, GDPR art. 6(1)(b)).'
		},
		stays: { nl: 'Dat er iemand in de groep zat, zonder naam.', en: 'That somebody was in the group, without a name.' },
		columns: ['group_membership.person_id'],
		codes: { role: { lead: { nl: 'trekker', en: 'lead' }, member: { nl: 'lid', en: 'member' } } },
		export: (db, personId) =>
			db
				.select({
					group: group.name,
					role: groupMembership.role,
					startsOn: groupMembership.startsOn,
					endsOn: groupMembership.endsOn
				})
				.from(groupMembership)
				.innerJoin(group, eq(group.id, groupMembership.groupId))
				.where(eq(groupMembership.personId, personId)),
		// The row names nobody once the person's own row is emptied.
		erase: async () => {}
	}
];
