// What can be done with signing in, sessions and waiting mail.
import { anyone } from '#platform/actor.ts';
import { NotFound } from '#platform/errors.ts';
import { OTHER_PERSON, OWN_PERSON } from '#platform/personas.ts';
import { examplePersonas } from '#modules/members/personas.ts';
import { personByAddress } from '#modules/members/server/public.ts';
import { theAssociation } from '#platform/server/association.ts';
import { allowSignIn } from '#platform/server/auth.ts';
import type { Database } from '#platform/server/database.ts';
import { enqueue } from '#platform/server/jobs.ts';
import { countAttempt, linksPerAddress } from '#platform/server/limits.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import { endAllSessions, endOneSession, openSessionsOf } from '#platform/server/session.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { personasPresent, unsentMails } from './queries.ts';
import { makeLink, SEND_LINK } from './link.ts';

/**
 * Asks for a sign-in link. Known or unknown, the answer and the work are the same: one look-up and one job, so that
 * neither the words nor the time they take tell who has an account. The address itself is kept nowhere.
 */
export const requestLink = operation({
	name: 'access.requestLink',
	input: inputs.address,
	may: anyone,
	run: async ({ input, ...caller }) => {
		await countAttempt(caller.db, linksPerAddress, input.email);
		const person = await personByAddress(caller.db, input.email);
		await enqueue(caller, SEND_LINK, { personId: person?.id ?? null, locale: caller.locale, to: input.to ?? null });
	}
});

/** A link on the terminal, for whoever runs the server: the first administrator, or when mail does not work. */
export const issueLink = operation({
	name: 'access.issueLink',
	input: inputs.address,
	may: rules.mayIssueLink,
	about: (_subject, result: { personId: string; link: string }) => ({ kind: 'person', id: result.personId }),
	run: async ({ db, input, locale }) => {
		const person = await personByAddress(db, input.email);
		if (!person) throw new NotFound();
		return { personId: person.id, link: await makeLink(db, { personId: person.id, locale, to: input.to }) };
	}
});

/** Only an example has personas; in any other database there is nothing here. */
const theExample = async (db: Database) => {
	const association = await theAssociation(db);
	return association?.isExample ? association : undefined;
};

export const listPersonas = read({
	name: 'access.listPersonas',
	input: inputs.nothing,
	subject: ({ db }) => theExample(db),
	may: anyone,
	run: ({ db }) => personasPresent(db)
});

/** Answers who to be from now on; the session itself is made by better-auth (`signInNow`). */
export const takePersona = operation({
	name: 'access.takePersona',
	input: inputs.persona,
	subject: ({ db }) => theExample(db),
	may: anyone,
	about: (_subject, result: { personId: string }) => ({ kind: 'person', id: result.personId }),
	run: async ({ db, input }) => {
		const person = await personByAddress(db, examplePersonas[input.persona].email);
		if (!person) throw new NotFound();
		await allowSignIn(db, person.id);
		return { personId: person.id };
	}
});

/** `isSignedIn` has made sure that there is one. */
const ownId = ({ actor }: Pick<Caller, 'actor'>) => actor.personId ?? '';

export const listOwnSessions = read({
	name: 'access.listOwnSessions',
	input: inputs.nothing,
	may: rules.mayKeepSessions,
	run: (caller) => openSessionsOf(caller.db, ownId(caller))
});

export const endOwnSession = operation({
	name: 'access.endOwnSession',
	input: inputs.session,
	subject: async ({ db, actor }, { sessionId }) => {
		if (actor.personId === null) return undefined;
		const own = await openSessionsOf(db, actor.personId);
		return own.some(({ id }) => id === sessionId) ? { personId: actor.personId } : undefined;
	},
	may: rules.mayEndSession,
	cases: { own: { personId: OWN_PERSON }, "another's": { personId: OTHER_PERSON } },
	run: ({ db, subject, input }) => endOneSession(db, subject.personId, input.sessionId)
});

export const endAllOwnSessions = operation({
	name: 'access.endAllOwnSessions',
	input: inputs.nothing,
	may: rules.mayKeepSessions,
	run: async (caller) => ({ ended: await endAllSessions(caller.db, ownId(caller)) })
});

export const showOutbox = read({
	name: 'access.showOutbox',
	input: inputs.outbox,
	may: rules.mayReadOutbox,
	run: ({ db, input }) => unsentMails(db, input.page)
});
