// The list of events, and one event with what is known of it.
import { anyone } from '#platform/actor.ts';
import { read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { attendanceCounts, attendanceRows, attendedTotal, changesOf, registrationsOf } from '../attendance.ts';
import { eventCases } from '../cases.ts';
import { eventList, organisersOf, visibleEvent, visibleSeries, type VisibleEvent } from '../queries.ts';

export const listEvents = read({
	name: 'agenda.listEvents',
	input: inputs.eventList,
	may: anyone,
	run: async ({ db, actor, clock, input }) => ({ ...(await eventList(db, actor, clock.today(), input)), asked: input })
});

/** Why each deed cannot be done now, as the key of a message; undefined where it can. */
const refusals = (event: VisibleEvent, today: string) => ({
	change: rules.cannotChange(event),
	move: rules.cannotMove(event),
	cancel: rules.cannotCancel(event),
	close: rules.cannotClose(event, today),
	reopen: rules.cannotReopen(event),
	attendance: rules.cannotRecordAttendance(event, today),
	registrations: rules.cannotRecordRegistrations(event)
});

export const showEvent = read({
	name: 'agenda.showEvent',
	input: inputs.eventId,
	subject: ({ db, actor }, { eventId }) => visibleEvent(db, actor, eventId),
	may: rules.maySeeEvent,
	cases: eventCases,
	run: async ({ db, actor, clock, subject }) => {
		const today = clock.today();
		const runs = rules.mayRunEvent(actor, subject);
		const changes = await changesOf(db, subject.id);
		const series = subject.seriesId ? await visibleSeries(db, actor, subject.seriesId) : undefined;
		return {
			event: subject,
			isToRoundOff: rules.isToRoundOff(subject, today),
			series: series ? { id: series.id, name: series.name } : null,
			...(await organisersOf(db, subject)),
			attended: await attendedTotal(db, subject.id),
			counts: await attendanceCounts(db, subject.id),
			/** Null for who may only see numbers. */
			attendance: rules.maySeeNames(actor, subject) ? await attendanceRows(db, subject.id) : null,
			registrations: await registrationsOf(db, subject.id),
			changes: runs ? changes : changes.map((change) => ({ ...change, by: null })),
			may: { run: runs },
			cannot: refusals(subject, today)
		};
	}
});
