// What is read about signing in; reached only through operations and jobs.
import { count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { person } from '#modules/members/server/schema.ts';
import { examplePersonas, personaKeys, type PersonaKey } from '#modules/members/personas.ts';
import type { Database } from '#platform/server/database.ts';
import { mailServerOf } from '#platform/server/mail-delivery.ts';
import { outgoingMail } from '#platform/server/schema.ts';

/** Whom a sign-in link goes to: the address as it is kept, never as somebody typed it. Undefined once erased. */
export async function addressee(db: Database, personId: string) {
	const [found] = await db
		.select({ email: person.email, givenName: person.givenName })
		.from(person)
		.where(eq(person.id, personId));
	return found?.email ? { email: found.email, givenName: found.givenName } : undefined;
}

export type ListedPersona = { key: PersonaKey; name: string };

/** The personas that this example really has, in the order of the list. */
export async function personasPresent(db: Database): Promise<ListedPersona[]> {
	const addresses = Object.values(examplePersonas).map(({ email }) => email);
	const people = await db
		.select({ email: person.email, givenName: person.givenName, familyName: person.familyName })
		.from(person)
		.where(inArray(person.email, addresses));
	return personaKeys.flatMap((key) => {
		const found = people.find(({ email }) => email === examplePersonas[key].email);
		return found ? [{ key, name: `${found.givenName} ${found.familyName}` }] : [];
	});
}

export const pageSize = 25;

export type UnsentMail = {
	id: string;
	queuedAt: Date;
	recipient: string;
	subject: string;
	/** Only when there is no mail server: then the outbox is how mail reaches people. */
	body: string | null;
	state: 'waiting' | 'held' | 'expired' | 'given up';
	attempts: number;
	lastError: string | null;
};

/** One page of the mail that has not gone out, the newest first. */
export async function unsentMails(db: Database, page: number) {
	const hasMailServer = (await mailServerOf(db)) !== undefined;
	const isUnsent = isNull(outgoingMail.sentAt);
	const [counted] = await db
		.select({ total: count(), held: count(outgoingMail.heldAt) })
		.from(outgoingMail)
		.where(isUnsent);
	const found = await db
		.select()
		.from(outgoingMail)
		.where(isUnsent)
		.orderBy(desc(outgoingMail.queuedAt), desc(outgoingMail.id))
		.limit(pageSize)
		.offset((page - 1) * pageSize);
	const now = new Date();
	const mails = found.map(
		({ id, queuedAt, recipient, subject, body, attempts, lastError, expiresAt, givenUpAt, heldAt }): UnsentMail => {
			const stands = heldAt ? 'held' : 'waiting';
			const state = givenUpAt ? 'given up' : expiresAt && expiresAt < now ? 'expired' : stands;
			return { id, queuedAt, recipient, subject, body: hasMailServer ? null : body, state, attempts, lastError };
		}
	);
	return { hasMailServer, mails, total: counted?.total ?? 0, held: counted?.held ?? 0, page, pageSize };
}
