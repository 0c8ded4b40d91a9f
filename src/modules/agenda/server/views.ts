// The published views of the agenda.
import { standingOn, standingReported } from '#modules/members/server/public.ts';
import { publish, type PublishedFact, type PublishedView } from '#platform/server/views.ts';
import { eventAttended, eventDone, eventRegistered } from '../facts.ts';

const href = `'/agenda/' || e.id`;

/** Cancelled events leave no facts; those without a day do not yet. */
const takesPlace = `e.state <> 'cancelled' and e.starts_on is not null`;

/**
 * What registered by a day is told as a total; published is how many came since the total before, so that they add up to the
 * total on any day. Fewer than before (people signed off) is a negative number.
 */
const sinceBefore = `r.total - coalesce((select b.total from registration_count b
	where b.event_id = r.event_id and b.counted_on < r.counted_on order by b.counted_on desc limit 1), 0)`;

export const facts: readonly PublishedFact[] = [
	{
		kind: eventDone,
		view: publish('fact', eventDone.kind, {
			from: 'event e',
			where: takesPlace,
			columns: {
				id: 'e.id',
				starts_on: 'e.starts_on',
				ends_on: 'e.ends_on',
				state: 'e.state',
				organisation_id: 'e.organisation_id',
				group_id: 'e.group_id',
				also_group_ids: 'e.also_group_ids',
				series_id: 'e.series_id',
				subject_id: 'e.id',
				role: 'e.host',
				country: 'e.country',
				mode: 'e.mode',
				tags: 'e.tags',
				title: 'e.title',
				href,
				visibility: 'e.visibility'
			}
		})
	},
	{
		kind: eventAttended,
		view: publish('fact', eventAttended.kind, {
			from: 'attendance a join event e on e.id = a.event_id left join organisation o on o.id = a.organisation_id',
			where: takesPlace,
			columns: {
				id: 'a.id',
				starts_on: 'e.starts_on',
				ends_on: 'e.ends_on',
				state: 'e.state',
				organisation_id: 'a.organisation_id',
				person_id: 'a.person_id',
				group_id: 'e.group_id',
				also_group_ids: 'e.also_group_ids',
				series_id: 'e.series_id',
				subject_id: 'e.id',
				standing: `coalesce(a.standing, ${standingOn('a.organisation_id', 'e.starts_on')})`,
				role: 'a.role',
				country: 'coalesce(a.country, o.country)',
				mode: 'coalesce(a.mode, e.mode)',
				tags: 'e.tags',
				quantity: 'coalesce(a.quantity, 1)',
				title: 'e.title',
				href,
				// Who was where is for the bureau; how many there were is for whoever sees the event.
				visibility: `case when a.person_id is null then e.visibility else 'bureau' end`
			},
			reported: {
				standing: standingReported,
				country: 'coalesce(r.country, (select o.country from organisation o where o.id = r.organisation_id))',
				quantity: 'coalesce(r.quantity, 1)'
			}
		})
	},
	{
		kind: eventRegistered,
		view: publish('fact', eventRegistered.kind, {
			from: 'registration_count r join event e on e.id = r.event_id',
			where: `e.state <> 'cancelled'`,
			columns: {
				id: 'r.id',
				starts_on: 'r.counted_on',
				ends_on: 'r.counted_on',
				state: `'done'`,
				group_id: 'e.group_id',
				also_group_ids: 'e.also_group_ids',
				series_id: 'e.series_id',
				subject_id: 'e.id',
				quantity: sinceBefore,
				title: 'e.title',
				href,
				visibility: 'e.visibility'
			}
		})
	}
];

/** Also for the groups that organise along: the event stands in it once for each of them. */
const ofItsGroups = `event e join lateral (select e.group_id as id
	union all select unnest(e.also_group_ids) where e.visibility = 'group') g on true`;

export const views: readonly PublishedView[] = [
	publish('search_document', 'event', {
		from: ofItsGroups,
		columns: {
			id: 'e.id',
			title: 'e.title',
			text: 'e.description',
			words_nl: 'e.words_nl',
			words_en: 'e.words_en',
			group_id: 'g.id',
			href,
			visibility: 'e.visibility'
		}
	}),
	publish('search_document', 'series', {
		from: 'series s',
		columns: {
			id: 's.id',
			title: 's.name',
			text: 's.description',
			words_nl: 's.words_nl',
			words_en: 's.words_en',
			group_id: 's.group_id',
			href: `'/series/' || s.id`,
			visibility: 's.visibility'
		}
	}),
	// An event that has passed counts for nothing until somebody says whether it was held.
	publish('deadline', 'event.round-off', {
		from: 'event e',
		where: takesPlace,
		columns: {
			id: 'e.id',
			due_on: 'e.ends_on + 1',
			role: `'bureau'`,
			group_id: 'e.group_id',
			title: 'e.title',
			href,
			done: `e.state <> 'planned'`,
			visibility: `case when e.group_id is null then 'bureau' else 'group' end`
		}
	})
];
