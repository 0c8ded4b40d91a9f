// The agreements, exemptions and certificates of the example year.
import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { membership, organisation } from '#modules/members/server/schema.ts';
import { organisationsByKey } from '#modules/members/server/public.ts';
import { addDays, addMonths, minDay, type Day } from '#platform/day.ts';
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
	certificates: z.strictObject({ number: z.number().int(), nl: line(), en: line(), by: line() })
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

/** Members of long standing, by key. */
const oldMembers = (db: Database): Promise<{ id: string; name: Localized }[]> =>
	db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.innerJoin(membership, eq(membership.organisationId, organisation.id))
		.where(eq(membership.startsOn, '2004-01-01'))
		.orderBy(asc(organisation.key));

/** Three years each; those that ended within the story were renewed a few weeks before. */
async function tellCertificates({ db }: Caller, story: Story, { number, nl, en, by }: Certificates) {
	const { some, between } = story.chance('certificates of members');
	for (const { id: holderId, name } of some(await oldMembers(db), number)) {
		const startsOn = addDays('2019-02-01', between(0, 1300));
		const endsOn = lastDay(startsOn);
		const keeper = await story.as(by, minDay(startsOn, story.today));
		const title = { nl: nl.replace('{name}', name.nl!), en: en.replace('{name}', name.en!) };
		const made = await addTerm(keeper, { title, kind: 'certificate', holderId, startsOn, endsOn });
		if (endsOn >= story.today) continue;
		const next = addDays(endsOn, 1);
		await renewTerm(await story.as(by, addDays(endsOn, -20)), {
			termId: made.id,
			startsOn: next,
			endsOn: lastDay(next)
		});
	}
}

const lastDay = (startsOn: Day): Day => addDays(addMonths(startsOn, 36), -1);

export async function tellTerms(
	caller: Caller,
	story: Story,
	told: { terms: Agreement[]; certificates: Certificates }
): Promise<void> {
	for (const one of told.terms) await tellAgreement(caller, story, one);
	await tellCertificates(caller, story, told.certificates);
}
