// Remembering what became of a deliverable: who, when, why.
import { Conflict, invalid } from '#platform/errors.ts';
import type { Day } from '#platform/day.ts';
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import { deliverableChange } from './schema.ts';

type Change = Omit<typeof deliverableChange.$inferInsert, 'id' | 'at' | 'byPersonId'>;

export const remember = ({ db, actor, clock }: Omit<Caller, 'locale'>, change: Change) =>
	db.insert(deliverableChange).values({ id: newId(), at: clock.now(), byPersonId: actor.personId, ...change });

export function refuse(reason: string | undefined) {
	if (reason) throw new Conflict(reason);
}

/** What has happened has happened by today. */
export function notInFuture(path: string, day: Day | undefined, today: Day) {
	if (day !== undefined && day > today) throw invalid(path, 'deliverables_issue_in_future');
}

/** What only a group sees must be of a group. */
export function groupFits(visibility: string, groupId: string | null | undefined) {
	if (visibility === 'group' && !groupId) throw invalid('groupId', 'deliverables_issue_group_needed');
}
