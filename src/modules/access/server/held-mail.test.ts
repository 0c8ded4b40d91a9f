// Mail that a restored backup brought along stays here until an administrator says what becomes of it.
import { eq, sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished } from 'vitest';
import type { AddressInfo } from 'node:net';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { queueMail } from '#platform/server/mail.ts';
import { deliverMail, tryMailAgain } from '#platform/server/mail-delivery.ts';
import { outgoingMail } from '#platform/server/schema.ts';
import { enqueuedJobs, story, type Scene } from '#platform/server/testing.ts';
import { showOutbox } from './operations.ts';
import { dropMail, listHeldMail, releaseMail } from './operations-held-mail.ts';

/** A mail server that counts. */
async function mailServer() {
	const taken: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, { envelope }, done) => {
			stream.resume();
			taken.push(...envelope.rcptTo.map(({ address }) => address));
			stream.on('end', () => done());
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
	const { port } = server.server.address() as AddressInfo;
	const origin = 'https://plan.example.org';
	setInstallation({ origin, secret: 'a secret for tests, 32 characters long', smtpUrl: `smtp://127.0.0.1:${port}` });
	return taken;
}

/** A mail as a restore leaves it. */
async function heldMail({ as, db }: Scene, to: string): Promise<string> {
	const text = { path: 'src/platform/server/mail.test', placeholders: ['association', 'name', 'link'] };
	const values = { association: 'Vereniging', name: 'Mila', link: 'https://plan.example.org' };
	const id = await queueMail(as('system'), { to, text, locale: 'nl', values });
	await db
		.update(outgoingMail)
		.set({ heldAt: sql`clock_timestamp()` })
		.where(eq(outgoingMail.id, id));
	return id;
}

story('held mail does not go out by itself, is let go one by one, and dropped', async (scene) => {
	const { as } = scene;
	const taken = await mailServer();
	const [first, second] = [await heldMail(scene, 'mila@lid.example'), await heldMail(scene, 'noor@lid.example')];
	const waiting = (await enqueuedJobs(scene.db)).length;
	await tryMailAgain.run(as('system'), { young: true });
	expect(await enqueuedJobs(scene.db)).toHaveLength(waiting);
	await deliverMail.run(as('system'), { mailId: first });
	expect(taken).toEqual([]);
	expect(await listHeldMail(as('administrator'), {})).toMatchObject([{ id: first }, { id: second }]);
	expect(await showOutbox(as('administrator'), {})).toMatchObject({
		held: 2,
		mails: [{ state: 'held' }, { state: 'held' }]
	});

	expect(await releaseMail(as('administrator'), { mailId: first })).toEqual({ mails: 1 });
	expect(await enqueuedJobs(scene.db)).toHaveLength(waiting + 1);
	await deliverMail.run(as('system'), { mailId: first });
	expect(taken).toEqual(['mila@lid.example']);
	await expect(releaseMail(as('administrator'), { mailId: first })).rejects.toThrow(Conflict);
	expect(await dropMail(as('administrator'), {})).toEqual({ mails: 1 });
	await deliverMail.run(as('system'), { mailId: second });
	expect(taken).toEqual(['mila@lid.example']);
	expect(await listHeldMail(as('administrator'), {})).toEqual([]);
	await expect(dropMail(as('administrator'), {})).rejects.toThrow(Conflict);
});

story('only an administrator says what becomes of it', async (scene) => {
	const mailId = await heldMail(scene, 'mila@lid.example');
	for (const who of ['bureau', 'board member', 'visitor'] as const) {
		await expect(listHeldMail(scene.as(who), {})).rejects.toThrow(Forbidden);
		await expect(releaseMail(scene.as(who), { mailId })).rejects.toThrow(Forbidden);
		await expect(dropMail(scene.as(who), { mailId })).rejects.toThrow(Forbidden);
	}
});
