// The published views of reports: what falls due.
import { publish, type PublishedView } from '#platform/server/views.ts';

const words = (nl: string, en: string) => `jsonb_build_object('nl', '${nl}' || coalesce(r.title->>'nl', r.title->>'en'),
	'en', '${en}' || coalesce(r.title->>'en', r.title->>'nl'))`;

export const views: readonly PublishedView[] = [
	/** One row per report and person, however many promises it is about. */
	publish('deadline', 'report.comment', {
		from: `report r join (select report_id, asked_id, min(id::text) as id, bool_and(written_on is not null) as done
			from report_comment where asked_id is not null group by report_id, asked_id) c on c.report_id = r.id`,
		where: 'r.comments_before is not null and r.frozen_on is null',
		columns: {
			id: 'c.id',
			due_on: 'r.comments_before',
			person_id: 'c.asked_id',
			title: words('Je toelichting voor: ', 'Your comments for: '),
			href: `'/reports/' || r.id || '/comments'`,
			done: 'c.done',
			// Nobody but the one who is asked.
			visibility: `'sealed'`
		}
	}),
	publish('deadline', 'report.freeze', {
		from: 'report r',
		columns: {
			id: 'r.id',
			due_on: 'greatest(r.comments_before, r.closes_on)',
			role: `'bureau'`,
			title: words('Vaststellen: ', 'To freeze: '),
			href: `'/reports/' || r.id`,
			done: 'r.frozen_on is not null',
			visibility: `'bureau'`
		}
	})
];
