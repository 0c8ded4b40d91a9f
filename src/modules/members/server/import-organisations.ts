// Organisations from a file: by their key, with membership and ties. What the file does not speak of stays as it is.
import { and, eq, isNull } from 'drizzle-orm';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { RowCells, RowFate } from '#platform/server/table-import.ts';
import { addMembership, addOrganisation, changeOrganisation, endMembership, tieOrganisations } from './operations.ts';
import { membership, organisation, organisationTie } from './schema.ts';

type Content = {
	name: Localized;
	shortName: string | null;
	country: string | null;
	website: string | null;
	description: Localized | null;
};

const byKey = async (db: Database, key: string) =>
	(await db.select().from(organisation).where(eq(organisation.key, key)))[0];

/** What the file says, and for columns that it does not have what was there. */
function contentOf(cells: RowCells, before: Content | undefined): Content {
	const told = (column: string, value: string | undefined, kept: string | null | undefined) =>
		cells.has(column) ? (value ?? null) : (kept ?? null);
	const described = ['description', 'description_nl', 'description_en'].some(cells.has);
	return {
		name: { ...before?.name, ...cells.localized('name') },
		shortName: told('short_name', cells.text('short_name'), before?.shortName),
		country: told('country', cells.text('country')?.toUpperCase(), before?.country),
		website: told('website', cells.text('website'), before?.website),
		description: described ? (cells.localized('description') ?? null) : (before?.description ?? null)
	};
}

const plain = ({ name, shortName, country, website, description }: Content) =>
	JSON.stringify([name.nl, name.en, shortName, country, website, description?.nl, description?.en]);

/** Answers whether anything changed. */
async function takeMembership(caller: Caller, cells: RowCells, organisationId: string): Promise<boolean> {
	const startsOn = cells.day('member_since');
	const endsOn = cells.day('member_until');
	if (!startsOn) {
		if (endsOn) cells.refuse('member_since', 'platform_issue_table_needed');
		return false;
	}
	const [before] = await caller.db
		.select()
		.from(membership)
		.where(and(eq(membership.organisationId, organisationId), eq(membership.startsOn, startsOn)));
	if (!before) await addMembership(caller, { organisationId, startsOn, ...(endsOn && { endsOn }) });
	else if (!endsOn || before.endsOn === endsOn) return false;
	else await endMembership(caller, { membershipId: before.id, endsOn });
	return true;
}

const ties = [
	['partner_of', 'partner-of-member'],
	['part_of', 'part-of']
] as const;

async function takeTies(caller: Caller, cells: RowCells, organisationId: string): Promise<boolean> {
	let changed = false;
	for (const [column, kind] of ties) {
		const key = cells.text(column);
		if (!key) continue;
		const other = await byKey(caller.db, key);
		if (!other) {
			cells.refuse(column, 'members_issue_unknown_key', { word: key });
			continue;
		}
		const [before] = await caller.db
			.select({ id: organisationTie.id })
			.from(organisationTie)
			.where(
				and(
					eq(organisationTie.organisationId, organisationId),
					eq(organisationTie.otherOrganisationId, other.id),
					eq(organisationTie.kind, kind),
					isNull(organisationTie.endsOn)
				)
			);
		if (before) continue;
		await tieOrganisations(caller, { organisationId, kind, otherOrganisationId: other.id });
		changed = true;
	}
	return changed;
}

/** Takes one row in, through the operations that a form would call. */
export async function takeOrganisation(caller: Caller, cells: RowCells): Promise<RowFate | undefined> {
	const key = cells.text('key');
	if (!key) {
		cells.refuse('key', 'platform_issue_table_needed');
		return undefined;
	}
	const before = await byKey(caller.db, key);
	const content = contentOf(cells, before);
	let changed = false;
	let organisationId = before?.id;
	if (!before) organisationId = (await addOrganisation(caller, { key, ...content })).id;
	else if (plain(before) !== plain(content)) {
		await changeOrganisation(caller, { organisationId: before.id, ...content });
		changed = true;
	}
	changed = (await takeMembership(caller, cells, organisationId!)) || changed;
	changed = (await takeTies(caller, cells, organisationId!)) || changed;
	return before ? (changed ? 'changed' : 'same') : 'new';
}
