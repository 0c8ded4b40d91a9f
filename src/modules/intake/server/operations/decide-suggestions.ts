// Suggestions: see them, accept, correct or refuse them.
import { asc, eq, inArray } from 'drizzle-orm';
import { Conflict } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { accept, acceptEach, refuseEach } from '../decide.ts';
import { numbersOf, recordedEvent } from '../recorded.ts';
import { suggestion } from '../schema.ts';
import {
	decidedSuggestions,
	differingSuggestions,
	openSuggestions,
	suggestionById,
	withCounts
} from '../suggestion-rows.ts';

/** Earlier days first: a meeting before who was there. */
const chosenRows = ({ db }: Pick<Caller, 'db'>, ids: readonly string[]) =>
	db
		.select()
		.from(suggestion)
		.where(inArray(suggestion.id, [...ids]))
		.orderBy(asc(suggestion.happenedOn), asc(suggestion.id));

export const listSuggestions = read({
	name: 'intake.listSuggestions',
	input: inputs.suggestionList,
	may: rules.mayTakeIn,
	run: async ({ input, ...caller }) => ({
		...(await openSuggestions(caller, input)),
		differing: await differingSuggestions(caller.db),
		decided: await decidedSuggestions(caller.db)
	})
});

/** Of attendance with the meeting of the agenda that it is of, when there is one that it can be, and whether a number was told of it. */
async function withMeeting(db: Database, { deed, payload }: typeof suggestion.$inferSelect) {
	const told = payload ?? {};
	const meeting = deed === 'attendance' && payload ? await recordedEvent(db, told) : undefined;
	if (!meeting) return told;
	return { ...told, eventId: meeting.id, hasNumbers: (await numbersOf(db, meeting.id)).length > 0 };
}

export const showSuggestion = read({
	name: 'intake.showSuggestion',
	input: inputs.suggestionId,
	subject: ({ db, actor }, { suggestionId }) => (rules.mayTakeIn(actor) ? suggestionById(db, suggestionId) : undefined),
	may: rules.mayTakeIn,
	run: async ({ subject, ...caller }) => {
		const [listed] = await withCounts(caller, [subject]);
		const { state, recordHref, saysNow } = subject;
		return { ...listed!, state, recordHref, saysNow, payload: await withMeeting(caller.db, subject) };
	}
});

/** Each becomes a record by itself; one that lacks something stays open. */
export const acceptSuggestions = operation({
	name: 'intake.acceptSuggestions',
	input: inputs.chosen,
	may: rules.mayTakeIn,
	run: async ({ input, ...caller }) => acceptEach(caller, await chosenRows(caller, input))
});

export const refuseSuggestions = operation({
	name: 'intake.refuseSuggestions',
	input: inputs.chosen,
	may: rules.mayTakeIn,
	run: async ({ input, ...caller }) => {
		const rows = await chosenRows(caller, input);
		await refuseEach(caller, rows);
		return { refused: rows.length };
	}
});

const openOnly = (row: { state: string }) => {
	if (row.state !== 'open') throw new Conflict('intake_conflict_decided');
};

/** Records it as what it really was: what the form says goes before what the source said. */
export const correctSuggestion = operation({
	name: 'intake.correctSuggestion',
	input: inputs.correction,
	subject: ({ db, actor }, { suggestionId }) => (rules.mayTakeIn(actor) ? suggestionById(db, suggestionId) : undefined),
	may: rules.mayTakeIn,
	about: (subject) => ({ kind: 'suggestion', id: subject.id }),
	run: async ({ input: { deed, payload }, subject, ...caller }) => {
		openOnly(subject);
		const told = deed === subject.deed ? { ...subject.payload, ...payload } : payload;
		return accept(caller, subject, deed, told);
	}
});

/** Somebody has seen that the source says something else now; the record is as it should be. */
export const settleDifference = operation({
	name: 'intake.settleDifference',
	input: inputs.suggestionId,
	subject: ({ db, actor }, { suggestionId }) => (rules.mayTakeIn(actor) ? suggestionById(db, suggestionId) : undefined),
	may: rules.mayTakeIn,
	about: (subject) => ({ kind: 'suggestion', id: subject.id }),
	run: async ({ db, subject }) => {
		if (subject.saysNow === null) throw new Conflict('intake_conflict_settled');
		await db.update(suggestion).set({ saysNow: null }).where(eq(suggestion.id, subject.id));
	}
});

/** Takes a refusal back. */
export const reopenSuggestion = operation({
	name: 'intake.reopenSuggestion',
	input: inputs.suggestionId,
	subject: ({ db, actor }, { suggestionId }) => (rules.mayTakeIn(actor) ? suggestionById(db, suggestionId) : undefined),
	may: rules.mayTakeIn,
	about: (subject) => ({ kind: 'suggestion', id: subject.id }),
	run: async ({ db, subject }) => {
		if (subject.state !== 'refused' || subject.payload === null) throw new Conflict('intake_conflict_decided');
		await db
			.update(suggestion)
			.set({ state: 'open', decidedAt: null, decidedById: null })
			.where(eq(suggestion.id, subject.id));
	}
});
