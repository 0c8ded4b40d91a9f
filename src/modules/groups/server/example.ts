// Who is in the groups of the example year. The groups themselves came with the plan.
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { affiliation, membership, organisation, person } from '#modules/members/server/schema.ts';
import { maxDay, type Day } from '#platform/day.ts';
import { day, key, line } from '#platform/input.ts';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { addGroupMember } from './operations.ts';
import { groupsByKey } from './public.ts';

const since = day.default('2020-01-01');
const groups = z.strictObject({
	groups: z.array(
		z.strictObject({
			key,
			lead: line(),
			bureau: z.array(line()),
			does: z.array(line()),
			number: z.number().int(),
			since
		})
	),
	named: z.array(z.strictObject({ key, lead: line(), people: z.array(line()), since }))
});

type Seat = { personId: string; from: Day };
type Candidate = Seat & { organisationId: string };

/** People of today's members by their function in English, in the order of the register. */
async function peopleByFunction(db: Database, today: Day): Promise<Map<string, Candidate[]>> {
	const found = await db
		.select({
			personId: person.id,
			organisationId: organisation.id,
			from: affiliation.startsOn,
			does: affiliation.function
		})
		.from(affiliation)
		.innerJoin(person, eq(person.id, affiliation.personId))
		.innerJoin(organisation, eq(organisation.id, affiliation.organisationId))
		.innerJoin(membership, eq(membership.organisationId, organisation.id))
		.where(and(lte(membership.startsOn, today), or(isNull(membership.endsOn), gte(membership.endsOn, today))))
		.orderBy(asc(organisation.key), asc(person.email));
	const all = new Map<string, Candidate[]>();
	for (const { does, ...one } of found) {
		if (does?.en) all.set(does.en, [...(all.get(does.en) ?? []), one]);
	}
	return all;
}

/** So many of them, no two from one organisation, in an order of chance. */
function chosen(story: Story, group: string, candidates: readonly Candidate[], number: number): Seat[] {
	const taken = new Set<string>();
	const seats: Seat[] = [];
	for (const { personId, organisationId, from } of story.chance(`members of ${group}`).shuffled(candidates)) {
		if (seats.length === number) break;
		if (taken.has(organisationId)) continue;
		taken.add(organisationId);
		seats.push({ personId, from });
	}
	return seats;
}

type Group = { groupId: string; since: Day };

async function fill(caller: Caller, { groupId, since }: Group, lead: string, seats: readonly Seat[]) {
	await addGroupMember(caller, { groupId, personId: lead, role: 'lead', startsOn: since });
	for (const { personId, from } of seats.filter((one) => one.personId !== lead)) {
		await addGroupMember(caller, { groupId, personId, startsOn: maxDay(since, from) });
	}
}

export async function example(caller: Caller, story: Story): Promise<void> {
	const told = story.read('groups.yaml', groups);
	const { functions } = story.read(
		'people.yaml',
		z.object({ functions: z.record(z.string(), z.object({ en: line() })) })
	);
	const known = await groupsByKey(caller.db);
	const candidates = await peopleByFunction(caller.db, story.today);
	const group = ({ key, since }: { key: string; since: Day }): Group => {
		const found = known.get(key);
		if (!found) throw new Error(`groups.yaml: the plan knows no group ${key}`);
		return { groupId: found.id, since };
	};
	const named = (since: Day) => (name: string) => ({ personId: story.personId(name), from: since });
	for (const one of told.groups) {
		const from = one.does.flatMap((does) => candidates.get(functions[does]?.en ?? '') ?? []);
		const seats = [...one.bureau.map(named(one.since)), ...chosen(story, one.key, from, one.number)];
		await fill(caller, group(one), story.personId(one.lead), seats);
	}
	for (const one of told.named) {
		await fill(caller, group(one), story.personId(one.lead), one.people.map(named(one.since)));
	}
}
