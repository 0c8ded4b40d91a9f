// The published views of channels.
import { publish, type PublishedFact } from '#platform/server/views.ts';
import { issueSent } from '../facts.ts';

export const facts: readonly PublishedFact[] = [
	{
		kind: issueSent,
		view: publish('fact', issueSent.kind, {
			from: 'issue i join channel c on c.id = i.channel_id',
			columns: {
				id: 'i.id',
				starts_on: 'i.sent_on',
				ends_on: 'i.sent_on',
				state: `case i.state when 'sent' then 'done' else 'planned' end`,
				group_id: 'c.group_id',
				subject_id: 'c.id',
				tags: 'i.tags',
				quantity: 'i.recipients',
				title: 'i.title',
				href: `'/channels/' || c.id || '#issue-' || i.id`,
				visibility: 'c.visibility'
			}
		})
	}
];
