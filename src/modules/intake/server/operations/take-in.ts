// Bring something in: a file or a text that becomes suggestions, a calendar that is read from now on.
import { eq, isNull } from 'drizzle-orm';
import { Conflict, Invalid, invalid } from '#platform/errors.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { fetchCalendar, followCalendar, isAddress } from '../calendar-sources.ts';
import { ownThings } from '../own-things.ts';
import { calendarSource } from '../schema.ts';
import { periodOf, takeFiles, zoneOf } from '../take-in.ts';

/** Everything in it becomes suggestions; nothing counts yet. Answers what became of each file. */
export const takeIn = operation({
	name: 'intake.takeIn',
	input: inputs.dropped,
	may: rules.mayTakeIn,
	// What somebody pastes may be the address of a calendar.
	before: ({ input: { text } }) => (text && isAddress(text) ? fetchCalendar(text, 'text') : undefined),
	run: async ({ input, prepared: fetched, ...caller }) => {
		const { files, text, title, heldOn, eventId, days } = input;
		if (text && fetched) {
			const { taken } = await followCalendar(caller, fetched, { url: text, field: 'text' });
			if (files.length === 0) return { taken: taken ? [taken] : [], refused: [] };
		}
		const pasted = text && !fetched ? [new File([text], '')] : [];
		const all = [...files, ...pasted];
		if (all.length === 0) throw invalid('files', 'intake_issue_nothing_dropped');
		const delivery = {
			caller,
			things: await ownThings(caller),
			zone: await zoneOf(caller),
			period: await periodOf(caller),
			meeting: { title, heldOn, eventId },
			days
		};
		const { taken, refused } = await takeFiles(delivery, all);
		// Of one file the form itself says what is wrong, and keeps what was typed.
		if (taken.length === 0 && refused.length === 1) {
			const [first, ...more] = refused[0]!.issues;
			const isOwnField = first!.path === 'heldOn';
			throw new Invalid([{ ...first!, path: isOwnField ? 'heldOn' : pasted.length > 0 ? 'text' : 'files' }, ...more]);
		}
		return { taken, refused };
	}
});

/** Reads a calendar now, and every hour from now on. */
export const addCalendar = operation({
	name: 'intake.addCalendar',
	input: inputs.calendarAddress,
	may: rules.mayTakeIn,
	about: (_subject, result: { id: string }) => ({ kind: 'calendar_source', id: result.id }),
	before: ({ input: { url } }) => fetchCalendar(url),
	run: ({ input, prepared: fetched, ...caller }) => followCalendar(caller, fetched, input)
});

/** Does not read it any more; what was suggested stays. */
export const stopCalendar = operation({
	name: 'intake.stopCalendar',
	input: inputs.calendarId,
	subject: async ({ db }, { calendarId }) =>
		(await db.select().from(calendarSource).where(eq(calendarSource.id, calendarId)))[0],
	may: rules.mayTakeIn,
	about: (subject) => ({ kind: 'calendar_source', id: subject.id }),
	run: async ({ db, clock, subject }) => {
		if (subject.stoppedAt) throw new Conflict('intake_conflict_stopped');
		await db.update(calendarSource).set({ stoppedAt: clock.now() }).where(eq(calendarSource.id, subject.id));
	}
});

export const listCalendars = read({
	name: 'intake.listCalendars',
	input: inputs.nothing,
	may: rules.mayTakeIn,
	run: ({ db }) => db.select().from(calendarSource).where(isNull(calendarSource.stoppedAt)).orderBy(calendarSource.name)
});
