// The published views of reports: what can be found, and what falls due.
import { publish, type PublishedView } from '#platform/server/views.ts';

const words = (nl: string, en: string) => `jsonb_build_object('nl', '${nl}' || coalesce(r.title->>'nl', r.title->>'en'),
	'en', '${en}' || coalesce(r.title->>'en', r.title->>'nl'))`;

/** Once it is frozen its readers find it; until then the bureau. */
const seenBy = `case when r.frozen_on is null or r.reader = 'board' then 'bureau' when r.reader = 'assembly' then 'members'
	when r.reader = 'funder' then 'organisation' else r.reader end`;
const seen = { group_id: 'r.group_id', organisation_id: 'r.organisation_id', visibility: seenBy };

/** Words to find a text by. Reports are too few for columns and indexes of their own. */
const wordsOf = (title: string, text: string) => ({
	words_nl: `setweight(to_tsvector('dutch'::regconfig, coalesce(${title}->>'nl', '')), 'A')
		|| setweight(to_tsvector('dutch'::regconfig, coalesce(${text}->>'nl', '')), 'C')`,
	words_en: `setweight(to_tsvector('english'::regconfig, coalesce(${title}->>'en', '')), 'A')
		|| setweight(to_tsvector('english'::regconfig, coalesce(${text}->>'en', '')), 'C')`
});

export const views: readonly PublishedView[] = [
	publish('search_document', 'report', {
		from: 'report r',
		columns: {
			id: 'r.id',
			title: 'r.title',
			text: 'r.intro',
			...wordsOf('r.title', 'r.intro'),
			href: `'/reports/' || r.id`,
			...seen
		}
	}),
	publish('search_document', 'recommendation', {
		from: `report_outcome o join report r on r.id = o.report_id`,
		where: `o.kind = 'recommendation' and o.withdrawn_on is null`,
		columns: {
			id: 'o.id',
			title: 'o.text',
			...wordsOf('o.text', 'r.title'),
			href: `'/reports/' || r.id || '#outcomes'`,
			...seen
		}
	}),
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
			role: `'administrator'`,
			title: words('Vaststellen: ', 'To freeze: '),
			href: `'/reports/' || r.id`,
			done: 'r.frozen_on is not null',
			// Only who may freeze it.
			visibility: `'sealed'`
		}
	})
];
