// Reads a mail as it was saved or forwarded (.eml), however it was made: what it says of itself, its text, the calendars in it.
import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { invalid } from '#platform/errors.ts';
import { isDay, type Day } from '#platform/day.ts';
import type { ReadMail } from '../suggest-from-mail.ts';
import { wallClock } from '../wall-clock.ts';

const mostBytes = 10_000_000;
const mostText = 50_000;
const mostAddresses = 200;

export type MailWithCalendars = { mail: ReadMail; calendars: string[] };

const addressesIn = (found: readonly Address[] | undefined): string[] =>
	(found ?? [])
		.flatMap((one) => (one.group ? one.group.map(({ address }) => address) : [one.address]))
		.filter((address): address is string => Boolean(address))
		.map((address) => address.toLowerCase())
		.slice(0, mostAddresses);

/** Only its words: a mail without a plain part is a page. */
const textOfPage = (html: string) =>
	html
		.replaceAll(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
		.replaceAll(/<(br|\/p|\/div|\/tr|\/li)[^>]*>/gi, '\n')
		.replaceAll(/<[^>]{0,2000}>/g, ' ')
		.replaceAll('&nbsp;', ' ')
		.replaceAll('&amp;', '&');

const plain = (text: string, most: number) => text.replaceAll(/[^\P{Cc}\n]+/gu, ' ').slice(0, most);

/** A day that has not come cannot be the one on which it was sent: whoever made the mail says what they like. */
function sentOn({ date }: Email, zone: string, today: Day): Day {
	const moment = date === undefined ? Number.NaN : Date.parse(date);
	if (Number.isNaN(moment)) return today;
	const { day } = wallClock(new Date(moment), zone);
	return isDay(day) && day <= today ? day : today;
}

const calendarsIn = ({ attachments }: Email): string[] =>
	attachments
		.filter(({ mimeType, filename }) => mimeType === 'text/calendar' || /\.ics$/i.test(filename ?? ''))
		.map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
		.slice(0, 20);

const hashOf = (parts: readonly string[]) =>
	createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22);

const hasHeader = ({ headers }: Email, ...names: string[]) => headers.some(({ key }) => names.includes(key));

/** Reads a mail by the clock of `zone`. Throws Invalid when it is none, or too large. */
export async function readMail(bytes: Uint8Array, zone: string, today: Day): Promise<MailWithCalendars> {
	if (bytes.byteLength > mostBytes) throw invalid('file', 'too_big', { origin: 'file', maximum: mostBytes });
	let email: Email;
	try {
		email = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 500_000 });
	} catch {
		throw invalid('file', 'intake_mail_unreadable');
	}
	const [from] = addressesIn(email.from ? [email.from] : []);
	if (!from && !email.subject) throw invalid('file', 'intake_mail_unreadable');
	const subject = plain(email.subject ?? '', 300)
		.replaceAll('\n', ' ')
		.trim();
	const text = plain(email.text ?? textOfPage((email.html ?? '').slice(0, 1_000_000)), mostText);
	const day = sentOn(email, zone, today);
	const told = email.messageId?.trim();
	const id = told && told.length <= 150 ? told : hashOf([told ?? '', from ?? '', subject, day, text]);
	return {
		mail: {
			id,
			from,
			to: [...addressesIn(email.to), ...addressesIn(email.cc)],
			subject,
			sentOn: day,
			text,
			attachments: email.attachments.flatMap(({ filename }) => filename ?? []).slice(0, 50),
			isToMany:
				hasHeader(email, 'list-unsubscribe', 'list-id') ||
				/bulk|list/i.test(email.headers.find(({ key }) => key === 'precedence')?.value ?? '')
		},
		calendars: calendarsIn(email)
	};
}
