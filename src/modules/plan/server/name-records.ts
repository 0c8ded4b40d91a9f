// Names a record in the plan's own lists, so that promises and targets of the plan may refer to it.
import { eq } from 'drizzle-orm';
import { channel } from '#modules/channels/server/schema.ts';
import { term } from '#modules/deliverables/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { modules } from '#platform/server/module.ts';
import type { Raw } from '../plan-file-names.ts';
import { addThing, thingOf, type PlaceName } from '../plan-places.ts';

/** In which list of the file each kind of record is named; a decision stands among the triggers. */
const lists: Readonly<Record<string, PlaceName>> = {
	organisation: 'organisations',
	group: 'groups',
	series: 'series',
	event: 'events',
	channel: 'channels',
	document: 'documents',
	milestone: 'milestones',
	measurement: 'measurements',
	term: 'terms',
	decision: 'triggers'
};

export type Records = ReadonlyMap<string, ReadonlyMap<string, { id: string; name: Localized }>>;

/** Per kind of thing everything that a plan may refer to, by key. */
export async function referableRecords(db: Database): Promise<Records> {
	const found = new Map<string, Map<string, { id: string; name: Localized }>>();
	for (const { refersTo, all } of modules().flatMap((module) => module.referables ?? []))
		found.set(refersTo, await all(db));
	return found;
}

/** Lists of the file that say what kind of group, channel or term it is. */
const withKind = { group, channel, term } as const;

async function fieldsOf(db: Database, refersTo: string, key: string, name: Localized): Promise<Raw> {
	if (refersTo === 'decision') return { key, kind: 'decision', label: name };
	if (refersTo !== 'group' && refersTo !== 'channel' && refersTo !== 'term') return { key, name };
	const table = withKind[refersTo];
	const [row] = await db.select({ kind: table.kind }).from(table).where(eq(table.key, key));
	return { key, name, kind: row?.kind };
}

/** What is not named in the plan yet and exists is added to its lists; what does not exist is left to the check of the plan. */
export async function nameRecords(
	db: Database,
	file: Raw,
	records: Records,
	references: readonly { refersTo: string; key: string }[]
): Promise<void> {
	for (const { refersTo, key } of references) {
		const list = lists[refersTo];
		const record = records.get(refersTo)?.get(key);
		if (!list || !record || thingOf(file, list, key)) continue;
		addThing(file, list, undefined, await fieldsOf(db, refersTo, key, record.name));
	}
}
