// The published views of the deliverables.
import { standingOn, standingReported } from '#modules/members/server/public.ts';
import { publish, type PublishedFact, type PublishedView } from '#platform/server/views.ts';
import { decisionTaken, documentDelivered, measurementTaken, milestoneReached, termHolds } from '../facts.ts';
import { firstDue } from './first-due.ts';
import { monthsOfWarning, type DeliverableKind } from '../words.ts';

// Not under the alias `t`: `standingOn` uses that inside.
const holder = 'coalesce(held.holder_id, held.counterpart_id)';

/** What stands on a day, or is due on one; without either there is nothing to count yet. */
const onADay = (alias: string, reachedOn: string) =>
	`${alias}.state <> 'withdrawn' and coalesce(${alias}.${reachedOn}, ${alias}.due_on) is not null`;

const documents: PublishedFact = {
	kind: documentDelivered,
	view: publish('fact', documentDelivered.kind, {
		from: 'document d',
		where: onADay('d', 'delivered_on'),
		columns: {
			id: 'd.id',
			starts_on: 'coalesce(d.delivered_on, d.due_on)',
			ends_on: 'coalesce(d.delivered_on, d.due_on)',
			state: `case d.state when 'delivered' then 'done' else 'planned' end`,
			organisation_id: 'd.organisation_id',
			group_id: 'd.group_id',
			subject_id: 'coalesce(d.event_id, d.term_id)',
			tags: 'd.tags',
			due_on: 'd.due_on',
			first_due_on: firstDue('document', 'd'),
			title: 'd.title',
			href: `'/deliverables/document/' || d.id`,
			visibility: 'd.visibility'
		}
	})
};

const milestones: PublishedFact = {
	kind: milestoneReached,
	view: publish('fact', milestoneReached.kind, {
		from: 'milestone m',
		where: onADay('m', 'reached_on'),
		columns: {
			id: 'm.id',
			starts_on: 'coalesce(m.reached_on, m.due_on)',
			ends_on: 'coalesce(m.reached_on, m.due_on)',
			state: `case m.state when 'reached' then 'done' else 'planned' end`,
			group_id: 'm.group_id',
			subject_id: 'm.id',
			tags: 'm.tags',
			due_on: 'm.due_on',
			first_due_on: firstDue('milestone', 'm'),
			title: 'm.title',
			href: `'/deliverables/milestone/' || m.id`,
			visibility: 'm.visibility'
		}
	})
};

const decisions: PublishedFact = {
	kind: decisionTaken,
	view: publish('fact', decisionTaken.kind, {
		from: 'decision d',
		where: onADay('d', 'decided_on'),
		columns: {
			id: 'd.id',
			starts_on: 'coalesce(d.decided_on, d.due_on)',
			ends_on: 'coalesce(d.decided_on, d.due_on)',
			state: `case d.state when 'taken' then 'done' else 'planned' end`,
			group_id: 'd.group_id',
			subject_id: 'd.id',
			role: 'd.outcome',
			due_on: 'd.due_on',
			first_due_on: firstDue('decision', 'd'),
			title: 'd.title',
			href: `'/deliverables/decision/' || d.id`,
			visibility: 'd.visibility'
		}
	})
};

const terms: PublishedFact = {
	kind: termHolds,
	view: publish('fact', termHolds.kind, {
		from: 'term_period p join term held on held.id = p.term_id',
		columns: {
			// The period, not the term: a renewal is the next fact of the same term, which is the subject.
			id: 'p.id',
			starts_on: 'p.starts_on',
			ends_on: 'p.ends_on',
			state: `'done'`,
			organisation_id: holder,
			subject_id: 'held.id',
			standing: standingOn(holder, 'p.starts_on'),
			role: 'held.kind',
			tags: 'held.tags',
			title: 'held.title',
			href: `'/deliverables/term/' || held.id`,
			visibility: 'held.visibility'
		},
		reported: { standing: standingReported }
	})
};

const measurements: PublishedFact = {
	kind: measurementTaken,
	view: publish('fact', measurementTaken.kind, {
		from: 'measurement m join measured_thing t on t.id = m.measured_thing_id',
		columns: {
			id: 'm.id',
			starts_on: 'm.measured_on',
			ends_on: 'm.measured_on',
			state: `'done'`,
			organisation_id: 'm.organisation_id',
			subject_id: 't.id',
			quantity: 'm.value',
			answers: 'm.answers',
			title: 't.title',
			href: `'/deliverables/measurement/' || t.id`,
			visibility: 't.visibility'
		}
	})
};

export const facts: readonly PublishedFact[] = [documents, milestones, decisions, terms, measurements];

/** The bureau's work; of a group's own the group sees it coming too. */
const forWhom = (alias: string) => ({
	role: `'bureau'`,
	group_id: `${alias}.group_id`,
	visibility: `case when ${alias}.group_id is null then 'bureau' else 'group' end`
});

const due = (table: 'document' | 'milestone' | 'decision', done: string) =>
	publish('deadline', `${table}.due`, {
		from: `${table} d`,
		where: `d.state <> 'withdrawn' and d.due_on is not null`,
		columns: {
			id: 'd.id',
			due_on: 'd.due_on',
			title: 'd.title',
			href: `'/deliverables/${table}/' || d.id`,
			done: `d.state = '${done}'`,
			...forWhom('d')
		}
	});

const findable = (kind: DeliverableKind, table: string, isOfGroup: boolean) =>
	publish('search_document', kind, {
		from: `${table} d`,
		columns: {
			id: 'd.id',
			title: 'd.title',
			text: 'd.description',
			words_nl: 'd.words_nl',
			words_en: 'd.words_en',
			...(isOfGroup ? { group_id: 'd.group_id' } : {}),
			href: `'/deliverables/${kind}/' || d.id`,
			visibility: 'd.visibility'
		}
	});

export const views: readonly PublishedView[] = [
	findable('document', 'document', true),
	findable('milestone', 'milestone', true),
	findable('decision', 'decision', true),
	findable('term', 'term', false),
	findable('measurement', 'measured_thing', false),
	due('document', 'delivered'),
	due('milestone', 'reached'),
	due('decision', 'taken'),
	/**
	 * A row per warning and one for the last day itself, all with the period's id: who shows them takes, of one period, the last
	 * that has come. Done once a later period follows.
	 */
	publish('deadline', 'term.ends', {
		from: `term_period p join term t on t.id = p.term_id
			cross join (values ${[...monthsOfWarning, 0].map((months) => `(${months})`).join(', ')}) w(months)`,
		where: `p.ends_on is not null and (p.ends_on - make_interval(months => w.months))::date >= p.starts_on`,
		columns: {
			id: 'p.id',
			due_on: 'p.ends_on - make_interval(months => w.months)',
			role: `'bureau'`,
			title: 't.title',
			href: `'/deliverables/term/' || t.id`,
			done: `exists (select from term_period n where n.term_id = p.term_id and n.starts_on > p.starts_on)`,
			visibility: `'bureau'`
		}
	})
];
