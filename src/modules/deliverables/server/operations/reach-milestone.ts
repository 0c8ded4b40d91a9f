// Milestones: plan one, change it, reach it, look at them.
import { eq } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { marked } from '#platform/localized.ts';
import { anyone } from '#platform/actor.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { groupCases, ownerCases } from '../cases.ts';
import { groupFits, notInFuture, refuse, remember } from '../changes.ts';
import { firstDueOn } from '../first-due.ts';
import { milestoneList } from '../lists.ts';
import { changesOf, groupName, visibleMilestone } from '../queries.ts';
import { milestone } from '../schema.ts';

const aboutMilestone = (subject: { id: string }) => ({ kind: 'milestone', id: subject.id });

export const addMilestone = operation({
	name: 'deliverables.addMilestone',
	input: inputs.milestone,
	subject: (_caller, { groupId }) => ({ groupId: groupId ?? null }),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: (_subject, result: { id: string }) => ({ kind: 'milestone', id: result.id }),
	run: async ({ db, actor, clock, input }) => {
		groupFits(input.visibility, input.groupId);
		notInFuture('reachedOn', input.reachedOn, clock.today());
		await checkReferences(db, [{ path: 'groupId', table: group, id: input.groupId }]);
		const id = newId();
		const state = input.reachedOn ? ('reached' as const) : ('planned' as const);
		const [made] = await db
			.insert(milestone)
			.values({ id, state, ...input })
			.onConflictDoNothing()
			.returning({ id: milestone.id });
		if (!made) throw new Conflict('deliverables_conflict_key_taken');
		if (input.reachedOn)
			await remember({ db, actor, clock }, { milestoneId: id, kind: 'reached', toOn: input.reachedOn });
		return { id };
	}
});

export const changeMilestone = operation({
	name: 'deliverables.changeMilestone',
	input: inputs.milestoneChange,
	subject: ({ db, actor }, { milestoneId }) => visibleMilestone(db, actor, milestoneId),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: aboutMilestone,
	run: async ({ db, actor, subject, input: { milestoneId: _id, ...content } }) => {
		refuse(rules.cannotChange(subject.state));
		groupFits(content.visibility, content.groupId);
		await checkReferences(db, [{ path: 'groupId', table: group, id: content.groupId }]);
		if (!rules.mayKeepOfGroup(actor, { groupId: content.groupId ?? null })) throw new Forbidden();
		const { title, description = null, groupId = null, tags, link = null, visibility } = content;
		await db
			.update(milestone)
			.set(marked(subject, { title, description, groupId, tags, link, visibility }))
			.where(eq(milestone.id, subject.id));
	}
});

export const reachMilestone = operation({
	name: 'deliverables.reachMilestone',
	input: inputs.milestoneReached,
	subject: ({ db, actor }, { milestoneId }) => visibleMilestone(db, actor, milestoneId),
	may: rules.mayKeepOfGroup,
	cases: ownerCases,
	about: aboutMilestone,
	run: async ({ db, actor, clock, subject, input: { reachedOn, link } }) => {
		refuse(rules.cannotFinish(subject.state));
		notInFuture('reachedOn', reachedOn, clock.today());
		await db
			.update(milestone)
			.set({ state: 'reached', reachedOn, ...(link && { link }) })
			.where(eq(milestone.id, subject.id));
		await remember({ db, actor, clock }, { milestoneId: subject.id, kind: 'reached', toOn: reachedOn });
	}
});

export const listMilestones = read({
	name: 'deliverables.listMilestones',
	input: inputs.list,
	may: anyone,
	run: async ({ db, actor, input }) => ({ ...(await milestoneList(db, actor, input)), asked: input })
});

export const showMilestone = read({
	name: 'deliverables.showMilestone',
	input: inputs.milestoneId,
	subject: ({ db, actor }, { milestoneId }) => visibleMilestone(db, actor, milestoneId),
	may: rules.maySeeDeliverable,
	cases: groupCases,
	run: async ({ db, actor, clock, subject }) => {
		const keeps = rules.mayKeepOfGroup(actor, subject);
		return {
			milestone: subject,
			isLate: rules.isLate(subject, clock.today()),
			firstDueOn: await firstDueOn(db, 'milestone', subject.id),
			group: await groupName(db, subject.groupId),
			changes: await changesOf(db, 'milestoneId', subject.id, keeps),
			may: { keep: keeps }
		};
	}
});
