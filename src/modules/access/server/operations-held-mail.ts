// Mail that a restored backup brought along: an administrator lets it go after all, or drops it.
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { Conflict } from '#platform/errors.ts';
import { enqueue, jobsRun } from '#platform/server/jobs.ts';
import { DELIVER_MAIL } from '#platform/server/mail.ts';
import { operation, read } from '#platform/server/operation.ts';
import { outgoingMail } from '#platform/server/schema.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';

/** All that is held, or the one that is named. */
const held = (mailId: string | undefined) =>
	and(isNotNull(outgoingMail.heldAt), mailId === undefined ? undefined : eq(outgoingMail.id, mailId));

const somethingHeld = (found: readonly { id: string }[]) => {
	if (found.length === 0) throw new Conflict('access_conflict_nothing_held');
	return { mails: found.length };
};

export const listHeldMail = read({
	name: 'access.listHeldMail',
	input: inputs.nothing,
	may: rules.mayReadOutbox,
	run: ({ db }) =>
		db
			.select({
				id: outgoingMail.id,
				queuedAt: outgoingMail.queuedAt,
				recipient: outgoingMail.recipient,
				subject: outgoingMail.subject
			})
			.from(outgoingMail)
			.where(held(undefined))
			.orderBy(asc(outgoingMail.queuedAt), asc(outgoingMail.id))
});

/** A process without a queue, such as a command, leaves it to the job that looks for waiting mail every ten minutes. */
export const releaseMail = operation({
	name: 'access.releaseMail',
	input: inputs.heldMail,
	may: rules.mayReadOutbox,
	run: async ({ input: { mailId }, ...caller }) => {
		const released = await caller.db
			.update(outgoingMail)
			.set({ heldAt: null })
			.where(held(mailId))
			.returning({ id: outgoingMail.id });
		if (jobsRun()) for (const { id } of released) await enqueue(caller, DELIVER_MAIL, { mailId: id });
		return somethingHeld(released);
	}
});

export const dropMail = operation({
	name: 'access.dropMail',
	input: inputs.heldMail,
	may: rules.mayReadOutbox,
	run: async ({ db, input: { mailId } }) =>
		somethingHeld(await db.delete(outgoingMail).where(held(mailId)).returning({ id: outgoingMail.id }))
});
