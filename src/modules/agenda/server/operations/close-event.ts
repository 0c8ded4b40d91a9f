// What becomes of an event: moved, cancelled, held, or opened again. Each leaves a row with who, when and why.
import { eq } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { insertNumbers } from '../attendance.ts';
import { eventCases } from '../cases.ts';
import { visibleEvent, type VisibleEvent } from '../queries.ts';
import { event, eventChange } from '../schema.ts';

const found = ({ db, actor }: Caller, { eventId }: { eventId: string }) => visibleEvent(db, actor, eventId);
const aboutEvent = (subject: { id: string }) => ({ kind: 'event', id: subject.id });
const because = ({ why }: { why?: string | undefined }) => why;

type Change = Pick<typeof eventChange.$inferInsert, 'kind' | 'fromOn' | 'toOn' | 'why'>;

const remember = ({ db, actor, clock }: Omit<Caller, 'locale'>, { id }: VisibleEvent, change: Change) =>
	db.insert(eventChange).values({ id: newId(), eventId: id, at: clock.now(), byPersonId: actor.personId, ...change });

const refuse = (reason: string | undefined) => {
	if (reason) throw new Conflict(reason);
};

export const moveEvent = operation({
	name: 'agenda.moveEvent',
	input: inputs.eventMove,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	reason: because,
	run: async ({ db, actor, clock, subject, input }) => {
		refuse(rules.cannotMove(subject));
		const { startsOn, endsOn = startsOn, startTime, endTime, why } = input;
		if (subject.startsOn !== null && !why) throw invalid('why', 'agenda_issue_why_needed');
		const times = { ...(startTime && { startTime }), ...(endTime && { endTime }) };
		await db
			.update(event)
			.set({ startsOn, endsOn, ...times })
			.where(eq(event.id, subject.id));
		await remember({ db, actor, clock }, subject, {
			kind: 'moved',
			fromOn: subject.startsOn,
			toOn: startsOn,
			why: why ?? null
		});
	}
});

export const cancelEvent = operation({
	name: 'agenda.cancelEvent',
	input: inputs.eventWithReason,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	reason: because,
	run: async ({ db, actor, clock, subject, input }) => {
		refuse(rules.cannotCancel(subject));
		await db.update(event).set({ state: 'cancelled' }).where(eq(event.id, subject.id));
		await remember({ db, actor, clock }, subject, { kind: 'cancelled', why: input.why });
	}
});

export const closeEvent = operation({
	name: 'agenda.closeEvent',
	input: inputs.eventToClose,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	run: async ({ db, actor, clock, subject, input }) => {
		refuse(rules.cannotClose(subject, clock.today()));
		await insertNumbers(db, subject.id, input.numbers);
		await db.update(event).set({ state: 'done' }).where(eq(event.id, subject.id));
		await remember({ db, actor, clock }, subject, { kind: 'done' });
	}
});

export const reopenEvent = operation({
	name: 'agenda.reopenEvent',
	input: inputs.eventWithReason,
	subject: found,
	may: rules.mayRunEvent,
	cases: eventCases,
	about: aboutEvent,
	reason: because,
	run: async ({ db, actor, clock, subject, input }) => {
		refuse(rules.cannotReopen(subject));
		await db.update(event).set({ state: 'planned' }).where(eq(event.id, subject.id));
		await remember({ db, actor, clock }, subject, { kind: 'reopened', why: input.why });
	}
});
