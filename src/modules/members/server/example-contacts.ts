// The contacts of the example year: the weekly visit to a member, and calls and mails in between.
import { z } from 'zod';
import { addDays, daysBetween, isoWeek, mondayOf, type Day } from '#platform/day.ts';
import { day, line, localized } from '#platform/input.ts';
import type { Story } from '#platform/server/story.ts';
import { recordContact } from './operations.ts';

const subjects = z.array(localized()).min(1);
const contacts = z.strictObject({
	/** The week in which contacts begin to be recorded. */
	from: day,
	visits: z.strictObject({
		from: day,
		skipped: z.array(z.number()),
		twice: z.array(z.number()),
		online_until: day,
		by: z.array(line()),
		before: z.array(day)
	}),
	calls: z.number(),
	mails: z.number(),
	partners: z.number(),
	subjects,
	call_subjects: subjects,
	partner_subjects: subjects
});

type Told = z.output<typeof contacts>;
type Member = { id: string; since: Day; until?: Day | undefined };
type Whom = { members: readonly Member[]; partners: readonly string[] };
type Means = 'visit' | 'call' | 'online' | 'mail';

const isMemberOn = (day: Day) => (member: Member) => member.since <= day && (member.until ?? day) >= day;

/** Days of visits: Tuesday to Thursday of every week but the skipped ones. */
function visitDays({ visits }: Told, story: Story): Day[] {
	const { between } = story.chance('days of visits');
	const days = [...visits.before];
	for (let monday = mondayOf(visits.from); monday <= story.today; monday = addDays(monday, 7)) {
		const { week } = isoWeek(monday);
		if (visits.skipped.includes(week)) continue;
		const times = visits.twice.includes(week) ? 2 : 1;
		for (let time = 0; time < times; time++) days.push(addDays(monday, between(1, 3)));
	}
	return days.filter((one) => one <= story.today).sort();
}

/** Members in turn, so that nobody is visited twice before everybody was asked; who is no member yet waits. */
function inTurn(members: readonly Member[], story: Story) {
	const waiting = story.chance('order of visits').shuffled(members);
	return (day: Day) => {
		const next = waiting.findIndex(isMemberOn(day));
		const [member] = waiting.splice(next, 1);
		waiting.push(member!);
		return member!.id;
	};
}

async function visits(story: Story, told: Told, members: readonly Member[]) {
	const { pick, percent } = story.chance('visits');
	const nextMember = inTurn(members, story);
	for (const contactedOn of visitDays(told, story)) {
		const online = contactedOn < told.visits.online_until || percent(25);
		await recordContact(await story.as(pick(told.visits.by), contactedOn), {
			organisationId: nextMember(contactedOn),
			means: online ? 'online' : 'visit',
			contactedOn,
			subject: pick(told.subjects)
		});
	}
}

/** So many on working days spread over the story, in order. */
function spread(story: Story, from: Day, name: string, number: number): Day[] {
	const { between } = story.chance(name);
	const weeks = Math.floor(daysBetween(from, story.today) / 7);
	return Array.from({ length: number }, () => addDays(mondayOf(from), 7 * between(0, weeks) + between(0, 4)))
		.filter((one) => one <= story.today)
		.sort();
}

async function others(story: Story, told: Told, { members, partners }: Whom) {
	const { pick } = story.chance('calls and mails');
	const record = async (contactedOn: Day, means: Means, organisationId: string, subject: Told['subjects'][number]) =>
		recordContact(await story.as(pick(told.visits.by), contactedOn), { organisationId, means, contactedOn, subject });
	const memberOn = (one: Day) => pick(members.filter(isMemberOn(one))).id;
	const days = (name: string, number: number) => spread(story, told.from, name, number);
	for (const one of days('calls', told.calls)) await record(one, 'call', memberOn(one), pick(told.call_subjects));
	for (const one of days('mails', told.mails)) await record(one, 'mail', memberOn(one), pick(told.call_subjects));
	for (const one of days('talks with partners', told.partners)) {
		await record(one, 'online', pick(partners), pick(told.partner_subjects));
	}
}

export async function tellContacts(story: Story, whom: Whom): Promise<void> {
	const told = story.read('contacts.yaml', contacts);
	await visits(story, told, whom.members);
	await others(story, told, whom);
}
