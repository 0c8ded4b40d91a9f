// The published views of the plan.
import { publish, type PublishedFact, type PublishedView } from '#platform/server/views.ts';
import { promiseJudged } from '../facts.ts';

export const facts: readonly PublishedFact[] = [
	{
		kind: promiseJudged,
		view: publish('fact', promiseJudged.kind, {
			from: 'judged_reading j join promise p on p.id = j.promise_id',
			where: 'j.withdrawn_on is null',
			columns: {
				id: 'j.id',
				starts_on: 'j.judged_on',
				ends_on: 'j.judged_on',
				state: `'done'`,
				subject_id: 'p.id',
				role: 'j.verdict',
				quantity: 'j.value',
				title: 'p.title',
				href: `'/promises/' || p.code`,
				visibility: 'p.visibility'
			}
		})
	}
];

export const views: readonly PublishedView[] = [
	publish('search_document', 'promise', {
		from: 'promise p',
		columns: {
			id: 'p.id',
			title: 'p.title',
			text: 'p.note',
			words_nl: 'p.words_nl',
			words_en: 'p.words_en',
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
			words_nl: 'a.words_nl',
			words_en: 'a.words_en',
			href: `'/activities/' || a.code`,
			visibility: 'p.visibility'
		}
	}),
	publish('search_document', 'goal', {
		from: 'goal g join plan p on p.framework_id = g.framework_id',
		columns: {
			id: 'g.id',
			title: 'g.name',
			text: 'g.text',
			words_nl: 'g.words_nl',
			words_en: 'g.words_en',
			href: `'/goals/' || g.code`,
			visibility: 'p.visibility'
		}
	})
];
