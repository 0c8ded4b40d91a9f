// Suggestions as they are shown: what, when, from where, about what, and which promises they would count for.
import { and, asc, desc, eq, inArray, isNotNull, ne, sql as condition } from 'drizzle-orm';
import { series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { document } from '#modules/deliverables/server/schema.ts';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import { askedPromises } from '#modules/plan/server/public.ts';
import { countsFor } from '#modules/plan/targets/counts-for.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { type Deed } from '../deeds.ts';
import { attendedBy, isShownOn, type DraftPayload } from '../suggestion.ts';
import { suggestedFacts } from './suggested-facts.ts';
import { suggestion } from './schema.ts';

type Row = typeof suggestion.$inferSelect;

export type CountedPromise = { code: string; title: Localized };

export type ListedSuggestion = {
	id: string;
	deed: Deed;
	happenedOn: Day;
	title: Localized;
	source: string;
	told: string;
	isSure: boolean;
	/** It is still to come. */
	isPlanned: boolean;
	/** The series, group, organisation, channel or document that it is about. */
	about: Localized | null;
	/** How many people, of attendance. */
	people: number;
	countsFor: CountedPromise[];
};

type Names = ReadonlyMap<string, Localized>;

const aboutNames = ['seriesId', 'groupId', 'organisationId', 'channelId', 'documentId'] as const;

/** Names of whatever the suggestions are about, by id. */
async function namesOf(db: Database, payloads: readonly Record<string, unknown>[]): Promise<Names> {
	const ids = [
		...new Set(payloads.flatMap((payload) => aboutNames.flatMap((name) => payload[name] ?? [])))
	] as string[];
	if (ids.length === 0) return new Map();
	const found: { id: string; name: Localized }[] = [];
	for (const table of [series, group, organisation, channel]) {
		found.push(...(await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids))));
	}
	found.push(
		...(await db.select({ id: document.id, name: document.title }).from(document).where(inArray(document.id, ids)))
	);
	return new Map(found.map(({ id, name }) => [id, name]));
}

/** With what each would count for, by today's plan. */
export async function withCounts({ db, actor, clock }: Caller, found: readonly Row[]): Promise<ListedSuggestion[]> {
	const open = found.map((row) => ({ ...row, payload: (row.payload ?? {}) as DraftPayload }));
	const names = await namesOf(
		db,
		open.map(({ payload }) => payload)
	);
	const promises = await askedPromises(db, actor, clock.today());
	const facts = await suggestedFacts(db, open);
	return open.map((row, index) => {
		const { id, deed, happenedOn, title, source, told, isSure, payload } = row;
		const aboutId = aboutNames
			.map((name) => (payload as Record<string, unknown>)[name])
			.find((each) => typeof each === 'string');
		return {
			id,
			deed,
			happenedOn,
			title,
			source,
			told,
			isSure,
			isPlanned: (payload as DraftPayload<'event'>).state === 'planned',
			about: aboutId === undefined ? null : (names.get(aboutId) ?? null),
			people: attendedBy(payload),
			countsFor: promises
				.filter(({ questions }) => countsFor(facts[index]!, questions).length > 0)
				.map(({ code, title }) => ({ code, title }))
		};
	});
}

/** Open suggestions whose day to be shown has come; those that are sure first, then by day, the last first. */
export async function openSuggestions(caller: Caller, { page, size }: { page: number; size: number }) {
	const today = caller.clock.today();
	const shown = condition`(${suggestion.happenedOn} <= ${today} or ${suggestion.deed} in ('event', 'issue'))`;
	const where = and(eq(suggestion.state, 'open'), shown);
	const [counted] = await caller.db
		.select({
			total: condition<number>`count(*)::int`,
			sure: condition<number>`(count(*) filter (where ${suggestion.isSure}))::int`
		})
		.from(suggestion)
		.where(where);
	const found = await caller.db
		.select()
		.from(suggestion)
		.where(where)
		.orderBy(desc(suggestion.isSure), desc(suggestion.happenedOn), desc(suggestion.id))
		.limit(size)
		.offset((page - 1) * size);
	return {
		suggestions: await withCounts(
			caller,
			found.filter(({ deed, happenedOn }) => isShownOn(deed, happenedOn, today))
		),
		...counted!,
		page,
		size
	};
}

/** Accepted, and told otherwise by the source since. */
export const differingSuggestions = (db: Database, limit = 50) =>
	db
		.select({
			id: suggestion.id,
			title: suggestion.title,
			happenedOn: suggestion.happenedOn,
			told: suggestion.told,
			recordHref: suggestion.recordHref,
			saysNow: suggestion.saysNow
		})
		.from(suggestion)
		.where(isNotNull(suggestion.saysNow))
		.orderBy(asc(suggestion.happenedOn), asc(suggestion.id))
		.limit(limit);

/** What was decided last, and by whom. */
export const decidedSuggestions = (db: Database, limit = 50) =>
	db
		.select({
			id: suggestion.id,
			deed: suggestion.deed,
			title: suggestion.title,
			happenedOn: suggestion.happenedOn,
			state: suggestion.state,
			decidedAt: suggestion.decidedAt,
			recordHref: suggestion.recordHref,
			canReopen: condition<boolean>`${suggestion.state} = 'refused' and ${suggestion.payload} is not null`,
			by: condition<string | null>`nullif(trim(${person.givenName} || ' ' || ${person.familyName}), '')`
		})
		.from(suggestion)
		.leftJoin(person, eq(person.id, suggestion.decidedById))
		.where(ne(suggestion.state, 'open'))
		.orderBy(desc(suggestion.decidedAt), desc(suggestion.id))
		.limit(limit);

export const suggestionById = async (db: Database, id: string) =>
	(await db.select().from(suggestion).where(eq(suggestion.id, id)))[0];
