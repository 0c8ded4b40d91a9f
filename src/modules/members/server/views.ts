// The published views of members.
import { publish, type PublishedFact } from '#platform/server/views.ts';
import { contactMade, membershipHolds } from '../facts.ts';
import { standingOn, standingReported } from './public.ts';

export const facts: readonly PublishedFact[] = [
	{
		kind: membershipHolds,
		view: publish('fact', membershipHolds.kind, {
			from: 'membership m join organisation o on o.id = m.organisation_id',
			columns: {
				id: 'm.id',
				starts_on: 'm.starts_on',
				ends_on: 'm.ends_on',
				state: `'done'`,
				organisation_id: 'm.organisation_id',
				subject_id: 'm.id',
				standing: `'member'`,
				country: 'o.country',
				title: 'o.name',
				href: `'/organisations/' || o.id`,
				visibility: `'public'`
			},
			reported: { standing: `'member'` }
		})
	},
	{
		kind: contactMade,
		view: publish('fact', contactMade.kind, {
			from: 'contact c join organisation o on o.id = c.organisation_id',
			columns: {
				id: 'c.id',
				starts_on: 'c.contacted_on',
				ends_on: 'c.contacted_on',
				state: `'done'`,
				organisation_id: 'c.organisation_id',
				person_id: 'c.person_id',
				subject_id: 'c.id',
				standing: standingOn('c.organisation_id', 'c.contacted_on'),
				country: 'o.country',
				mode: 'c.means',
				title: 'c.subject',
				href: `'/organisations/' || o.id`,
				visibility: `'bureau'`
			},
			reported: { standing: standingReported }
		})
	}
];
