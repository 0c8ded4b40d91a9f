// Remembering what became of a task: who, on which day, why.
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import { taskChange } from './schema.ts';

type Change = Omit<typeof taskChange.$inferInsert, 'id' | 'changedOn' | 'byPersonId'>;

export const remember = ({ db, actor, clock }: Omit<Caller, 'locale'>, change: Change) =>
	db.insert(taskChange).values({ id: newId(), changedOn: clock.today(), byPersonId: actor.personId, ...change });

export function refuse(reason: string | undefined) {
	if (reason) throw new Conflict(reason);
}
