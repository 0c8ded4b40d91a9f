// The published views of tasks.
import { publish, type PublishedView } from '#platform/server/views.ts';

export const views: readonly PublishedView[] = [
	publish('deadline', 'task.due', {
		from: 'task t',
		columns: {
			id: 't.id',
			due_on: 't.due_on',
			person_id: 't.for_person_id',
			role: 't.for_role',
			group_id: 't.for_group_id',
			title: 't.what',
			href: `'/tasks/' || t.id`,
			done: `t.state <> 'open'`,
			visibility: `case when t.for_group_id is null then 'bureau' else 'group' end`
		}
	})
];
