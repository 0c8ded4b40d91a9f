// What was changed in a promise since the plan was adopted: when, by whom, why, what it said before and says now.
import { z } from 'zod';
import type { Day } from '#platform/day.ts';
import { read } from '#platform/server/operation.ts';
import { changeWords, type ChangeWords } from '../../change-words.ts';
import { code } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { changeNames } from '../change-names.ts';
import { planForEdit } from '../edit-plan.ts';
import { changesOf, type KeptChange } from '../history.ts';
import { visiblePromiseByCode } from '../promises.ts';
import { currentPlan } from './show-year.ts';

/** One time that somebody changed something, with everything that they changed. */
export type Deed = { id: string; on: Day; by: string | null; why: string; changes: ChangeWords[] };

/** Changes that were made in one go. */
export function deedsOf(changes: readonly KeptChange[], say: (change: KeptChange) => ChangeWords): Deed[] {
	const deeds = Map.groupBy(changes, ({ at, by, why }) => `${new Date(at).toISOString()} ${by} ${why}`);
	return [...deeds.values()].map((own) => {
		const { id, on, by, why } = own[0]!;
		return { id, on, by, why, changes: own.map(say) };
	});
}

const mostChanges = 200;

export const showHistory = read({
	name: 'plan.showHistory',
	input: z.object({ code }),
	subject: async (caller, { code }) => {
		const plan = await currentPlan(caller);
		const found = plan && (await visiblePromiseByCode(caller.db, caller.actor, plan.id, code));
		return found && { id: found.id, planId: plan.id };
	},
	may: rules.maySeeHistory,
	run: async ({ db, locale, subject }): Promise<Deed[]> => {
		const changes = await changesOf(db, { planId: subject.planId, promiseId: subject.id, limit: mostChanges });
		if (changes.length === 0) return [];
		const values = changes.flatMap(({ before, after }) => [before, after]);
		const names = await changeNames(db, locale, [await planForEdit(db, subject.planId)], values);
		return deedsOf(changes, (change) => changeWords(change, names));
	}
});
