// Whether what an input refers to exists, so that a wrong id is an error beside its field and not a fault of the database.
import { inArray } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { Invalid } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';

async function unknown(
	db: Database,
	table: PgTable & { id: AnyPgColumn },
	ids: readonly string[]
): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const found = await db
		.select({ id: table.id })
		.from(table)
		.where(inArray(table.id, [...ids]));
	const known = new Set(found.map(({ id }) => id));
	return new Set(ids.filter((id) => !known.has(id)));
}

export const unknownOrganisations = (db: Database, ids: readonly string[]) => unknown(db, organisation, ids);
export const unknownGroups = (db: Database, ids: readonly string[]) => unknown(db, group, ids);

type Organisers = {
	groupId?: string | undefined;
	alsoGroupIds?: readonly string[];
	organisationId?: string | undefined;
	alsoOrganisationIds?: readonly string[];
};

/** Throws Invalid with a line per field that names a group or organisation that does not exist. */
export async function checkOrganisers(db: Database, input: Organisers) {
	const groups = await unknownGroups(db, [input.groupId ?? [], input.alsoGroupIds ?? []].flat());
	const organisations = await unknownOrganisations(
		db,
		[input.organisationId ?? [], input.alsoOrganisationIds ?? []].flat()
	);
	const wrong = [
		['groupId', groups.has(input.groupId ?? '')],
		['alsoGroupIds', (input.alsoGroupIds ?? []).some((id) => groups.has(id))],
		['organisationId', organisations.has(input.organisationId ?? '')],
		['alsoOrganisationIds', (input.alsoOrganisationIds ?? []).some((id) => organisations.has(id))]
	] as const;
	const issues = wrong.flatMap(([path, isWrong]) =>
		isWrong ? [{ path, code: 'agenda_issue_unknown', params: {} }] : []
	);
	if (issues.length > 0) throw new Invalid(issues);
}
