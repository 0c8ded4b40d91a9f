// Documents: plan one, change it, deliver it, look at them.
import { eq } from 'drizzle-orm';
import { visibleEventName } from '#modules/agenda/server/public.ts';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { marked } from '#platform/localized.ts';
import { anyone, type Actor } from '#platform/actor.ts';
import { Conflict, Forbidden, invalid } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { groupCases, ownerCases } from '../cases.ts';
import { groupFits, notInFuture, refuse, remember } from '../changes.ts';
import { firstDueOn } from '../first-due.ts';
import { documentList } from '../lists.ts';
import { changesOf, groupName, organisationName, visibleDocument, visibleTerm } from '../queries.ts';
import { document } from '../schema.ts';

const aboutDocument = (subject: { id: string }) => ({ kind: 'document', id: subject.id });

/** Refuses references to what is not there, or not for this actor, and a document about two things. */
async function checkContent(db: Database, actor: Actor, input: inputs.DocumentContent) {
	groupFits(input.visibility, input.groupId);
	if (input.eventId && input.termId) throw invalid('termId', 'deliverables_issue_about_one');
	await checkReferences(db, [
		{ path: 'groupId', table: group, id: input.groupId },
		{ path: 'organisationId', table: organisation, id: input.organisationId }
	]);
	if (input.eventId && !(await visibleEventName(db, actor, input.eventId))) throw invalid('eventId', 'unknown');
	if (input.termId && !(await visibleTerm(db, actor, input.termId))) throw invalid('termId', 'unknown');
}

/** The columns that a form fills in; what it leaves empty becomes empty. */
const columns = (content: inputs.DocumentContent) => ({
	title: content.title,
	description: content.description ?? null,
	kind: content.kind ?? null,
	eventId: content.eventId ?? null,
	termId: content.termId ?? null,
	groupId: content.groupId ?? null,
	organisationId: content.organisationId ?? null,
	tags: content.tags,
	link: content.link ?? null,
	visibility: content.visibility
});

export const addDocument = operation({
	name: 'deliverables.addDocument',
	input: inputs.document,
	subject: (_caller, { groupId }) => ({ groupId: groupId ?? null }),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: (_subject, result: { id: string }) => ({ kind: 'document', id: result.id }),
	run: async ({ db, actor, clock, input }) => {
		const { key, dueOn, deliveredOn, ...content } = input;
		notInFuture('deliveredOn', deliveredOn, clock.today());
		await checkContent(db, actor, content);
		const id = newId();
		const state = deliveredOn ? ('delivered' as const) : ('planned' as const);
		const [made] = await db
			.insert(document)
			.values({ id, key, dueOn, deliveredOn, state, ...columns(content) })
			.onConflictDoNothing()
			.returning({ id: document.id });
		if (!made) throw new Conflict('deliverables_conflict_key_taken');
		if (deliveredOn) await remember({ db, actor, clock }, { documentId: id, kind: 'delivered', toOn: deliveredOn });
		return { id };
	}
});

export const changeDocument = operation({
	name: 'deliverables.changeDocument',
	input: inputs.documentChange,
	subject: ({ db, actor }, { documentId }) => visibleDocument(db, actor, documentId),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: aboutDocument,
	run: async ({ db, actor, subject, input: { documentId: _id, ...content } }) => {
		refuse(rules.cannotChange(subject.state));
		await checkContent(db, actor, content);
		if (!rules.mayKeepOfGroup(actor, { groupId: content.groupId ?? null })) throw new Forbidden();
		await db
			.update(document)
			.set(marked(subject, columns(content)))
			.where(eq(document.id, subject.id));
	}
});

export const deliverDocument = operation({
	name: 'deliverables.deliverDocument',
	input: inputs.delivery,
	subject: ({ db, actor }, { documentId }) => visibleDocument(db, actor, documentId),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: aboutDocument,
	run: async ({ db, actor, clock, subject, input: { deliveredOn, link } }) => {
		refuse(rules.cannotFinish(subject.state));
		notInFuture('deliveredOn', deliveredOn, clock.today());
		await db
			.update(document)
			.set({ state: 'delivered', deliveredOn, ...(link && { link }) })
			.where(eq(document.id, subject.id));
		await remember({ db, actor, clock }, { documentId: subject.id, kind: 'delivered', toOn: deliveredOn });
	}
});

export const listDocuments = read({
	name: 'deliverables.listDocuments',
	input: inputs.list,
	may: anyone,
	run: async ({ db, actor, input }) => ({ ...(await documentList(db, actor, input)), asked: input })
});

async function aboutWhat(
	db: Database,
	actor: Actor,
	{ eventId, termId }: { eventId: string | null; termId: string | null }
) {
	const event = eventId ? await visibleEventName(db, actor, eventId) : undefined;
	const term = termId ? await visibleTerm(db, actor, termId) : undefined;
	return {
		event: event ? { id: eventId!, name: event } : null,
		term: term ? { id: term.id, name: term.title } : null
	};
}

export const showDocument = read({
	name: 'deliverables.showDocument',
	input: inputs.documentId,
	subject: ({ db, actor }, { documentId }) => visibleDocument(db, actor, documentId),
	may: rules.maySeeDeliverable,
	cases: groupCases,
	run: async ({ db, actor, clock, subject }) => {
		const keeps = rules.mayKeepOfGroup(actor, subject);
		return {
			document: subject,
			isLate: rules.isLate(subject, clock.today()),
			firstDueOn: await firstDueOn(db, 'document', subject.id),
			...(await aboutWhat(db, actor, subject)),
			group: await groupName(db, subject.groupId),
			organisation: await organisationName(db, subject.organisationId),
			changes: await changesOf(db, 'documentId', subject.id, keeps),
			may: { keep: keeps }
		};
	}
});
