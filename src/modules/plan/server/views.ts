// The published views of the plan.
import { publish, type PublishedView } from '#platform/server/views.ts';

export const views: readonly PublishedView[] = [
	publish('search_document', 'promise', {
		from: 'promise p',
		columns: {
			id: 'p.id',
			title: 'p.title',
			text: 'p.note',
			href: `'/promises/' || p.code`,
			visibility: 'p.visibility'
		}
	}),
	publish('search_document', 'activity', {
		from: 'activity a join plan p on p.id = a.plan_id',
		columns: {
			id: 'a.id',
			title: 'a.title',
			text: 'a.addition',
			href: `'/activities/' || a.code`,
			visibility: 'p.visibility'
		}
	})
];
