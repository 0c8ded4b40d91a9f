// Documents, milestones and decisions through their operations: the deed, the refusals, the trace, and the facts.
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { ensureEvent } from '#modules/agenda/server/public.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, OWN_ORGANISATION, personas } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { story } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import {
	decisionStates,
	documentsByKey,
	ensureDecision,
	ensureDocument,
	ensureMilestone,
	milestonesByKey
} from '../public.ts';
import { deliverableChange } from '../schema.ts';
import { addDocument, changeDocument, deliverDocument, listDocuments, showDocument } from './deliver-document.ts';
import { addMilestone, changeMilestone, reachMilestone, showMilestone } from './reach-milestone.ts';
import { addDecision, changeDecision, showDecision, takeDecision } from './take-decision.ts';
import { postponeDeliverable, reopenDeliverable, withdrawDeliverable } from './withdraw-deliverable.ts';

const facts = (db: Database, kind: 'document_delivered' | 'milestone_reached' | 'decision_taken') =>
	rows(
		db,
		sql`select id, starts_on::text as "on", state, group_id, subject_id, tags, role, visibility
			from ${sql.identifier(`fact_${kind}`)}`
	);

const deadlines = (db: Database, kind: 'document' | 'milestone' | 'decision') =>
	rows(db, sql`select due_on, done, role, visibility from ${sql.identifier(`deadline_${kind}_due`)}`);

const changesOf = (db: Database, id: string) =>
	db
		.select({ kind: deliverableChange.kind, by: deliverableChange.byPersonId, why: deliverableChange.why })
		.from(deliverableChange)
		.where(eq(deliverableChange.documentId, id));

const note = { title: { nl: 'Inbreng beleidsnota' }, dueOn: '2022-06-30' };

story(
	'a document is a planned fact and a deadline until it is delivered, then a done fact on that day',
	async ({ db, as }) => {
		await writeRegister(db);
		const { id } = await addDocument(as('group lead'), {
			...note,
			groupId: OWN_GROUP,
			visibility: 'group',
			tags: 'lobby, nota'
		});
		const fact = {
			id,
			group_id: OWN_GROUP,
			subject_id: null,
			tags: ['lobby', 'nota'],
			role: null,
			visibility: 'group'
		};
		expect(await facts(db, 'document_delivered')).toEqual([{ ...fact, on: '2022-06-30', state: 'planned' }]);
		expect(await deadlines(db, 'document')).toEqual([
			{ due_on: '2022-06-30', done: false, role: 'bureau', visibility: 'group' }
		]);
		expect((await showDocument(as("member's staff"), { documentId: id })).isLate).toBe(true);
		await deliverDocument(as('group lead'), {
			documentId: id,
			deliveredOn: '2022-07-04',
			link: 'https://example.org/nota'
		});
		expect(await facts(db, 'document_delivered')).toEqual([{ ...fact, on: '2022-07-04', state: 'done' }]);
		expect(await deadlines(db, 'document')).toMatchObject([{ done: true }]);
		expect(await changesOf(db, id)).toEqual([{ kind: 'delivered', by: personas['group lead'].personId, why: null }]);
		expect(
			(await auditLinesOf(db, id)).map(({ operation }) => operation).toSorted((a, b) => a.localeCompare(b))
		).toEqual(['deliverables.addDocument', 'deliverables.deliverDocument']);
		const shown = await showDocument(as("member's staff"), { documentId: id });
		expect(shown).toMatchObject({
			isLate: false,
			group: { id: OWN_GROUP },
			may: { keep: false },
			changes: [{ by: null }]
		});
	}
);

story('a document of a group is kept by its lead and the bureau, and is not there for others', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await addDocument(as('bureau'), { ...note, groupId: OWN_GROUP, visibility: 'group' });
	const deliver = { documentId: id, deliveredOn: '2022-06-01' };
	await expect(deliverDocument(as("member's staff"), deliver)).rejects.toThrow(Forbidden);
	await expect(deliverDocument(as('board member'), deliver)).rejects.toThrow(NotFound);
	await expect(showDocument(as("member's representative"), { documentId: id })).rejects.toThrow(NotFound);
	await expect(addDocument(as('group lead'), note)).rejects.toThrow(Forbidden);
	await expect(addDocument(as('group lead'), { ...note, groupId: OTHER_GROUP })).rejects.toThrow(Forbidden);
	const taken = { documentId: id, title: note.title, groupId: OTHER_GROUP };
	await expect(changeDocument(as('group lead'), taken)).rejects.toThrow(Forbidden);
	await changeDocument(as('bureau'), { ...taken, visibility: 'members', kind: { nl: 'notitie' } });
	expect((await showDocument(as('board member'), { documentId: id })).document).toMatchObject({
		groupId: OTHER_GROUP,
		kind: { nl: 'notitie' },
		dueOn: '2022-06-30'
	});
});

story('a document is about an event or a term that is there, never about both', async ({ db, as }) => {
	await writeRegister(db);
	const event = { name: { nl: 'Overleg' }, startsOn: '2022-06-01', groupId: OWN_GROUP };
	const eventId = await ensureEvent(db, { ...event, key: 'meeting', visibility: 'group' });
	const hidden = await ensureEvent(db, { ...event, key: 'hidden', visibility: 'bureau' });
	const add = (rest: object) => addDocument(as('group lead'), { ...note, groupId: OWN_GROUP, ...rest });
	const issue = (path: string, code: string) => ({ issues: [{ path, code }] });
	await expect(add({ eventId: hidden })).rejects.toMatchObject(issue('eventId', 'unknown'));
	await expect(add({ termId: newId() })).rejects.toMatchObject(issue('termId', 'unknown'));
	await expect(add({ eventId, termId: newId() })).rejects.toMatchObject(
		issue('termId', 'deliverables_issue_about_one')
	);
	await expect(add({ organisationId: newId() })).rejects.toMatchObject(issue('organisationId', 'unknown'));
	const { id } = await add({ eventId, deliveredOn: '2022-06-08', dueOn: '', organisationId: OWN_ORGANISATION });
	expect(await facts(db, 'document_delivered')).toMatchObject([{ id, subject_id: eventId, state: 'done' }]);
	expect((await showDocument(as("member's staff"), { documentId: id })).event).toEqual({
		id: eventId,
		name: event.name
	});
	expect((await showDocument(as("member's representative"), { documentId: id })).event).toBeNull();
});

story('what is wrong is refused beside its field', async ({ db, as }) => {
	await writeRegister(db);
	const issue = (path: string, code: string) => ({ issues: [{ path, code }] });
	const future = { ...note, deliveredOn: '2022-09-01' };
	await expect(addDocument(as('bureau'), future)).rejects.toMatchObject(
		issue('deliveredOn', 'deliverables_issue_in_future')
	);
	const sealed = { ...note, visibility: 'group' as const };
	await expect(addDocument(as('bureau'), sealed)).rejects.toMatchObject(
		issue('groupId', 'deliverables_issue_group_needed')
	);
	await expect(addDocument(as('bureau'), { ...note, title: {} })).rejects.toThrow(Invalid);
	await expect(addDocument(as('bureau'), { ...note, link: 'javascript:alert(1)' })).rejects.toThrow(Invalid);
	await addDocument(as('bureau'), { ...note, key: 'nota' });
	await expect(addDocument(as('bureau'), { ...note, key: 'nota' })).rejects.toThrow(
		new Conflict('deliverables_conflict_key_taken')
	);
	expect([...(await documentsByKey(db)).keys()]).toEqual(['nota']);
});

story('putting off keeps the old day and the reason; the fact and the deadline move', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await addDocument(as('bureau'), note);
	const put = { kind: 'document' as const, id, dueOn: '2022-10-31', why: 'Minister later' };
	await expect(postponeDeliverable(as("member's staff"), put)).rejects.toThrow(Forbidden);
	await expect(postponeDeliverable(as('bureau'), { ...put, why: '' })).rejects.toThrow(Invalid);
	await expect(postponeDeliverable(as('bureau'), { ...put, kind: 'milestone' })).rejects.toThrow(NotFound);
	await postponeDeliverable(as('bureau'), put);
	expect(await facts(db, 'document_delivered')).toMatchObject([{ on: '2022-10-31', state: 'planned' }]);
	expect((await showDocument(as('bureau'), { documentId: id })).changes).toMatchObject([
		{ kind: 'postponed', fromOn: '2022-06-30', toOn: '2022-10-31', why: 'Minister later', by: 'Bente Bureau' }
	]);
});

story('withdrawn it leaves no fact and no deadline, until it is opened again', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await addMilestone(as('bureau'), { ...note, groupId: OWN_GROUP });
	const why = 'Niet meer nodig';
	await withdrawDeliverable(as('group lead'), { kind: 'milestone', id, why });
	expect(await facts(db, 'milestone_reached')).toEqual([]);
	expect(await deadlines(db, 'milestone')).toEqual([]);
	await expect(reachMilestone(as('bureau'), { milestoneId: id, reachedOn: '2022-06-01' })).rejects.toThrow(
		new Conflict('deliverables_conflict_withdrawn')
	);
	await expect(changeMilestone(as('bureau'), { milestoneId: id, title: { nl: 'Anders' } })).rejects.toThrow(Conflict);
	await reopenDeliverable(as('group lead'), { kind: 'milestone', id, why: 'Toch wel' });
	await expect(reopenDeliverable(as('bureau'), { kind: 'milestone', id, why })).rejects.toThrow(
		new Conflict('deliverables_conflict_open')
	);
	await reachMilestone(as('group lead'), { milestoneId: id, reachedOn: '2022-06-01' });
	expect(await facts(db, 'milestone_reached')).toMatchObject([
		{ id, on: '2022-06-01', state: 'done', group_id: OWN_GROUP }
	]);
	await expect(withdrawDeliverable(as('bureau'), { kind: 'milestone', id, why })).rejects.toThrow(
		new Conflict('deliverables_conflict_done')
	);
	expect((await showMilestone(as('bureau'), { milestoneId: id })).changes.map(({ kind }) => kind)).toEqual(
		expect.arrayContaining(['withdrawn', 'reopened', 'reached'])
	);
	await reopenDeliverable(as('bureau'), { kind: 'milestone', id, why: 'Te vroeg geteld' });
	expect(await facts(db, 'milestone_reached')).toMatchObject([{ on: '2022-06-30', state: 'planned' }]);
});

story(
	'a decision is taken with an answer and reasons; what waits for it can read how it stands',
	async ({ db, as }) => {
		await writeRegister(db);
		const question = { title: { nl: 'Zakenreizen aanbesteden?' }, key: 'travel-tender', dueOn: '2022-07-31' };
		const { id: decisionId } = await addDecision(as('bureau'), { ...question, groupId: OWN_GROUP });
		const stands = async (day = '2022-08-31') => (await decisionStates(db, day)).get('travel-tender');
		expect(await stands()).toEqual({ state: 'open', on: null });
		expect(await facts(db, 'decision_taken')).toMatchObject([{ on: '2022-07-31', state: 'planned', role: null }]);
		const answer = { decisionId, outcome: 'no' as const, decidedOn: '2022-06-20', reasons: 'Te weinig reizen' };
		await expect(takeDecision(as('group lead'), answer)).rejects.toThrow(Forbidden);
		await expect(takeDecision(as('bureau'), { ...answer, reasons: '  ' })).rejects.toThrow(Invalid);
		await expect(takeDecision(as('bureau'), { ...answer, decidedOn: '2022-09-09' })).rejects.toThrow(Invalid);
		await takeDecision(as('bureau'), answer);
		expect(await facts(db, 'decision_taken')).toMatchObject([
			{ id: decisionId, on: '2022-06-20', state: 'done', role: 'no' }
		]);
		expect(await stands()).toEqual({ state: 'no', on: '2022-06-20' });
		expect(await stands('2022-06-19')).toEqual({ state: 'open', on: null });
		await expect(takeDecision(as('bureau'), { ...answer, outcome: 'yes' })).rejects.toThrow(
			new Conflict('deliverables_conflict_done')
		);
		await changeDecision(as('bureau'), { decisionId, title: { nl: 'Reizen aanbesteden?' } });
		expect((await showDecision(as("member's staff"), { decisionId })).decision).toMatchObject({
			outcome: 'no',
			reasons: 'Te weinig reizen',
			title: { nl: 'Reizen aanbesteden?' }
		});
		await reopenDeliverable(as('bureau'), { kind: 'decision', id: decisionId, why: 'Nieuwe cijfers' });
		expect(await stands()).toEqual({ state: 'open', on: null });
		await withdrawDeliverable(as('bureau'), { kind: 'decision', id: decisionId, why: 'Vraag vervalt' });
		expect(await stands()).toEqual({ state: 'no', on: null });
	}
);

story('what a plan names is made once, planned and without a day, and leaves no fact', async ({ db }) => {
	const wanted = { key: 'nota', name: { nl: 'Nota' } };
	const id = await ensureDocument(db, wanted);
	expect(await ensureDocument(db, { ...wanted, name: { nl: 'Anders' } })).toBe(id);
	expect(await documentsByKey(db)).toEqual(new Map([['nota', { id, name: { nl: 'Nota' } }]]));
	const milestoneId = await ensureMilestone(db, wanted);
	expect(await milestonesByKey(db)).toEqual(new Map([['nota', { id: milestoneId, name: { nl: 'Nota' } }]]));
	await ensureDecision(db, wanted);
	expect(await rows(db, sql`select 1 from fact`)).toEqual([]);
});

story('what was put off keeps its first day in sight, and what came late stays late', async ({ db, as }) => {
	await writeRegister(db);
	const bureau = as('bureau');
	const { id } = await addDocument(bureau, { title: { nl: 'Evaluatie' } });
	const put = (dueOn: string) => postponeDeliverable(bureau, { kind: 'document', id, dueOn, why: 'Zieke auteur' });
	const dated = async () => {
		const [fact] = await rows(db, sql`select starts_on, due_on, first_due_on from fact_document_delivered`);
		const { firstDueOn } = await showDocument(bureau, { documentId: id });
		const { rows: listed } = await listDocuments(bureau, { show: 'all' });
		expect(listed[0]?.firstDueOn).toBe(firstDueOn);
		return { ...fact, shown: firstDueOn };
	};
	await put('2022-04-30');
	expect(await dated()).toMatchObject({ due_on: '2022-04-30', first_due_on: '2022-04-30', shown: '2022-04-30' });
	await put('2022-05-31');
	await put('2022-06-15');
	await deliverDocument(bureau, { documentId: id, deliveredOn: '2022-06-27' });
	expect(await dated()).toEqual({
		starts_on: '2022-06-27',
		due_on: '2022-06-15',
		first_due_on: '2022-04-30',
		shown: '2022-04-30'
	});
});
