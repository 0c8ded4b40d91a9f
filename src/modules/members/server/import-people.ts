// People from a file: by their mail address, with a position at an organisation. What the file does not speak of stays as it is.
import { and, eq } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { RowCells, RowFate } from '#platform/server/table-import.ts';
import { addAffiliation, addPerson } from './operations.ts';
import { changePerson, endAffiliation } from './operations-people.ts';
import { affiliation, organisation, person } from './schema.ts';

const roles = ['representative', 'staff'] as const;
type Role = (typeof roles)[number];

const byAddress = async (db: Database, email: string) =>
	(await db.select().from(person).where(eq(person.email, email)))[0];

type Before = Awaited<ReturnType<typeof byAddress>>;

function contentOf(cells: RowCells, before: Before) {
	return {
		givenName: cells.text('given_name') ?? before?.givenName ?? '',
		familyName: cells.text('family_name') ?? before?.familyName ?? '',
		phone: cells.has('phone') ? (cells.text('phone') ?? null) : (before?.phone ?? null),
		locale: (cells.text('locale') ?? before?.locale ?? 'nl') as 'nl' | 'en'
	};
}

/** Answers whether anything changed. */
async function takePosition(caller: Caller, cells: RowCells, personId: string): Promise<boolean> {
	const key = cells.text('organisation');
	if (!key) return false;
	const [found] = await caller.db.select({ id: organisation.id }).from(organisation).where(eq(organisation.key, key));
	if (!found) {
		cells.refuse('organisation', 'members_issue_unknown_key', { word: key });
		return false;
	}
	const role = (cells.text('role') ?? 'staff') as Role;
	const endsOn = cells.day('until');
	const [before] = await caller.db
		.select()
		.from(affiliation)
		.where(
			and(eq(affiliation.personId, personId), eq(affiliation.organisationId, found.id), eq(affiliation.role, role))
		)
		.orderBy(affiliation.startsOn);
	if (before) {
		if (!endsOn || before.endsOn === endsOn) return false;
		await endAffiliation(caller, { affiliationId: before.id, endsOn });
		return true;
	}
	const startsOn = cells.day('since') ?? caller.clock.today();
	const does = cells.localized('function');
	await addAffiliation(caller, {
		personId,
		organisationId: found.id,
		role,
		startsOn,
		...(endsOn && { endsOn }),
		...(does && { function: does })
	});
	return true;
}

/** Takes one row in, through the operations that a form would call. */
export async function takePerson(caller: Caller, cells: RowCells): Promise<RowFate | undefined> {
	const email = cells.text('email')?.toLowerCase();
	if (!email) {
		cells.refuse('email', 'platform_issue_table_needed');
		return undefined;
	}
	const before = await byAddress(caller.db, email);
	const content = contentOf(cells, before);
	let changed = false;
	let personId = before?.id;
	if (!before) personId = (await addPerson(caller, { email, ...content })).id;
	else if (Object.entries(content).some(([name, value]) => before[name as keyof typeof content] !== value)) {
		await changePerson(caller, { personId: before.id, email, ...content });
		changed = true;
	}
	changed = (await takePosition(caller, cells, personId!)) || changed;
	return before ? (changed ? 'changed' : 'same') : 'new';
}
