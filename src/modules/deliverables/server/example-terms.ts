// The agreements, exemptions and certificates of the example year.
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { membership, organisation } from '#modules/members/server/schema.ts';
import { organisationsByKey } from '#modules/members/server/public.ts';
import { addDays, addMonths, daysBetween, type Day } from '#platform/day.ts';
import { day, key, line } from '#platform/input.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { addTerm, changeTerm, renewTerm } from './operations/renew-term.ts';
import { termsByKey } from './public.ts';
import { term } from './schema.ts';

const agreement = z.strictObject({
	keys: z.array(key).min(1),
	from: day,
	until: day.optional(),
	by: line(),
	with: key.optional(),
	note: line(500).optional()
});
export const terms = {
	terms: z.array(agreement),
	certificates: z.strictObject({
		number: z.number().int(),
		members_since: day,
		from: day,
		until: day,
		nl: line(),
		en: line(),
		by: line()
	})
};

type Agreement = z.output<typeof agreement>;
type Certificates = z.output<(typeof terms)['certificates']>;

/** With whom it was agreed, where the plan does not say. */
async function setCounterpart(caller: Caller, termId: string, counterpartId: string) {
	const [found] = await caller.db.select().from(term).where(eq(term.id, termId));
	const { title, kind, visibility } = found!;
	await changeTerm(caller, { termId, title, kind, visibility, counterpartId });
}

async function tellAgreement(caller: Caller, story: Story, { keys, from, until, by, with: other, note }: Agreement) {
	const known = await termsByKey(caller.db);
	for (const one of keys) {
		const found = known.get(one);
		if (!found) throw new Error(`deliverables.yaml: there is no term ${one}`);
		const keeper = await story.as(by, from);
		await renewTerm(keeper, { termId: found.id, startsOn: from, endsOn: until, note });
		if (!other) continue;
		const counterpart = (await organisationsByKey(caller.db)).get(other);
		await setCounterpart(keeper, found.id, counterpart!.id);
	}
}

/** Members since a day, by key. */
const membersSince = (db: Database, since: Day): Promise<{ id: string; name: Localized }[]> =>
	db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.innerJoin(membership, eq(membership.organisationId, organisation.id))
		.where(eq(membership.startsOn, since))
		.orderBy(asc(organisation.key));

/** Three years each, of members of long standing. */
async function tellCertificates({ db }: Caller, story: Story, { members_since: since, ...told }: Certificates) {
	const { number, from, until, nl, en, by } = told;
	const { some, between } = story.chance('certificates of members');
	for (const { id: holderId, name } of some(await membersSince(db, since), number)) {
		const startsOn = addDays(from, between(0, daysBetween(from, until)));
		const endsOn = addDays(addMonths(startsOn, 36), -1);
		const title = { nl: nl.replace('{name}', name.nl!), en: en.replace('{name}', name.en!) };
		await addTerm(await story.as(by, startsOn), { title, kind: 'certificate', holderId, startsOn, endsOn });
	}
}

export async function tellTerms(
	caller: Caller,
	story: Story,
	told: { terms: Agreement[]; certificates: Certificates }
): Promise<void> {
	for (const one of told.terms) await tellAgreement(caller, story, one);
	await tellCertificates(caller, story, told.certificates);
}
