// Keeps the records behind a target's keys: written with the target, read when a key must be followed or written out again.
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { factKinds, modules } from '#platform/server/module.ts';
import type { ReferenceKind } from '../plan-file-words.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { calendarsIn, referencesIn } from '../targets/references.ts';
import type { Target } from '../targets/target.ts';
import { targetCalendar, targetReference } from './links-schema.ts';
import { addRows } from './put-rows.ts';
import { calendar, planRecord } from './records-schema.ts';
import { trigger } from './schema.ts';

type ReferenceColumn = Extract<keyof typeof targetReference.$inferInsert, `${string}Id`>;

/** The column that holds the record of each kind of thing. */
export const referenceColumns = {
	group: 'groupId',
	organisation: 'organisationId',
	series: 'seriesId',
	event: 'eventId',
	channel: 'channelId',
	document: 'documentId',
	milestone: 'milestoneId',
	term: 'termId',
	measurement: 'measuredThingId',
	decision: 'decisionId',
	trigger: 'triggerId',
	question: 'planRecordId'
} as const satisfies Record<ReferenceKind, ReferenceColumn>;

export type ReferableIds = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Per kind of thing the id behind each key that a target of this plan may refer to. */
export async function referableIds(db: Database, planId: string): Promise<ReferableIds> {
	const found = new Map<string, ReadonlyMap<string, string>>();
	for (const { refersTo, all } of modules().flatMap((module) => module.referables ?? [])) {
		found.set(refersTo, new Map([...(await all(db))].map(([key, { id }]) => [key, id])));
	}
	const triggers = await db
		.select({ id: trigger.id, key: trigger.key })
		.from(trigger)
		.where(eq(trigger.planId, planId));
	found.set('trigger', new Map(triggers.map(({ key, id }) => [key, id])));
	const questions = await db
		.select({ id: planRecord.id, key: planRecord.key })
		.from(planRecord)
		.where(and(eq(planRecord.planId, planId), eq(planRecord.refersTo, 'question')));
	found.set('question', new Map(questions.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const]))));
	return found;
}

export type PromisedTarget = { promiseId: string; target: Target | null };

/** Writes the references of these targets anew; every key must exist (`checkTarget` says so beforehand). */
export async function writeTargetReferences(db: Database, planId: string, promised: readonly PromisedTarget[]) {
	if (promised.length === 0) return;
	const promiseIds = promised.map(({ promiseId }) => promiseId);
	await db.delete(targetReference).where(inArray(targetReference.promiseId, promiseIds));
	await db.delete(targetCalendar).where(inArray(targetCalendar.promiseId, promiseIds));
	const kinds = kindsForTargets(factKinds());
	const ids = await referableIds(db, planId);
	const calendars = new Map(
		(await db.select().from(calendar).where(eq(calendar.planId, planId))).map(({ key, id }) => [key, id])
	);
	const references = promised.flatMap(({ promiseId, target }) =>
		(target ? referencesIn(target, kinds) : []).map(({ refersTo, key }) => {
			const id = ids.get(refersTo)?.get(key);
			if (!id) throw new Error(`There is no ${refersTo} ${key} to refer to.`);
			return { id: newId(), promiseId, refersTo, key, [referenceColumns[refersTo]]: id };
		})
	);
	const left = promised.flatMap(({ promiseId, target }) =>
		(target ? calendarsIn(target) : []).map((key) => ({ promiseId, calendarId: calendars.get(key)! }))
	);
	await addRows(db, targetReference, references);
	await addRows(db, targetCalendar, left);
}
