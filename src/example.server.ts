// Fills an empty database with the example year: the real plan of 2022 and an invented year around it, made through the operations.
import { join } from 'node:path';
import { modules } from '#platform/server/module.ts';
import { pinnedClock } from '#platform/clock.ts';
import { system } from '#platform/actor.ts';
import type { Database } from '#platform/server/database.ts';
import { association } from '#platform/server/schema.ts';
import { checkout } from '#platform/server/settings.ts';
import { openStory } from '#platform/server/story.ts';

/** The day on which the example is read: two thirds of the year are over. */
export const exampleDay = '2022-08-31';

/** All or nothing: a load that is broken off leaves the database as empty as it was. */
export async function loadExample(db: Database): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.insert(association).values({
			name: { nl: 'Partos', en: 'Partos' },
			pinnedToday: exampleDay,
			isExample: true
		});
		const caller = { db: tx, actor: system, clock: pinnedClock(exampleDay), locale: 'nl' as const };
		const story = openStory(caller, join(checkout, 'examples/partos-2022'), exampleDay);
		for (const module of modules()) await module.prepareExample?.(caller, story);
		for (const module of modules()) await module.example?.(caller, story);
	});
}
