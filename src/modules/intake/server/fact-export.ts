// Facts as their published views have them, for whoever may see them: page after page, never all in memory.
import type { Actor } from '#platform/actor.ts';
import type { Localized } from '#platform/localized.ts';
import { factKinds } from '#platform/server/module.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { viewName, factVisibleIn } from '#platform/server/views.ts';

const pageRows = 5000;

/** All columns of a published fact. */
export const exportedColumns = [
	'kind',
	'id',
	'starts_on',
	'ends_on',
	'state',
	'organisation_id',
	'person_id',
	'group_id',
	'also_group_ids',
	'series_id',
	'subject_id',
	'standing',
	'role',
	'country',
	'mode',
	'tags',
	'quantity',
	'answers',
	'due_on',
	'first_due_on',
	'title',
	'href',
	'visibility'
] as const;

export type ExportedFact = {
	id: string;
	starts_on: string;
	also_group_ids: string[] | null;
	tags: string[] | null;
	title: Localized;
} & Record<
	Exclude<(typeof exportedColumns)[number], 'id' | 'starts_on' | 'also_group_ids' | 'tags' | 'title'>,
	string | number | null
>;

/** By kind, day and id. */
export async function* exportedFacts(db: Database, actor: Actor): AsyncGenerator<ExportedFact> {
	const columns = sql.raw(exportedColumns.map((name) => `f.${name}`).join(', '));
	for (const kind of factKinds().keys()) {
		let last: { starts_on: string; id: string } | undefined;
		for (;;) {
			const after = last ? sql`(f.starts_on, f.id) > (${last.starts_on}::date, ${last.id}::uuid)` : sql`true`;
			const page: ExportedFact[] = await rows<ExportedFact>(
				db,
				sql`select ${columns} from ${sql.identifier(viewName('fact', kind))} f
					where ${factVisibleIn(actor, 'f')} and ${after} order by f.starts_on, f.id limit ${pageRows}`
			);
			yield* page;
			if (page.length < pageRows) break;
			last = page.at(-1);
		}
	}
}
