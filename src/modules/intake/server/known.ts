// What rows from outside may refer to, read once per file.
import { peopleByAddress } from '#modules/members/server/public.ts';
import type { DayOrder } from '#platform/cells.ts';
import { factKinds, modules } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Known } from '../read-fact.ts';

type Told = { source: string | undefined; dayOrder: DayOrder | undefined };

export async function knownThings({ db, clock }: Pick<Caller, 'db' | 'clock'>, told: Told): Promise<Known> {
	const ids = new Map<string, ReadonlyMap<string, string>>();
	for (const { refersTo, all } of modules().flatMap(({ referables }) => referables ?? [])) {
		ids.set(refersTo, new Map([...(await all(db))].map(([key, { id }]) => [key, id])));
	}
	return { kinds: factKinds(), ids, people: await peopleByAddress(db), today: clock.today(), ...told };
}
