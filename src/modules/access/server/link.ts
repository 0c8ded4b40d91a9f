// The job that makes a sign-in link and mails it, outside the request that asked for it.
import { localizeHref } from '#paraglide/runtime.js';
import { say, type Locale } from '#platform/localized.ts';
import { theAssociation } from '#platform/server/association.ts';
import { allowSignIn, issueToken, LINK_MINUTES } from '#platform/server/auth.ts';
import type { Database } from '#platform/server/database.ts';
import { installation } from '#platform/server/installation.ts';
import type { Job } from '#platform/server/jobs.ts';
import { queueMail } from '#platform/server/mail.ts';
import type { Caller } from '#platform/server/operation.ts';
import { signInLink } from './mails.ts';
import { addressee } from './queries.ts';

export const SEND_LINK = 'access.sendLink';

/** The page behind the link asks for one more press: programs that look at links in mail must not use them up. */
function addressOfLink(token: string, locale: Locale, to: string | undefined): string {
	const url = new URL(localizeHref('/sign-in/confirm', { locale }), installation().origin);
	url.searchParams.set('token', token);
	if (to) url.searchParams.set('to', to);
	return url.href;
}

type Asked = { personId: string; locale: Locale; to?: string | undefined };

/** A new link for this person, who may sign in from now on. */
export async function makeLink(db: Database, { personId, locale, to }: Asked): Promise<string> {
	await allowSignIn(db, personId);
	return addressOfLink(await issueToken(db, personId), locale, to);
}

async function mailLink(caller: Caller, asked: Asked): Promise<void> {
	const { db } = caller;
	const person = await addressee(db, asked.personId);
	if (!person) return;
	const association = await theAssociation(db);
	await queueMail(caller, {
		to: person.email,
		text: signInLink,
		locale: asked.locale,
		values: {
			association: association ? say(association.name, asked.locale) : 'Schakel',
			name: person.givenName,
			link: await makeLink(db, asked)
		},
		expiresAt: new Date(Date.now() + LINK_MINUTES * 60_000)
	});
}

export const sendLink: Job = {
	name: SEND_LINK,
	// Somebody is waiting: rather ask again than get a link after minutes.
	retries: 2,
	run: async (caller, { personId, locale, to }) => {
		if (typeof personId !== 'string') return;
		const asked: Asked = {
			personId,
			locale: locale === 'en' ? 'en' : 'nl',
			to: typeof to === 'string' ? to : undefined
		};
		await caller.db.transaction((db) => mailLink({ ...caller, db }, asked));
	}
};
