// Which groups and organisations organise an event, as references that must exist.
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import type { Database } from '#platform/server/database.ts';
import { checkReferences } from '#platform/server/references.ts';

type Organisers = {
	groupId?: string | undefined;
	alsoGroupIds?: readonly string[];
	organisationId?: string | undefined;
	alsoOrganisationIds?: readonly string[];
};

/** Throws Invalid for fields that name a group or organisation that does not exist. */
export const checkOrganisers = (db: Database, input: Organisers) =>
	checkReferences(db, [
		{ path: 'groupId', table: group, id: input.groupId },
		...(input.alsoGroupIds ?? []).map((id, index) => ({ path: `alsoGroupIds.${index}`, table: group, id })),
		{ path: 'organisationId', table: organisation, id: input.organisationId },
		...(input.alsoOrganisationIds ?? []).map((id, index) => ({
			path: `alsoOrganisationIds.${index}`,
			table: organisation,
			id
		}))
	]);
