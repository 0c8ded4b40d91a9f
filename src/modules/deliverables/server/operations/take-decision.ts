// Decisions that promises may wait for: put the question, record the answer, look at them.
import { eq } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { marked } from '#platform/localized.ts';
import { anyone } from '#platform/actor.ts';
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { groupCases } from '../cases.ts';
import { groupFits, notInFuture, refuse, remember } from '../changes.ts';
import { firstDueOn } from '../first-due.ts';
import { decisionList } from '../lists.ts';
import { changesOf, groupName, visibleDecision } from '../queries.ts';
import { decision } from '../schema.ts';

const aboutDecision = (subject: { id: string }) => ({ kind: 'decision', id: subject.id });

export const addDecision = operation({
	name: 'deliverables.addDecision',
	input: inputs.decision,
	may: rules.mayKeep,
	about: (_subject, result: { id: string }) => ({ kind: 'decision', id: result.id }),
	run: async ({ db, input }) => {
		groupFits(input.visibility, input.groupId);
		await checkReferences(db, [{ path: 'groupId', table: group, id: input.groupId }]);
		const [made] = await db
			.insert(decision)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning({ id: decision.id });
		if (!made) throw new Conflict('deliverables_conflict_key_taken');
		return { id: made.id };
	}
});

export const changeDecision = operation({
	name: 'deliverables.changeDecision',
	input: inputs.decisionChange,
	subject: ({ db, actor }, { decisionId }) => visibleDecision(db, actor, decisionId),
	may: rules.mayKeep,
	about: aboutDecision,
	run: async ({ db, subject, input: { decisionId: _id, ...content } }) => {
		refuse(rules.cannotChange(subject.state));
		groupFits(content.visibility, content.groupId);
		await checkReferences(db, [{ path: 'groupId', table: group, id: content.groupId }]);
		const { title, description = null, groupId = null, visibility } = content;
		await db
			.update(decision)
			.set(marked(subject, { title, description, groupId, visibility }))
			.where(eq(decision.id, subject.id));
	}
});

export const takeDecision = operation({
	name: 'deliverables.takeDecision',
	input: inputs.decisionTaken,
	subject: ({ db, actor }, { decisionId }) => visibleDecision(db, actor, decisionId),
	may: rules.mayKeep,
	about: aboutDecision,
	run: async ({ db, actor, clock, subject, input: { outcome, decidedOn, reasons } }) => {
		refuse(rules.cannotFinish(subject.state));
		notInFuture('decidedOn', decidedOn, clock.today());
		await db.update(decision).set({ state: 'taken', outcome, decidedOn, reasons }).where(eq(decision.id, subject.id));
		await remember({ db, actor, clock }, { decisionId: subject.id, kind: 'taken', toOn: decidedOn });
	}
});

export const listDecisions = read({
	name: 'deliverables.listDecisions',
	input: inputs.list,
	may: anyone,
	run: async ({ db, actor, input }) => ({ ...(await decisionList(db, actor, input)), asked: input })
});

export const showDecision = read({
	name: 'deliverables.showDecision',
	input: inputs.decisionId,
	subject: ({ db, actor }, { decisionId }) => visibleDecision(db, actor, decisionId),
	may: rules.maySeeDeliverable,
	cases: groupCases,
	run: async ({ db, actor, clock, subject }) => {
		const keeps = rules.mayKeep(actor);
		return {
			decision: subject,
			isLate: rules.isLate(subject, clock.today()),
			firstDueOn: await firstDueOn(db, 'decision', subject.id),
			group: await groupName(db, subject.groupId),
			changes: await changesOf(db, 'decisionId', subject.id, keeps),
			may: { keep: keeps }
		};
	}
});
