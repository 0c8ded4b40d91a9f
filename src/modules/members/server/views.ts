// The published views of members.
import { publish, type PublishedFact, type PublishedView } from '#platform/server/views.ts';
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

/** Periods in which a person works for the association or for a member, as long as it is one; the bureau finds everybody. */
const findable = `(
	select a.person_id, 'members' as seen_by, greatest(a.starts_on, ms.starts_on) as starts_on, least(a.ends_on, ms.ends_on) as ends_on
		from affiliation a join membership ms on ms.organisation_id = a.organisation_id
			and daterange(a.starts_on, a.ends_on, '[]') && daterange(ms.starts_on, ms.ends_on, '[]')
	union all select r.person_id, 'members', r.starts_on, r.ends_on from association_role r
	union all select anybody.id, 'bureau', null, null from person anybody
)`;

export const views: readonly PublishedView[] = [
	publish('search_document', 'organisation', {
		// Who was ever a member is public; its own people know of any organisation.
		from: `organisation o cross join lateral (values (
			case when exists (select from membership m where m.organisation_id = o.id) then 'public' else 'members' end), ('organisation')) seen(by)`,
		columns: {
			id: 'o.id',
			title: 'o.name',
			text: 'o.description',
			words_nl: 'o.words_nl',
			words_en: 'o.words_en',
			organisation_id: 'o.id',
			href: `'/organisations/' || o.id`,
			visibility: 'seen.by'
		}
	}),
	publish('search_document', 'person', {
		from: `${findable} f join person p on p.id = f.person_id`,
		where: 'p.erased_at is null',
		columns: {
			id: 'p.id',
			title: `jsonb_build_object('nl', p.given_name || ' ' || p.family_name, 'en', p.given_name || ' ' || p.family_name)`,
			words_nl: 'p.words_nl',
			starts_on: 'f.starts_on',
			ends_on: 'f.ends_on',
			href: `'/people/' || p.id`,
			visibility: 'f.seen_by'
		}
	})
];
