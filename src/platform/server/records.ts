// The records behind references, as the modules publish them in `search_document`.
import { refKey, type NamedRecord, type RecordRef } from '#platform/record.ts';
import { rows, sql } from './database.ts';
import type { Caller } from './operation.ts';
import { findableIn } from './views.ts';

type Asking = Pick<Caller, 'db' | 'actor' | 'clock'>;

/** The records as they are called today, by `refKey`, as far as the actor may know of them. */
export async function recordsBehind(
	{ db, actor, clock }: Asking,
	refs: readonly RecordRef[]
): Promise<Map<string, NamedRecord>> {
	if (refs.length === 0) return new Map();
	const ids = [...new Set(refs.map(({ id }) => id))];
	const kinds = [...new Set(refs.map(({ kind }) => kind))];
	const found = await rows<NamedRecord>(
		db,
		sql`select distinct on (d.kind, d.id) d.kind, d.id, d.title, d.href from search_document d
			where d.id = any (${sql.param(ids)}::uuid[]) and d.kind = any (${sql.param(kinds)}::text[])
				and ${findableIn(actor, 'd', clock.today())}
			order by d.kind, d.id`
	);
	return new Map(found.map((record) => [refKey(record), record]));
}

/** The record as it is called today; undefined when it does not exist for this actor. */
export const recordBehind = async (caller: Asking, ref: RecordRef) =>
	(await recordsBehind(caller, [ref])).get(refKey(ref));
