// Mail to a real mail server in this process: delivered, refused, away and back, and interrupted half-way.
import { spawn } from 'node:child_process';
import type { AddressInfo, Server } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from './id.ts';
import { installation, setInstallation } from './installation.ts';
import { queueMail } from './mail.ts';
import { deliverMail, sweepMail, tryMailAgain } from './mail-delivery.ts';
import { association, outgoingMail } from './schema.ts';
import { checkout } from './settings.ts';
import { enqueuedJobs, freshDatabase, story, type Scene } from './testing.ts';

const installed = { origin: 'https://plan.example.org', secret: 'a secret for tests, 32 characters long' };

type Received = { from: string; to: string[]; text: string };

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A mail server that keeps what it gets; `rules` may refuse, `onTaken` comes just before it says that it took a mail. */
async function mailServer(rules: Partial<SMTPServerOptions> = {}, port = 0, onTaken: () => void = () => {}) {
	const received: Received[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const { mailFrom, rcptTo } = session.envelope;
				received.push({
					from: mailFrom ? mailFrom.address : '',
					to: rcptTo.map(({ address }) => address),
					text: Buffer.concat(parts).toString('utf8')
				});
				onTaken();
				done();
			});
		},
		...rules
	});
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
	onTestFinished(close);
	setInstallation({ ...installed, smtpUrl: `smtp://127.0.0.1:${portOf(server.server)}` });
	return { received, close, port: portOf(server.server) };
}

const letter = (to = 'mila@lid.example') => ({
	to,
	text: { path: 'src/platform/server/mail.test', placeholders: ['association', 'name', 'link'] },
	locale: 'nl' as const,
	values: { association: 'Vereniging Één', name: 'Mila', link: 'https://plan.example.org/sign-in/confirm?token=abc' }
});

const queue = ({ as }: Pick<Scene, 'as'>, rest: { to?: string; expiresAt?: Date } = {}) =>
	queueMail(as('system'), { ...letter(rest.to), ...(rest.expiresAt ? { expiresAt: rest.expiresAt } : {}) });

const deliver = ({ as }: Pick<Scene, 'as'>, mailId: string) => deliverMail.run(as('system'), { mailId });

const kept = async ({ db }: Pick<Scene, 'db'>, id: string) =>
	(await db.select().from(outgoingMail).where(eq(outgoingMail.id, id)))[0]!;

story('a mail arrives as it was written, and then nothing of it stays here', async (scene) => {
	const { received } = await mailServer();
	const id = await queue(scene);
	expect(await enqueuedJobs(scene.db)).toContainEqual({ name: 'platform.deliverMail', data: { mailId: id } });
	await deliver(scene, id);
	expect(received).toHaveLength(1);
	expect(received[0]).toMatchObject({ from: 'noreply@plan.example.org', to: ['mila@lid.example'] });
	const { text } = received[0]!;
	expect(text).toContain(`Message-ID: <${id}@plan.example.org>`);
	expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
	expect(text).toContain('Auto-Submitted: auto-generated');
	expect(text).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
	expect(await kept(scene, id)).toMatchObject({ recipient: '', subject: '', body: '', attempts: 1, lastError: null });
	expect((await kept(scene, id)).sentAt).not.toBeNull();
});

story('a mail goes out once, however often its job runs', async (scene) => {
	const { received } = await mailServer();
	const id = await queue(scene);
	for (let index = 0; index < 3; index++) await deliver(scene, id);
	expect(received).toHaveLength(1);
});

story('without a mail server it waits in the outbox', async (scene) => {
	setInstallation(installed);
	const id = await queue(scene);
	await deliver(scene, id);
	expect(await kept(scene, id)).toMatchObject({ sentAt: null, attempts: 0, recipient: 'mila@lid.example' });
});

story('the example sends nothing, whatever mail server is set', async (scene) => {
	const { received } = await mailServer();
	await scene.db.insert(association).values({ name: { nl: 'Voorbeeld' }, isExample: true });
	const id = await queue(scene);
	await deliver(scene, id);
	expect(received).toEqual([]);
	expect((await kept(scene, id)).sentAt).toBeNull();
});

story('while the mail server is away the mail waits, and goes out when it is back', async (scene) => {
	const { close, port } = await mailServer();
	await close();
	const id = await queue(scene);
	await expect(deliver(scene, id)).rejects.toThrow('did not take the mail');
	expect(await kept(scene, id)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1 });
	expect((await kept(scene, id)).lastError).toContain('ECONNREFUSED');
	const { received } = await mailServer({}, port);
	await deliver(scene, id);
	expect(received).toHaveLength(1);
	expect((await kept(scene, id)).attempts).toBe(2);
});

story('the error that the queue keeps says nothing of the mail', async (scene) => {
	const refuse = (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
		done(Object.assign(new Error('mailbox of mila@lid.example is busy'), { responseCode: 451 }));
	await mailServer({ onRcptTo: refuse });
	const id = await queue(scene);
	const error = await deliver(scene, id).then(
		() => undefined,
		(thrown: Error) => thrown
	);
	expect(error?.message).not.toContain('mila');
	expect((await kept(scene, id)).givenUpAt).toBeNull();
});

story('an address that is refused for good is not tried again', async (scene) => {
	let asked = 0;
	const refuse = (_address: unknown, _session: unknown, done: (error?: Error) => void) => {
		asked += 1;
		done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
	};
	await mailServer({ onRcptTo: refuse });
	const id = await queue(scene);
	await deliver(scene, id);
	await deliver(scene, id);
	expect(asked).toBe(1);
	expect((await kept(scene, id)).givenUpAt).not.toBeNull();
	expect((await kept(scene, id)).lastError).toContain('no such mailbox');
});

story('a wrong password for the mail server is ours to repair: the mail waits', async (scene) => {
	const { port } = await mailServer({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('no')) });
	setInstallation({ ...installed, smtpUrl: `smtp://user:wrong@127.0.0.1:${port}` });
	const id = await queue(scene);
	await expect(deliver(scene, id)).rejects.toThrow('EAUTH');
	expect((await kept(scene, id)).givenUpAt).toBeNull();
});

story('a link that no longer works is not sent, and is wiped a day later', async (scene) => {
	const { received } = await mailServer();
	const id = await queue(scene, { expiresAt: new Date(Date.now() - 1000) });
	await deliver(scene, id);
	expect(received).toEqual([]);
	await sweepMail.run(scene.as('system'), {});
	expect((await kept(scene, id)).recipient).toBe('mila@lid.example');
	await scene.db.update(outgoingMail).set({ expiresAt: sql`now() - interval '25 hours'` });
	await sweepMail.run(scene.as('system'), {});
	expect(await kept(scene, id)).toMatchObject({ recipient: '', body: '' });
});

story('what waits longer than a quarter of an hour is offered again; after a month nothing stays', async (scene) => {
	await mailServer();
	const [old, young] = [await queue(scene), await queue(scene)];
	await scene.db
		.update(outgoingMail)
		.set({ queuedAt: sql`now() - interval '16 minutes'` })
		.where(eq(outgoingMail.id, old));
	await scene.db.execute(sql`delete from pgboss.job`);
	await tryMailAgain.run(scene.as('system'), {});
	expect(await enqueuedJobs(scene.db)).toEqual([{ name: 'platform.deliverMail', data: { mailId: old } }]);
	await scene.db.execute(sql`delete from pgboss.job`);
	// As when a process starts: a restored backup brings mail that stands in no line.
	await tryMailAgain.run(scene.as('system'), { young: true });
	expect(new Set((await enqueuedJobs(scene.db)).map(({ data }) => data.mailId))).toEqual(new Set([old, young]));
	await scene.db
		.update(outgoingMail)
		.set({ queuedAt: sql`now() - interval '31 days'` })
		.where(eq(outgoingMail.id, old));
	await sweepMail.run(scene.as('system'), {});
	expect((await scene.db.select().from(outgoingMail)).map(({ id }) => id)).toEqual([young]);
});

story('nothing in a value or an address can add a header or a reader', async (scene) => {
	const { received } = await mailServer();
	const evil = 'Mila\r\nBcc: everyone@lid.example\r\n\r\nNow this';
	const id = await queueMail(scene.as('system'), {
		...letter(),
		values: { association: `Een\nBcc: all@lid.example`, name: evil, link: 'https://plan.example.org/' }
	});
	await deliver(scene, id);
	const [headers = ''] = received[0]!.text.split('\r\n\r\n');
	expect(headers).not.toMatch(/^Bcc/im);
	expect(headers.split('\r\n').filter((line) => /^to:/i.test(line))).toEqual(['To: mila@lid.example']);
	expect(received[0]!.to).toEqual(['mila@lid.example']);
	for (const to of [
		'a@b.example\r\nBcc: c@d.example',
		'a@b.example, c@d.example',
		'A <a@b.example>',
		'a b@c.example',
		'a',
		'',
		'"a,b"@c.example'
	]) {
		await expect(queueMail(scene.as('system'), letter(to))).rejects.toThrow('one address');
	}
});

story('a mail is there if and only if what it is about was committed', async ({ db, as }) => {
	setInstallation(installed);
	const failing = db.transaction(async (tx) => {
		await queueMail({ ...as('system'), db: tx }, letter());
		throw new Error('something else went wrong');
	});
	await expect(failing).rejects.toThrow('something else');
	expect(await db.select().from(outgoingMail)).toEqual([]);
	expect(await enqueuedJobs(db)).toEqual([]);
});

/** Another process that starts to deliver this mail. */
function deliverElsewhere(databaseUrl: string, mailId: string) {
	const { smtpUrl } = installation();
	const script = `
		import { connect } from '#platform/server/database.ts';
		import { setInstallation } from '#platform/server/installation.ts';
		import { deliverMail } from '#platform/server/mail-delivery.ts';
		setInstallation(${JSON.stringify({ ...installed, smtpUrl })});
		const { db } = connect(${JSON.stringify(databaseUrl)});
		await deliverMail.run({ db }, { mailId: ${JSON.stringify(mailId)} });`;
	return spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: checkout, stdio: 'ignore' });
}

test('killed after the mail server took the mail and before we noted it, it goes out twice, with the same Message-ID', async () => {
	const fresh = await freshDatabase(2);
	let takenOnce: (() => void) | undefined;
	const { received } = await mailServer({}, 0, () => takenOnce?.());
	const id = newId();
	await fresh.db.insert(outgoingMail).values({ id, recipient: 'mila@lid.example', subject: 'Dag', body: 'Tekst' });

	const other = deliverElsewhere(fresh.url, id);
	const ended = new Promise((resolve) => other.once('exit', (_code, signal) => resolve(signal)));
	takenOnce = () => other.kill('SIGKILL');
	expect(await ended).toBe('SIGKILL');
	expect(received).toHaveLength(1);
	expect(await kept(fresh, id)).toMatchObject({ sentAt: null, recipient: 'mila@lid.example' });

	takenOnce = undefined;
	await deliver(fresh, id);
	expect((await kept(fresh, id)).sentAt).not.toBeNull();
	expect(received.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1]?.trim())).toEqual([
		`<${id}@plan.example.org>`,
		`<${id}@plan.example.org>`
	]);
});
