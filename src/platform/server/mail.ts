// Mail out: texts with placeholders become a mail in the outbox, in the caller's own transaction; a job delivers it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '#platform/localized.ts';
import { newId } from './id.ts';
import { enqueue } from './jobs.ts';
import type { Caller } from './operation.ts';
import { outgoingMail } from './schema.ts';
import { checkout } from './settings.ts';

export const DELIVER_MAIL = 'platform.deliverMail';
export const TRY_MAIL_AGAIN = 'platform.tryMailAgain';

/**
 * A mail as text files, one per language: `<path>.nl.txt` and `<path>.en.txt`, the path from the top of the checkout.
 * The first line is the subject, the second is empty, the rest is the text. `{name}` stands for a value.
 */
export type MailText = { path: string; placeholders: readonly string[] };

export type RenderedMail = { subject: string; body: string };

/** A value stands on one line: what somebody typed can start neither a header nor a paragraph of its own. */
const onOneLine = (value: string) => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const fill = (text: string, values: Readonly<Record<string, string>>) =>
	text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`The mail has ${placeholder}, and no value was given for it.`);
		return onOneLine(value);
	});

/** The mail in one language with its values filled in. */
export async function renderMail(
	{ path, placeholders }: MailText,
	locale: Locale,
	values: Readonly<Record<string, string>>
): Promise<RenderedMail> {
	const missing = placeholders.filter((name) => values[name] === undefined);
	if (missing.length > 0) throw new Error(`No value was given for ${missing.join(', ')}.`);
	const text = await readFile(join(checkout, `${path}.${locale}.txt`), 'utf8');
	const [subject = '', empty, ...body] = text.split('\n');
	if (empty !== '') throw new Error(`${path}.${locale}.txt: the line after the subject must be empty.`);
	return { subject: fill(subject, values), body: fill(body.join('\n'), values) };
}

type Letter = {
	/** One mail address, nothing around it. */
	to: string;
	text: MailText;
	locale: Locale;
	values: Readonly<Record<string, string>>;
	/** After this moment it is not sent any more. */
	expiresAt?: Date;
};

// No spaces, commas, brackets, quotes or control characters: an address that can be read as one address only.
const oneAddress = /^[^\s@<>()[\],;:"\\\p{Cc}]+@[^\s@<>()[\],;:"\\\p{Cc}]+$/u;

/** Puts a mail in the outbox. It goes out if and only if the caller's transaction commits. */
export async function queueMail(caller: Caller, { to, text, locale, values, expiresAt }: Letter): Promise<string> {
	if (!oneAddress.test(to)) throw new Error('A mail goes to one address, written plainly.');
	const { subject, body } = await renderMail(text, locale, values);
	const id = newId();
	await caller.db.insert(outgoingMail).values({ id, recipient: to, subject, body, expiresAt: expiresAt ?? null });
	await enqueue(caller, DELIVER_MAIL, { mailId: id });
	return id;
}
