// Signing in from the outside: who gets a link and who does not, personas only in the example, own sessions only, the outbox.
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { Forbidden, NotFound, TooMany } from '#platform/errors.ts';
import type { Actor } from '#platform/actor.ts';
import { visitor } from '#platform/actor.ts';
import { examplePersonas, personaKeys } from '#modules/members/personas.ts';
import { person } from '#modules/members/server/schema.ts';
import { allowSignIn, signInNow, useToken } from '#platform/server/auth.ts';
import { authUser } from '#platform/server/auth-schema.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { association, attempt, auditLine, outgoingMail } from '#platform/server/schema.ts';
import { enqueuedJobs, story, type Scene } from '#platform/server/testing.ts';
import { SEND_LINK, sendLink } from './link.ts';
import * as operations from './operations.ts';
import { personal } from './personal.ts';

const installed = { origin: 'https://plan.example.org', secret: 'a secret for tests, 32 characters long' };
setInstallation(installed);

const found = (db: Database, isExample = false) =>
	db.insert(association).values({ name: { nl: 'Vereniging', en: 'Association' }, isExample });

async function somebody(db: Database, email = 'mila@lid.example', givenName = 'Mila') {
	const id = newId();
	await db.insert(person).values({ id, givenName, familyName: 'Staff', email });
	return id;
}

const signedIn = (personId: string): Actor => ({ ...visitor, kind: 'person', personId });

/** Works the jobs that send links, as a worker would. */
async function sendLinks({ db, as }: Scene) {
	for (const { name, data } of await enqueuedJobs(db)) if (name === SEND_LINK) await sendLink.run(as('system'), data);
}

const mails = (db: Database) => db.select().from(outgoingMail).orderBy(outgoingMail.queuedAt);
const linkIn = (body: string) => new URL(/https:\S+/.exec(body)![0]);

story('a person whose address is known gets a link that signs them in', async (scene) => {
	const { db, as } = scene;
	await found(db);
	await somebody(db);
	await operations.requestLink(as('visitor'), { email: ' Mila@LID.example ', to: '/year?theme=climate' });
	await sendLinks(scene);
	const [mail] = await mails(db);
	expect(mail!.recipient).toBe('mila@lid.example');
	expect(mail!.expiresAt!.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000);
	const link = linkIn(mail!.body);
	expect(link.origin + link.pathname).toBe('https://plan.example.org/sign-in/confirm');
	expect(link.searchParams.get('to')).toBe('/year?theme=climate');
	expect(await useToken(db, link.searchParams.get('token')!, new Headers())).toBeDefined();
});

story('in English the mail and its link are in English', async (scene) => {
	const { db, as } = scene;
	await found(db);
	await somebody(db);
	await operations.requestLink(as('visitor', { locale: 'en' }), { email: 'mila@lid.example' });
	await sendLinks(scene);
	const [mail] = await mails(db);
	expect(linkIn(mail!.body).pathname).toBe('/en/sign-in/confirm');
	expect(mail!.subject).toBe('Your link to sign in to Association');
});

for (const locale of ['nl', 'en'] as const) {
	story(`the mail in ${locale} reads as it should`, async (scene) => {
		const { db, as } = scene;
		await found(db);
		await somebody(db);
		await operations.requestLink(as('visitor', { locale }), { email: 'mila@lid.example' });
		await sendLinks(scene);
		const [mail] = await mails(db);
		const text = `${mail!.subject}\n\n${mail!.body.replace(/token=\w+/, 'token=TOKEN')}`;
		await expect(text).toMatchFileSnapshot(`mails/expected/sign-in-link.${locale}.txt`);
	});
}

story('who is not known gets the same answer, and no mail', async (scene) => {
	const { db, as } = scene;
	await found(db);
	await somebody(db);
	const [known, unknown] = [
		await operations.requestLink(as('visitor'), { email: 'mila@lid.example' }),
		await operations.requestLink(as('visitor'), { email: 'nobody@lid.example' })
	];
	expect(unknown).toEqual(known);
	const jobs = (await enqueuedJobs(db)).filter(({ name }) => name === SEND_LINK);
	const [one, other] = jobs.map(({ data }) => Object.keys(data).sort());
	expect(one).toEqual(['locale', 'personId', 'to']);
	expect(other).toEqual(one);
	await sendLinks(scene);
	expect((await mails(db)).map(({ recipient }) => recipient)).toEqual(['mila@lid.example']);
});

story('nowhere is kept which address somebody asked for', async (scene) => {
	const { db, as } = scene;
	await operations.requestLink(as('visitor'), { email: 'nobody@lid.example' });
	await sendLinks(scene);
	const kept = [
		await enqueuedJobs(db),
		await db.select().from(attempt),
		await db.select().from(auditLine),
		await mails(db)
	];
	expect(JSON.stringify(kept)).not.toContain('nobody');
});

story('an erased person gets no link, and is out', async (scene) => {
	const { db, as } = scene;
	const mila = await somebody(db);
	await allowSignIn(db, mila);
	await signInNow(db, mila, new Headers());
	await operations.requestLink(as('visitor'), { email: 'mila@lid.example' });
	for (const record of personal) await record.erase(db, mila);
	await db.update(person).set({ email: null, erasedAt: new Date() }).where(eq(person.id, mila));
	await sendLinks(scene);
	expect(await mails(db)).toEqual([]);
	expect(await db.select().from(authUser)).toEqual([]);
});

story(
	'a mailbox is not flooded: the sixth request within a quarter of an hour is refused, known or not',
	async ({ db, as }) => {
		await somebody(db);
		for (const email of ['mila@lid.example', 'nobody@lid.example']) {
			const ask = () => operations.requestLink(as('visitor'), { email });
			for (let index = 0; index < 5; index++) await ask();
			await expect(ask()).rejects.toThrow(TooMany);
			await expect(operations.requestLink(as('visitor'), { email: email.toUpperCase() })).rejects.toThrow(TooMany);
		}
	}
);

story('what is no address is refused, and a way to another site is left out', async (scene) => {
	const { db, as } = scene;
	await somebody(db);
	for (const email of [
		'',
		'mila',
		'mila@',
		'a@b.example,c@d.example',
		'a@b.example\nBcc: c@d.example',
		`${'x'.repeat(300)}@b.example`
	]) {
		await expect(operations.requestLink(as('visitor'), { email })).rejects.toThrow('email');
	}
	for (const to of [
		'//elsewhere.example',
		'/\\elsewhere.example',
		'https://elsewhere.example',
		'javascript:alert(1)',
		'/\t/x'
	]) {
		await db.delete(attempt);
		await operations.requestLink(as('visitor'), { email: 'mila@lid.example', to });
	}
	await sendLinks(scene);
	for (const { body } of await mails(db)) expect(linkIn(body).searchParams.get('to')).toBeNull();
});

story('whoever runs the server can make a link on the terminal; nobody else can', async ({ db, as }) => {
	const mila = await somebody(db);
	const { personId, link } = await operations.issueLink(as('system'), { email: 'mila@lid.example' });
	expect(personId).toBe(mila);
	expect(await useToken(db, linkIn(link).searchParams.get('token')!, new Headers())).toBeDefined();
	await expect(operations.issueLink(as('system'), { email: 'nobody@lid.example' })).rejects.toThrow(NotFound);
	await expect(operations.issueLink(as('administrator'), { email: 'mila@lid.example' })).rejects.toThrow(Forbidden);
});

story('in the example anyone may be a persona', async ({ db, as }) => {
	await found(db, true);
	const director = await somebody(db, examplePersonas.director.email, 'Dora');
	expect(await operations.listPersonas(as('visitor'), {})).toEqual([{ key: 'director', name: 'Dora Staff' }]);
	expect(await operations.takePersona(as('visitor'), { persona: 'director' })).toEqual({ personId: director });
	await expect(operations.takePersona(as('visitor'), { persona: 'outsider' })).rejects.toThrow(NotFound);
});

for (const [name, prepare] of [
	['an association of one’s own', (db: Database) => found(db, false)],
	['a database without an association', async () => undefined]
] as const) {
	story(`in ${name} nobody may be a persona, whoever asks`, async ({ db, as }) => {
		await prepare(db);
		for (const key of personaKeys) await somebody(db, examplePersonas[key].email);
		for (const who of ['visitor', 'administrator', 'system'] as const) {
			await expect(operations.listPersonas(as(who), {})).rejects.toThrow(NotFound);
			for (const persona of personaKeys)
				await expect(operations.takePersona(as(who), { persona })).rejects.toThrow(NotFound);
		}
		expect(await db.select().from(authUser)).toEqual([]);
	});
}

story('I see where I am signed in, and end it there or everywhere; nobody else does', async ({ db, as }) => {
	const [mila, otis] = [await somebody(db), await somebody(db, 'otis@elders.example', 'Otis')];
	for (const id of [mila, mila, otis]) {
		await allowSignIn(db, id);
		await signInNow(db, id, new Headers());
	}
	const [me, him] = [as(signedIn(mila)), as(signedIn(otis))];
	const [first, second] = await operations.listOwnSessions(me, {});
	expect(second).toBeDefined();
	await expect(operations.endOwnSession(him, { sessionId: first!.id })).rejects.toThrow(NotFound);
	await operations.endOwnSession(me, { sessionId: first!.id });
	expect((await operations.listOwnSessions(me, {})).map(({ id }) => id)).toEqual([second!.id]);
	expect(await operations.endAllOwnSessions(me, {})).toEqual({ ended: 1 });
	expect(await operations.listOwnSessions(him, {})).toHaveLength(1);
	const lines = await db.select({ operation: auditLine.operation }).from(auditLine).where(eq(auditLine.actorId, mila));
	expect(lines.map(({ operation }) => operation)).toEqual(['access.endOwnSession', 'access.endAllOwnSessions']);
});

story('a visitor has no sessions to see or end', async ({ as }) => {
	await expect(operations.listOwnSessions(as('visitor'), {})).rejects.toThrow(Forbidden);
	await expect(operations.endAllOwnSessions(as('visitor'), {})).rejects.toThrow(Forbidden);
	await expect(operations.endOwnSession(as('visitor'), { sessionId: newId() })).rejects.toThrow(NotFound);
});

story('administrators see what did not go out, and its text only when there is no mail server', async (scene) => {
	const { db, as } = scene;
	await somebody(db);
	await operations.requestLink(as('visitor'), { email: 'mila@lid.example' });
	await sendLinks(scene);
	const shown = await operations.showOutbox(as('administrator'), {});
	expect(shown).toMatchObject({
		hasMailServer: false,
		total: 1,
		mails: [{ recipient: 'mila@lid.example', state: 'waiting' }]
	});
	expect(shown.mails[0]!.body).toContain('token=');
	setInstallation({ ...installed, smtpUrl: 'smtp://127.0.0.1:1' });
	expect((await operations.showOutbox(as('administrator'), {})).mails[0]!.body).toBeNull();
	setInstallation(installed);
	for (const who of ['visitor', 'bureau', 'board member', "member's staff"] as const) {
		await expect(operations.showOutbox(as(who), {})).rejects.toThrow(Forbidden);
	}
});
