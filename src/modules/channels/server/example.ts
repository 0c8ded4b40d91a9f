// What was mailed in the example year: the weekly monitor by its rhythm, the others issue by issue.
import { z } from 'zod';
import { addDays, daysBetween, isoWeek, type Day } from '#platform/day.ts';
import { day, key, line, localized } from '#platform/input.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { recordIssue } from './operations.ts';
import { channelsByKey } from './public.ts';

const number = z.number().int();
const sender = {
	channel: key,
	by: line(),
	nl: line(),
	en: line(),
	/** At the first issue and at the last. */
	recipients: z.tuple([number, number])
};
const weekly = z.strictObject({
	...sender,
	from: day,
	until: day,
	recess: localized(),
	recesses: z.array(z.tuple([day, day])),
	earlier: z.array(day),
	topics: z.array(z.strictObject({ tag: line(), nl: line(), en: line() })).min(1)
});
const channel = z.strictObject({
	...sender,
	issues: z.array(z.strictObject({ on: day, nl: line(), en: line(), tags: z.array(line()).default([]) })).min(1)
});
const told = z.strictObject({ weekly, channels: z.array(channel) });

type Sender = Pick<z.output<typeof channel>, 'channel' | 'by' | 'recipients'>;
type Issue = { on: Day; title: { nl: string; en: string }; tags: string[] };

/** One a week, on the weekday of the first; in recess a short one. */
function weeklyIssues({ nl, en, from, until, recess, recesses, earlier, topics }: z.output<typeof weekly>): Issue[] {
	const issues: Issue[] = [];
	for (let friday = from; friday <= until; friday = addDays(friday, 7)) {
		const { week } = isoWeek(friday);
		const isRecess = recesses.some(([start, end]) => start <= friday && friday <= end);
		const topic = topics[issues.length % topics.length]!;
		const about = isRecess ? recess : topic;
		issues.push({
			on: earlier.includes(friday) ? addDays(friday, -1) : friday,
			title: {
				nl: `${nl.replace('{week}', String(week))}: ${about.nl}`,
				en: `${en.replace('{week}', String(week))}: ${about.en}`
			},
			tags: isRecess ? [] : [topic.tag]
		});
	}
	return issues;
}

/** Readers come and go around a line from the first number to the last. */
function recipientsOn(story: Story, { channel, recipients: [first, last] }: Sender, issues: readonly Issue[]) {
	const { between } = story.chance(`readers of ${channel}`);
	const start = issues[0]!.on;
	const days = Math.max(1, daysBetween(start, story.today));
	return (on: Day) => {
		const expected = first + ((last - first) * daysBetween(start, on)) / days;
		return Math.round((expected * between(985, 1015)) / 1000);
	};
}

async function send(story: Story, channelId: string, sender: Sender, issues: readonly Issue[]) {
	const recipients = recipientsOn(story, sender, issues);
	for (const { on, title, tags } of issues) {
		const isSent = on <= story.today;
		await recordIssue(await story.as(sender.by, isSent ? on : story.today), {
			channelId,
			title,
			sentOn: on,
			tags,
			...(isSent ? { state: 'sent', recipients: recipients(on) } : { state: 'planned' })
		});
	}
}

export async function example(caller: Caller, story: Story): Promise<void> {
	const { weekly, channels } = story.read('issues.yaml', told);
	const known = await channelsByKey(caller.db);
	const idOf = (channel: string) => {
		const found = known.get(channel);
		if (!found) throw new Error(`issues.yaml: there is no channel ${channel}`);
		return found.id;
	};
	await send(story, idOf(weekly.channel), weekly, weeklyIssues(weekly));
	for (const { nl, en, ...one } of channels) {
		const issues = one.issues.map(({ on, tags, ...about }) => ({
			on,
			title: { nl: `${nl}: ${about.nl}`, en: `${en}: ${about.en}` },
			tags
		}));
		await send(story, idOf(one.channel), one, issues);
	}
}
