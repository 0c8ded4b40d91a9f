// What happened to a report: a row per deed.
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { ChangeKind } from '../words.ts';
import { reportChange } from './schema.ts';

type Change = { reportId: string; kind: ChangeKind; number?: number };

export async function remember({ db, actor, clock }: Caller, change: Change): Promise<void> {
	await db
		.insert(reportChange)
		.values({ id: newId(), ...change, on: clock.today(), at: clock.now(), byPersonId: actor.personId });
}
