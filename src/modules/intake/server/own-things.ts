// Reads what a source may speak of: names of series, groups, channels, organisations and promised documents, people and domains.
import { document } from '#modules/deliverables/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import { series } from '#modules/agenda/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { peopleByAddress } from '#modules/members/server/public.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { theAssociation } from '#platform/server/association.ts';
import type { Caller } from '#platform/server/operation.ts';
import { domainOf } from '../recognise.ts';
import type { Things } from '../things.ts';

const namesOf = (name: Localized, ...more: (string | null)[]) =>
	[name.nl, name.en, ...more].filter((each): each is string => Boolean(each));

/** Inside the association nobody says its name: `Partos-lobbygroep` is the `lobbygroep`. */
function withoutOwnName(name: Localized, own: Localized | undefined): (string | null)[] {
	const bare = (text: string | undefined, its: string | undefined) => {
		const rest = text && its && text.toLowerCase().startsWith(its.toLowerCase()) ? text.slice(its.length) : '';
		return rest.replace(/^[^\p{L}\p{N}]+/u, '') || null;
	};
	return [bare(name.nl, own?.nl ?? own?.en), bare(name.en, own?.en ?? own?.nl)];
}

/** A key says as much as a name: `lobby-network`. */
const asWords = (key: string | null) => key?.replaceAll(/[-_.]/g, ' ') ?? null;

type Addressed = { email: string; organisationId: string | null; isBureau: boolean };

/** Where people with an address work today, and whether for the association itself. */
const addressed = (db: Database, today: string) =>
	rows<Addressed>(
		db,
		sql`select p.email, a.organisation_id as "organisationId",
				exists (select from association_role r where r.person_id = p.id and r.role in ('bureau', 'administrator')) as "isBureau"
			from person p left join affiliation a on a.person_id = p.id
				and a.starts_on <= ${today}::date and coalesce(a.ends_on, 'infinity') >= ${today}::date
			where p.email is not null`
	);

const hostOf = (website: string | null): string | undefined =>
	website !== null && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, '') : undefined;

/** The organisation behind each domain; one that several share says nothing. */
function domainsOf(told: readonly { domain: string | undefined; organisationId: string }[]): Map<string, string> {
	const found = new Map<string, Set<string>>();
	for (const { domain, organisationId } of told) {
		if (domain) found.set(domain, (found.get(domain) ?? new Set()).add(organisationId));
	}
	return new Map([...found].flatMap(([domain, ids]) => (ids.size === 1 ? [[domain, [...ids][0]!] as const] : [])));
}

export async function ownThings({ db, clock }: Pick<Caller, 'db' | 'clock'>): Promise<Things> {
	const own = (await theAssociation(db))?.name;
	const people = await addressed(db, clock.today());
	const organisations = await db.select().from(organisation);
	const allSeries = await db.select().from(series);
	const groups = await db.select().from(group);
	const channels = await db.select().from(channel);
	const documents = await db.select().from(document);
	const ownDomains = new Set(people.flatMap(({ email, isBureau }) => (isBureau ? (domainOf(email) ?? []) : [])));
	return {
		series: allSeries.map(({ id, key, name, groupId }) => ({
			id,
			names: namesOf(name, asWords(key), ...withoutOwnName(name, own)),
			groupId
		})),
		groups: groups.map(({ id, key, name }) => ({
			id,
			names: namesOf(name, asWords(key), ...withoutOwnName(name, own))
		})),
		channels: channels
			.filter(({ closedAt }) => closedAt === null)
			.map(({ id, key, name, groupId }) => ({
				id,
				names: namesOf(name, asWords(key), ...withoutOwnName(name, own)),
				groupId
			})),
		organisations: organisations.map(({ id, name, shortName }) => ({ id, names: namesOf(name, shortName) })),
		documents: documents
			.filter(({ state }) => state === 'planned')
			.map(({ id, title, key }) => ({ id, names: namesOf(title, asWords(key)) })),
		domains: domainsOf([
			...organisations.map(({ id, website }) => ({ domain: hostOf(website), organisationId: id })),
			...people.flatMap(({ email, organisationId }) =>
				organisationId ? [{ domain: domainOf(email), organisationId }] : []
			)
		]),
		people: await peopleByAddress(db),
		ownDomains,
		today: clock.today()
	};
}
