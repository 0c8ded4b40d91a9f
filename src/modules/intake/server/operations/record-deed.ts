// Record what happened, by hand and in as few words as can be; and what it counts for.
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { deedChoices } from '../choices.ts';
import { recordByHand } from '../record-by-hand.ts';
import { recordedWithCounts } from '../what-it-counts-for.ts';

/** Answers the record that was made. */
export const recordDeed = operation({
	name: 'intake.recordDeed',
	input: inputs.deedByHand,
	may: rules.mayTakeIn,
	run: ({ input: { deed, payload }, ...caller }) => recordByHand(caller, deed, payload)
});

/** What a deed can be about. */
export const listDeedChoices = read({
	name: 'intake.listDeedChoices',
	input: inputs.choicesUntil,
	may: rules.mayTakeIn,
	run: ({ db, clock, input: { until } }) => {
		const today = clock.today();
		return deedChoices(db, until !== undefined && until > today ? until : today);
	}
});

/** Null when it left no fact: a meeting without a day. */
export const showRecorded = read({
	name: 'intake.showRecorded',
	input: inputs.recordId,
	may: rules.mayTakeIn,
	run: async ({ input, ...caller }) => (await recordedWithCounts(caller, input.recordId)) ?? null
});
