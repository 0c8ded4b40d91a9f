// The first run: one association per database, whoever and however many ask at once.
import { expect, test } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { actorOf } from '#platform/server/module.ts';
import { theAssociation } from '#platform/server/association.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { sessionOf } from '#platform/server/session.ts';
import { signInNow } from '#platform/server/auth.ts';
import { freshDatabase, story, STORY_DAY } from '#platform/server/testing.ts';
import { person } from '#modules/members/server/schema.ts';
import { association } from '#platform/server/schema.ts';
import { foundAssociation } from './operations-first-run.ts';

setInstallation({ origin: 'https://plan.example.org', secret: 'a secret for tests, 32 characters long' });

const given = {
	name: { nl: 'Sportbond', en: 'Sports federation' },
	timeZone: 'Europe/Amsterdam',
	givenName: 'Fenna',
	familyName: 'de Vries',
	email: ' Fenna@Sportbond.example '
};

story('whoever opens it first founds the association, administers it and is signed in', async ({ db, as }) => {
	const { personId } = await foundAssociation(as('visitor', { locale: 'en' }), given);
	expect(await theAssociation(db)).toMatchObject({ name: given.name, timeZone: 'Europe/Amsterdam', isExample: false });
	expect(await actorOf(db, personId, STORY_DAY)).toMatchObject({ name: 'Fenna de Vries', roles: ['administrator'] });
	expect(await db.select().from(person)).toMatchObject([{ email: 'fenna@sportbond.example', locale: 'en' }]);
	expect(await auditLinesOf(db, personId)).toMatchObject([
		{ operation: 'access.foundAssociation', actorKind: 'visitor' }
	]);
	const cookies = await signInNow(db, personId, new Headers());
	const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
	expect((await sessionOf(db, new Headers({ cookie }))).session?.personId).toBe(personId);
});

story('an association is founded once, also by its administrator', async ({ as }) => {
	await foundAssociation(as('visitor'), given);
	for (const who of ['visitor', 'administrator', 'system'] as const) {
		await expect(foundAssociation(as(who), { ...given, email: 'b@elders.example' })).rejects.toThrow(Forbidden);
	}
});

story('a time zone that does not exist is refused beside its field, and nothing is kept', async ({ db, as }) => {
	const refused = foundAssociation(as('visitor'), { ...given, timeZone: 'Europe/Atlantis' });
	await expect(refused).rejects.toThrow(Invalid);
	await expect(refused).rejects.toThrow('timeZone: access_issue_time_zone');
	expect(await theAssociation(db)).toBeUndefined();
});

test('of several who found it at once, one does', async () => {
	const { db, as } = await freshDatabase(6);
	const attempts = Array.from({ length: 5 }, (_, at) =>
		foundAssociation(as('visitor'), { ...given, email: `person-${at}@sportbond.example` })
	);
	const outcomes = await Promise.allSettled(attempts);
	expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const outcome of outcomes) {
		if (outcome.status === 'rejected') expect([Conflict, Forbidden]).toContain((outcome.reason as Error).constructor);
	}
	expect(await db.select().from(association)).toHaveLength(1);
	expect(await db.select().from(person)).toHaveLength(1);
});
