// The published views of channels.
import { publish, type PublishedFact, type PublishedView } from '#platform/server/views.ts';
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

export const views: readonly PublishedView[] = [
	publish('search_document', 'channel', {
		from: 'channel c',
		columns: {
			id: 'c.id',
			title: 'c.name',
			text: 'c.description',
			words_nl: 'c.words_nl',
			words_en: 'c.words_en',
			group_id: 'c.group_id',
			href: `'/channels/' || c.id`,
			visibility: 'c.visibility'
		}
	}),
	publish('search_document', 'issue', {
		from: 'issue i join channel c on c.id = i.channel_id',
		columns: {
			id: 'i.id',
			title: 'i.title',
			words_nl: 'i.words_nl',
			words_en: 'i.words_en',
			group_id: 'c.group_id',
			href: `'/channels/' || c.id || '#issue-' || i.id`,
			visibility: 'c.visibility'
		}
	})
];
