// The contacts of the example year: the weekly visit to a member, and calls and mails in between.
import { z } from 'zod';
import { addDays, daysBetween, isoWeek, mondayOf, weekday, type Day } from '#platform/day.ts';
import { day, line, localized } from '#platform/input.ts';
import type { Story } from '#platform/server/story.ts';
import { recordContact } from './operations.ts';

const subjects = z.array(localized()).min(1);
const contacts = z.strictObject({
	/** The week in which contacts begin to be recorded. */
	from: day,
	/** Days on which nobody works. */
	holidays: z.array(day),
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

/** A day nearby on which people work: of a holiday on Friday the day before, of any other the day after. */
const workingDay = (day: Day, holidays: readonly Day[]): Day =>
	holidays.includes(day) ? addDays(day, weekday(day) === 5 ? -1 : 1) : day;

/** Days of visits: Tuesday to Thursday of every week but the skipped ones. */
function visitDays({ visits, holidays }: Told, story: Story): Day[] {
	const { between } = story.chance('days of visits');
	const days = [...visits.before];
	for (let monday = mondayOf(visits.from); monday <= story.today; monday = addDays(monday, 7)) {
		const { week } = isoWeek(monday);
		if (visits.skipped.includes(week)) continue;
		const times = visits.twice.includes(week) ? 2 : 1;
		for (let time = 0; time < times; time++) days.push(workingDay(addDays(monday, between(1, 3)), holidays));
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

/** Everything once in an order of chance, and then again. */
function cycled<Item>(story: Story, name: string, list: readonly Item[]) {
	const order = story.chance(name).shuffled(list);
	let next = 0;
	return () => order[next++ % order.length]!;
}

async function visits(story: Story, told: Told, members: readonly Member[]) {
	const { pick, percent } = story.chance('visits');
	const nextMember = inTurn(members, story);
	const nextSubject = cycled(story, 'subjects of visits', told.subjects);
	for (const contactedOn of visitDays(told, story)) {
		const online = contactedOn < told.visits.online_until || percent(25);
		await recordContact(await story.as(pick(told.visits.by), contactedOn), {
			organisationId: nextMember(contactedOn),
			means: online ? 'online' : 'visit',
			contactedOn,
			subject: nextSubject()
		});
	}
}

/** So many on working days spread over the story, in order. */
function spread(story: Story, { from, holidays }: Told, name: string, number: number): Day[] {
	const { between } = story.chance(name);
	const weeks = Math.floor(daysBetween(from, story.today) / 7);
	const aDay = () => addDays(mondayOf(from), 7 * between(0, weeks) + between(0, 4));
	return Array.from({ length: number }, () => workingDay(aDay(), holidays))
		.filter((one) => one <= story.today)
		.sort();
}

async function others(story: Story, told: Told, { members, partners }: Whom) {
	const { pick } = story.chance('calls and mails');
	const record = async (contactedOn: Day, means: Means, organisationId: string, subject: Told['subjects'][number]) =>
		recordContact(await story.as(pick(told.visits.by), contactedOn), { organisationId, means, contactedOn, subject });
	const memberOn = (one: Day) => pick(members.filter(isMemberOn(one))).id;
	const callSubject = cycled(story, 'subjects of calls', told.call_subjects);
	const partnerSubject = cycled(story, 'subjects of talks', told.partner_subjects);
	const days = (name: string, number: number) => spread(story, told, name, number);
	for (const one of days('calls', told.calls)) await record(one, 'call', memberOn(one), callSubject());
	for (const one of days('mails', told.mails)) await record(one, 'mail', memberOn(one), callSubject());
	for (const one of days('talks with partners', told.partners)) {
		await record(one, 'online', pick(partners), partnerSubject());
	}
}

export async function tellContacts(story: Story, whom: Whom): Promise<void> {
	const told = story.read('contacts.yaml', contacts);
	await visits(story, told, whom.members);
	await others(story, told, whom);
}
