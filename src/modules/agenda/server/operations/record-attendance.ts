// Who was there, by name or as numbers, and how many registered.
import { eq, sql } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { candidates, insertNumbers, insertPeople } from '../attendance.ts';
import { eventCases } from '../cases.ts';
import { visibleEvent } from '../queries.ts';
import { attendance, registrationCount } from '../schema.ts';

const found = ({ db, actor }: Caller, { eventId }: { eventId: string }) => visibleEvent(db, actor, eventId);
const aboutEvent = (subject: { id: string }) => ({ kind: 'event', id: subject.id });

/** Answers how many people by name were added; who was recorded in the same role already is not added again. */
export const recordAttendance = operation({
	name: 'agenda.recordAttendance',
	input: inputs.attendance,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	run: async ({ db, clock, subject, input }) => {
		const refusal = rules.cannotRecordAttendance(subject, clock.today());
		if (refusal) throw new Conflict(refusal);
		const added = await insertPeople(db, subject.id, subject.startsOn!, input.people);
		await insertNumbers(db, subject.id, input.numbers);
		return { added };
	}
});

export const removeAttendance = operation({
	name: 'agenda.removeAttendance',
	input: inputs.attendanceId,
	subject: async ({ db, actor }, { attendanceId }) => {
		const [row] = await db
			.select({ eventId: attendance.eventId })
			.from(attendance)
			.where(eq(attendance.id, attendanceId));
		return row && visibleEvent(db, actor, row.eventId);
	},
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	run: async ({ db, input }) => {
		await db.delete(attendance).where(eq(attendance.id, input.attendanceId));
	}
});

/** The number registered by the end of a day; a later report of the same day replaces it. */
export const recordRegistrations = operation({
	name: 'agenda.recordRegistrations',
	input: inputs.registrations,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	run: async ({ db, clock, subject, input: { countedOn, total } }) => {
		const refusal = rules.cannotRecordRegistrations(subject);
		if (refusal) throw new Conflict(refusal);
		if (countedOn > clock.today()) throw invalid('countedOn', 'agenda_issue_counted_in_future');
		await db
			.insert(registrationCount)
			.values({ id: newId(), eventId: subject.id, countedOn, total })
			.onConflictDoUpdate({
				target: [registrationCount.eventId, registrationCount.countedOn],
				set: { total: sql`excluded.total` }
			});
	}
});

/** People to record as attending, by a part of their name or of their organisation's. */
export const findPeople = read({
	name: 'agenda.findPeople',
	input: inputs.peopleToAdd,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	run: ({ db, clock, subject, input }) => candidates(db, subject.startsOn ?? clock.today(), input.q)
});
