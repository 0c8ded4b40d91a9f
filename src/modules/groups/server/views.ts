// The published views of groups.
import { publish, type PublishedView } from '#platform/server/views.ts';

export const views: readonly PublishedView[] = [
	publish('search_document', 'group', {
		// Who is in a group may know of it whoever else may.
		from: `"group" g cross join lateral (values (g.visibility), ('group')) seen(by)`,
		columns: {
			id: 'g.id',
			title: 'g.name',
			text: 'g.description',
			words_nl: 'g.words_nl',
			words_en: 'g.words_en',
			group_id: 'g.id',
			href: `'/groups/' || g.id`,
			visibility: 'seen.by'
		}
	})
];
