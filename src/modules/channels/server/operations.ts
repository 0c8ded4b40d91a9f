// What can be done with channels and their issues.
import { eq } from 'drizzle-orm';
import { marked } from '#platform/localized.ts';
import { Conflict, invalid } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { anyone } from '#platform/actor.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { channelList, issuesOf, visibleChannel, visibleIssue } from './queries.ts';
import { channel, issue } from './schema.ts';

const cases = {
	'for members': { visibility: 'members', groupId: null, isClosed: false },
	'for own group': { visibility: 'group', groupId: OWN_GROUP, isClosed: false },
	'for another group': { visibility: 'group', groupId: OTHER_GROUP, isClosed: false },
	closed: { visibility: 'members', groupId: OWN_GROUP, isClosed: true }
} as const;

const aboutChannel = (subject: { id: string }) => ({ kind: 'channel', id: subject.id });

export const openChannel = operation({
	name: 'channels.openChannel',
	input: inputs.channel,
	may: rules.mayOpenChannel,
	about: (_subject, result: { id: string }) => ({ kind: 'channel', id: result.id }),
	run: async ({ db, input }) => {
		if (input.visibility === 'group' && !input.groupId) throw invalid('groupId', 'channels_issue_group_needed');
		const [made] = await db
			.insert(channel)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Conflict('channels_conflict_key_taken');
		return { id: made.id };
	}
});

export const closeChannel = operation({
	name: 'channels.closeChannel',
	input: inputs.channelId,
	subject: ({ db, actor }, { channelId }) => visibleChannel(db, actor, channelId),
	may: rules.mayCloseChannel,
	cases,
	about: aboutChannel,
	run: async ({ db, subject, clock }) => {
		await db.update(channel).set({ closedAt: clock.now() }).where(eq(channel.id, subject.id));
	}
});

/** A day that has not come cannot have been sent on; refused rather than quietly made a plan. */
const stateFits = (state: 'planned' | 'sent', sentOn: string, today: string) => {
	if (state === 'sent' && sentOn > today) throw invalid('sentOn', 'channels_issue_sent_in_future');
};

export const recordIssue = operation({
	name: 'channels.recordIssue',
	input: inputs.issue,
	subject: ({ db, actor }, { channelId }) => visibleChannel(db, actor, channelId),
	may: rules.mayRecordIssue,
	cases,
	about: aboutChannel,
	run: async ({ db, clock, input }) => {
		stateFits(input.state, input.sentOn, clock.today());
		const id = newId();
		await db.insert(issue).values({ id, ...input });
		return { id };
	}
});

export const changeIssue = operation({
	name: 'channels.changeIssue',
	input: inputs.issueChange,
	subject: ({ db, actor }, { issueId }) => visibleIssue(db, actor, issueId),
	may: rules.mayRecordIssue,
	cases,
	about: (subject) => ({ kind: 'channel', id: subject.channelId }),
	run: async ({ db, clock, subject, input: { issueId: _id, ...values } }) => {
		stateFits(values.state, values.sentOn, clock.today());
		await db
			.update(issue)
			.set(marked(subject, { ...values, recipients: values.recipients ?? null, link: values.link ?? null }))
			.where(eq(issue.id, subject.id));
	}
});

export const withdrawIssue = operation({
	name: 'channels.withdrawIssue',
	input: inputs.issueId,
	subject: ({ db, actor }, { issueId }) => visibleIssue(db, actor, issueId),
	may: rules.mayRecordIssue,
	cases,
	about: (subject) => ({ kind: 'channel', id: subject.channelId }),
	run: async ({ db, subject }) => {
		await db.delete(issue).where(eq(issue.id, subject.id));
	}
});

export const listChannels = read({
	name: 'channels.listChannels',
	input: inputs.nothing,
	may: anyone,
	run: ({ db, actor, clock }) => channelList(db, actor, clock.today())
});

export const showChannel = read({
	name: 'channels.showChannel',
	input: inputs.channelId,
	subject: ({ db, actor }, { channelId }) => visibleChannel(db, actor, channelId),
	may: rules.maySeeChannel,
	cases,
	run: async ({ db, subject, actor }) => ({
		channel: subject,
		issues: await issuesOf(db, subject.id),
		may: { record: rules.mayRecordIssue(actor, subject), close: rules.mayCloseChannel(actor, subject) }
	})
});

export const showIssue = read({
	name: 'channels.showIssue',
	input: inputs.issueId,
	subject: ({ db, actor }, { issueId }) => visibleIssue(db, actor, issueId),
	may: rules.mayRecordIssue,
	cases,
	run: ({ subject: { channel, ...issue } }) => ({ issue, channel })
});
