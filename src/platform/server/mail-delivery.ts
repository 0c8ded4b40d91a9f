// Jobs that bring mail from the outbox to the mail server, try again when that fails, and clear the outbox.
//
// At least once: a mail is marked as sent in the transaction that holds its row while it is handed over. When the process
// dies between the mail server's "accepted" and our commit, the mail goes out a second time, with the same Message-ID,
// by which many mail programs show it once. The other order would lose mail.
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { theAssociation } from './association.ts';
import type { Database } from './database.ts';
import { installation } from './installation.ts';
import type { Job } from './jobs.ts';
import { enqueue } from './jobs.ts';
import { logLine } from './log.ts';
import { DELIVER_MAIL, TRY_MAIL_AGAIN } from './mail.ts';
import { outgoingMail } from './schema.ts';

type Mail = typeof outgoingMail.$inferSelect;

const TIMEOUT_MS = 20_000;
const DAYS_OF_TRYING = 3;
const DAYS_IN_OUTBOX = 30;

async function handOver(mail: Mail, smtpUrl: string): Promise<void> {
	const { origin, mailFrom } = installation();
	const transport = createTransport({
		url: smtpUrl,
		connectionTimeout: TIMEOUT_MS,
		greetingTimeout: TIMEOUT_MS,
		socketTimeout: TIMEOUT_MS,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	try {
		await transport.sendMail({
			from: mailFrom,
			// As an object it is taken for one address, whatever stands in it.
			to: { name: '', address: mail.recipient },
			subject: mail.subject,
			text: mail.body,
			messageId: `<${mail.id}@${new URL(origin).hostname}>`,
			date: mail.queuedAt,
			headers: { 'Auto-Submitted': 'auto-generated' }
		});
	} finally {
		transport.close();
	}
}

const responseCodeOf = (error: unknown) =>
	error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
		? error.responseCode
		: undefined;

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** RFC 5321 §4.2.1: 5yz is refused for good. Not when we could not sign in (535): that is ours to repair. */
const isForGood = (error: unknown) => {
	const response = responseCodeOf(error);
	return response !== undefined && response >= 500 && codeOf(error) !== 'EAUTH';
};

const tooOld = ({ queuedAt }: Mail) => Date.now() - queuedAt.getTime() > DAYS_OF_TRYING * 86_400_000;

async function noteFailure(db: Database, mail: Mail, error: unknown): Promise<void> {
	const reason = [codeOf(error), responseCodeOf(error)].filter((part) => part !== undefined).join(' ');
	logLine('warning', DELIVER_MAIL, { mail: mail.id, reason, attempt: mail.attempts + 1 });
	await db
		.update(outgoingMail)
		.set({
			attempts: mail.attempts + 1,
			lastError: (error instanceof Error ? error.message : String(error)).slice(0, 500),
			givenUpAt: isForGood(error) || tooOld(mail) ? new Date() : null
		})
		.where(eq(outgoingMail.id, mail.id));
}

/** Of a mail that went out nothing stays but that it went out: no address, no text. */
const noteSuccess = (db: Database, mail: Mail) =>
	db
		.update(outgoingMail)
		.set({ sentAt: new Date(), attempts: mail.attempts + 1, lastError: null, recipient: '', subject: '', body: '' })
		.where(eq(outgoingMail.id, mail.id));

const due = and(
	isNull(outgoingMail.sentAt),
	isNull(outgoingMail.givenUpAt),
	isNull(outgoingMail.heldAt),
	or(isNull(outgoingMail.expiresAt), gt(outgoingMail.expiresAt, sql`clock_timestamp()`))
);

/** Sends one mail unless it was sent, another worker is busy with it, or it makes no sense any more. Answers why it failed. */
async function deliver(db: Database, mailId: string, smtpUrl: string): Promise<unknown> {
	return db.transaction(async (tx) => {
		const [mail] = await tx
			.select()
			.from(outgoingMail)
			.where(and(eq(outgoingMail.id, mailId), due))
			.for('update', { skipLocked: true });
		if (!mail) return undefined;
		try {
			await handOver(mail, smtpUrl);
		} catch (error) {
			await noteFailure(tx, mail, error);
			return isForGood(error) ? undefined : error;
		}
		await noteSuccess(tx, mail);
		return undefined;
	});
}

/**
 * The mail server, when there is one. The example never sends mail: anybody may be its administrator there, and with that
 * could have mail sent to anybody.
 */
export async function mailServerOf(db: Database): Promise<string | undefined> {
	const { smtpUrl } = installation();
	if (!smtpUrl || (await theAssociation(db))?.isExample) return undefined;
	return smtpUrl;
}

export const deliverMail: Job = {
	name: DELIVER_MAIL,
	// With doubling pauses this is some ten minutes; after that `tryMailAgain` takes over.
	retries: 7,
	run: async ({ db }, { mailId }) => {
		const smtpUrl = await mailServerOf(db);
		if (!smtpUrl) return;
		const failure = await deliver(db, String(mailId), smtpUrl);
		// The queue tries again what ends in an error. Ours says nothing of the mail: the queue keeps it.
		if (failure !== undefined) throw new Error(`The mail server did not take the mail (${codeOf(failure)}).`);
	}
};

/**
 * Mail that still waits after a quarter of an hour: the mail server was away for long, or there was none before. When a process
 * starts (`young`) also what waits shorter. What stands in line twice goes out once; what a restored backup brought is held.
 */
export const tryMailAgain: Job = {
	name: TRY_MAIL_AGAIN,
	schedule: '*/10 * * * *',
	run: async (caller, { young = false }) => {
		if (!(await mailServerOf(caller.db))) return;
		const longEnough = young ? undefined : lt(outgoingMail.queuedAt, sql`clock_timestamp() - interval '15 minutes'`);
		const waiting = await caller.db
			.select({ id: outgoingMail.id })
			.from(outgoingMail)
			.where(and(due, longEnough))
			.orderBy(outgoingMail.queuedAt)
			.limit(500);
		for (const { id } of waiting) await enqueue(caller, DELIVER_MAIL, { mailId: id });
	}
};

/** Expired mail loses its text and address; after a month nothing stays of any mail. */
export const sweepMail: Job = {
	name: 'platform.sweepMail',
	schedule: '41 * * * *',
	run: async ({ db }) => {
		await db
			.update(outgoingMail)
			.set({ givenUpAt: sql`clock_timestamp()`, recipient: '', body: '' })
			.where(
				and(
					isNull(outgoingMail.sentAt),
					isNotNull(outgoingMail.expiresAt),
					lt(outgoingMail.expiresAt, sql`clock_timestamp() - interval '1 day'`)
				)
			);
		await db
			.delete(outgoingMail)
			.where(lt(outgoingMail.queuedAt, sql`clock_timestamp() - make_interval(days => ${DAYS_IN_OUTBOX})`));
	}
};
