// Facts from outside in the published views: they count like our own, take a record's place without counting twice, and go when withdrawn.
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { channel, issue } from '#modules/channels/server/schema.ts';
import { OWN_ORGANISATION, PARTNER_ORGANISATION } from '#platform/personas.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { factKinds } from '#platform/server/module.ts';
import { reportedFact } from '#platform/server/schema.ts';
import { story } from '#platform/server/testing.ts';
import { viewName } from '#platform/server/views.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';

type Values = Partial<typeof reportedFact.$inferInsert>;

async function report(db: Database, values: Values): Promise<string> {
	const id = newId();
	await db.insert(reportedFact).values({
		id,
		kind: 'issue.sent',
		source: 'mailing-tool',
		externalId: id,
		startsOn: '2022-03-01',
		title: { nl: 'Nieuwsbrief 3' },
		visibility: 'members',
		...values
	});
	return id;
}

type Seen = { id: string; starts_on: string; quantity: number | null; standing: string | null; href: string };
const factsOf = (db: Database, kind: string) =>
	rows<Seen>(
		db,
		sql`select id, starts_on, quantity, standing, href from ${sql.identifier(viewName('fact', kind))} order by starts_on, id`
	);

async function anIssue(db: Database) {
	const [channelId, issueId] = [newId(), newId()];
	await db.insert(channel).values({ id: channelId, key: 'monitor', name: { nl: 'Monitor' }, kind: 'monitor' });
	await db
		.insert(issue)
		.values({ id: issueId, channelId, title: { nl: 'Editie 9' }, sentOn: '2022-03-01', state: 'sent', recipients: 80 });
	return issueId;
}

story('a fact from outside stands in the view of its kind, whatever the kind', async ({ db }) => {
	for (const kind of factKinds().keys()) {
		const id = await report(db, { kind });
		expect(
			(await factsOf(db, kind)).map(({ id, href }) => [id, href]),
			kind
		).toEqual([[id, `/facts/${id}`]]);
	}
	expect((await rows(db, sql`select from fact`)).length).toBe(factKinds().size);
});

story('a fact that names a record takes its place, under its id, and gives it back when withdrawn', async ({ db }) => {
	const issueId = await anIssue(db);
	expect((await factsOf(db, 'issue.sent')).map(({ id, quantity }) => [id, quantity])).toEqual([[issueId, 80]]);
	const reported = await report(db, { replacesId: issueId, quantity: 95 });
	expect((await factsOf(db, 'issue.sent')).map(({ id, quantity, href }) => [id, quantity, href])).toEqual([
		[issueId, 95, `/facts/${reported}`]
	]);
	await db.update(reportedFact).set({ withdrawnAt: new Date() }).where(eq(reportedFact.id, reported));
	expect((await factsOf(db, 'issue.sent')).map(({ id, quantity }) => [id, quantity])).toEqual([[issueId, 80]]);
});

story('two facts cannot take the place of one record', async ({ db }) => {
	const issueId = await anIssue(db);
	await report(db, { replacesId: issueId, withdrawnAt: new Date() });
	await report(db, { replacesId: issueId });
	const second = db.transaction((inner) => report(inner, { replacesId: issueId }));
	await expect(second).rejects.toMatchObject({ cause: { constraint: 'reported_fact_replaces' } });
});

story(
	'the standing of an organisation follows from its membership on that day, unless the source told it',
	async ({ db }) => {
		await writeRegister(db);
		const attended = { kind: 'event.attended', quantity: 3 };
		await report(db, { ...attended, startsOn: '2022-03-01', organisationId: OWN_ORGANISATION });
		await report(db, { ...attended, startsOn: '2019-03-01', organisationId: OWN_ORGANISATION });
		await report(db, { ...attended, startsOn: '2022-03-02', organisationId: PARTNER_ORGANISATION });
		await report(db, { ...attended, startsOn: '2022-03-03', standing: 'partner-of-member' });
		expect((await factsOf(db, 'event.attended')).map(({ starts_on, standing }) => [starts_on, standing])).toEqual([
			['2019-03-01', 'other'],
			['2022-03-01', 'member'],
			['2022-03-02', 'other'],
			['2022-03-03', 'partner-of-member']
		]);
	}
);
