// The names that changes of a plan are told with, from the files on both sides of them.
import { factKinds } from '#platform/server/module.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import { titlesIn, type ChangeNames } from '../change-words.ts';
import type { Raw } from '../plan-file-names.ts';
import { thingsOf, type PlaceName } from '../plan-places.ts';
import { kindsForTargets } from '../targets/expected-kinds.ts';
import { peopleIn } from './history.ts';
import { referableRecords } from './name-records.ts';

const labelsIn = (files: readonly Raw[], place: PlaceName) =>
	new Map(
		files.flatMap((file) => thingsOf(file, place).map(({ name, value }) => [name, value.label as Localized] as const))
	);

/** `values` are what the changes say: the people in them get their names. */
export async function changeNames(
	db: Database,
	locale: Locale,
	files: readonly Raw[],
	values: readonly unknown[]
): Promise<ChangeNames> {
	const records = await referableRecords(db);
	return {
		locale,
		titles: titlesIn(...files),
		people: await peopleIn(db, values),
		targets: {
			kinds: kindsForTargets(factKinds()),
			things: new Map(
				[...records].map(([refersTo, byKey]) => [refersTo, new Map([...byKey].map(([key, { name }]) => [key, name]))])
			),
			triggers: labelsIn(files, 'triggers'),
			calendars: labelsIn(files, 'calendars')
		}
	};
}
