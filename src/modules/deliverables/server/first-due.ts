// The day on which something was first due: before it was put off. In SQL, as the views, the lists and the pages ask it.
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Day } from '#platform/day.ts';
import type { PromisedKind } from '../rules.ts';

/** Of the document, milestone or decision under the alias `alias`; the day it is due on when it was never put off. */
export const firstDue = (kind: PromisedKind, alias: string) =>
	`coalesce((select first.from_on from deliverable_change first where first.${kind}_id = ${alias}.id and first.kind = 'postponed'
		and first.from_on is not null order by first.at, first.id limit 1), ${alias}.due_on)`;

export async function firstDueOn(db: Database, kind: PromisedKind, id: string): Promise<Day | null> {
	const [found] = await rows<{ on: Day | null }>(
		db,
		sql`select ${sql.raw(firstDue(kind, 'd'))} as "on" from ${sql.identifier(kind)} d where d.id = ${id}`
	);
	return found?.on ?? null;
}
