// The facts that a suggestion would leave, as far as questions of the plan can tell: to say beforehand what it would count for.
import { inArray } from 'drizzle-orm';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { document } from '#modules/deliverables/server/schema.ts';
import { standingOn } from '#modules/members/server/public.ts';
import type { Fact } from '#modules/plan/targets/evaluate.ts';
import type { Day } from '#platform/day.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import type { Deed } from '../deeds.ts';
import type { DraftPayload } from '../suggestion.ts';

export type Suggested = { deed: Deed; payload: DraftPayload; happenedOn: Day };

type Standing = string;

/** What the records that suggestions refer to add to the facts. */
type Around = {
	groupOfSeries: ReadonlyMap<string, string | null>;
	groupOfChannel: ReadonlyMap<string, string | null>;
	documents: ReadonlyMap<string, typeof document.$inferSelect>;
	events: ReadonlyMap<string, typeof event.$inferSelect>;
	/** Of an organisation on a day, by both. */
	standings: ReadonlyMap<string, Standing>;
	/** Where people work, by person. */
	organisations: ReadonlyMap<string, string>;
};

const blank: Omit<Fact, 'kind' | 'id' | 'starts_on'> = {
	ends_on: null,
	state: 'done',
	organisation_id: null,
	person_id: null,
	group_id: null,
	also_group_ids: [],
	series_id: null,
	subject_id: null,
	standing: null,
	role: null,
	country: null,
	mode: null,
	tags: [],
	quantity: null,
	answers: null
};

/** Stands for a record that is not there yet. */
const NEW = 'suggested';

const fact = (values: Pick<Fact, 'kind' | 'starts_on'> & Partial<Fact>): Fact => ({
	...blank,
	id: NEW,
	ends_on: values.starts_on,
	...values
});

function eventFact(payload: DraftPayload<'event'>, state: Fact['state'], { groupOfSeries, events }: Around): Fact {
	const there = payload.eventId ? events.get(payload.eventId) : undefined;
	const seriesId = there?.seriesId ?? payload.seriesId ?? null;
	const id = payload.eventId ?? NEW;
	return fact({
		kind: 'event.done',
		id,
		subject_id: id,
		starts_on: there?.startsOn ?? payload.startsOn!,
		state,
		series_id: seriesId,
		group_id: there?.groupId ?? payload.groupId ?? (seriesId ? (groupOfSeries.get(seriesId) ?? null) : null),
		also_group_ids: there?.alsoGroupIds ?? payload.alsoGroupIds ?? [],
		organisation_id: there?.organisationId ?? payload.organisationId ?? null,
		role: there?.host ?? payload.host ?? 'ours',
		mode: there?.mode ?? payload.mode ?? null,
		country: there?.country ?? null,
		tags: there?.tags ?? []
	});
}

const standingKey = (organisationId: string, day: Day) => `${organisationId} ${day}`;

function attendanceFacts(payload: DraftPayload<'attendance'>, around: Around): Fact[] {
	const { people = [], numbers = [], ...meeting } = payload;
	const held = eventFact({ ...meeting, host: 'ours' }, 'done', around);
	const { starts_on, group_id, also_group_ids, series_id, subject_id, tags, mode } = held;
	const attended = (values: Partial<Fact>, index: number) => {
		const organisation = values.organisation_id ?? null;
		const standing = organisation ? around.standings.get(standingKey(organisation, starts_on)) : undefined;
		return fact({
			kind: 'event.attended',
			id: `${NEW} ${index}`,
			starts_on,
			group_id,
			also_group_ids,
			series_id,
			subject_id,
			tags,
			mode,
			role: 'participant',
			standing: standing ?? 'other',
			...values
		});
	};
	const named = people.map(({ personId, role }) => ({
		person_id: personId,
		role,
		organisation_id: around.organisations.get(personId) ?? null,
		quantity: 1
	}));
	const counted = numbers.map(({ quantity, organisationId }) => ({
		quantity,
		organisation_id: organisationId ?? null
	}));
	return [held, ...[...named, ...counted].map(attended)];
}

function contactFact({ organisationId, means, contactedOn }: DraftPayload<'contact'>, { standings }: Around): Fact {
	const standing = organisationId ? standings.get(standingKey(organisationId, contactedOn!)) : undefined;
	return fact({
		kind: 'contact.made',
		starts_on: contactedOn!,
		organisation_id: organisationId ?? null,
		mode: means ?? null,
		standing: standing ?? 'other'
	});
}

function factsOf({ deed, payload, happenedOn }: Suggested, around: Around): Fact[] {
	switch (deed) {
		case 'event': {
			const meeting = payload as DraftPayload<'event'>;
			return [eventFact(meeting, meeting.state ?? 'planned', around)];
		}
		case 'attendance':
			return attendanceFacts(payload as DraftPayload<'attendance'>, around);
		case 'contact':
			return [contactFact(payload as DraftPayload<'contact'>, around)];
		case 'issue': {
			const { channelId, sentOn, state, recipients } = payload as DraftPayload<'issue'>;
			const groupId = channelId ? (around.groupOfChannel.get(channelId) ?? null) : null;
			return [
				fact({
					kind: 'issue.sent',
					starts_on: sentOn!,
					subject_id: channelId ?? null,
					group_id: groupId,
					quantity: recipients ?? null,
					state: state === 'planned' ? 'planned' : 'done'
				})
			];
		}
		case 'document': {
			const { documentId } = payload as DraftPayload<'document'>;
			const there = documentId ? around.documents.get(documentId) : undefined;
			return [
				fact({
					kind: 'document.delivered',
					id: documentId ?? NEW,
					starts_on: happenedOn,
					subject_id: there?.eventId ?? there?.termId ?? null,
					group_id: there?.groupId ?? null,
					organisation_id: there?.organisationId ?? null,
					tags: there?.tags ?? []
				})
			];
		}
	}
}

const idsIn = (suggested: readonly Suggested[], name: string): string[] => [
	...new Set(
		suggested
			.flatMap(({ payload }) => (payload as Record<string, unknown>)[name] ?? [])
			.filter((id) => typeof id === 'string')
	)
];

const peopleIn = (suggested: readonly Suggested[]) => [
	...new Set(
		suggested.flatMap(({ payload }) =>
			((payload as DraftPayload<'attendance'>).people ?? []).map(({ personId }) => personId)
		)
	)
];

async function organisationsOf(db: Database, people: readonly string[]): Promise<Map<string, string>> {
	if (people.length === 0) return new Map();
	const found = await rows<{ personId: string; organisationId: string }>(
		db,
		sql`select distinct on (person_id) person_id as "personId", organisation_id as "organisationId" from affiliation
			where person_id = any(${sql.param([...people])}::uuid[]) and ends_on is null order by person_id, role`
	);
	return new Map(found.map(({ personId, organisationId }) => [personId, organisationId]));
}

async function standingsOf(db: Database, asked: readonly { id: string; day: Day }[]): Promise<Map<string, Standing>> {
	if (asked.length === 0) return new Map();
	const found = await rows<{ id: string; day: Day; standing: Standing }>(
		db,
		sql`select q.id, q.day, ${sql.raw(standingOn('q.id', 'q.day'))} as standing
			from unnest(${sql.param(asked.map(({ id }) => id))}::uuid[], ${sql.param(asked.map(({ day }) => day))}::date[]) q(id, day)`
	);
	return new Map(found.map(({ id, day, standing }) => [standingKey(id, day), standing]));
}

const whoseStanding = (suggested: readonly Suggested[], organisations: ReadonlyMap<string, string>) =>
	suggested.flatMap(({ payload, happenedOn }) => {
		const {
			organisationId,
			numbers = [],
			people = []
		} = payload as DraftPayload<'contact'> & DraftPayload<'attendance'>;
		const ids = [
			organisationId,
			...numbers.map((each) => each.organisationId),
			...people.map(({ personId }) => organisations.get(personId))
		];
		return [...new Set(ids)].flatMap((id) => (id ? [{ id, day: happenedOn }] : []));
	});

/** The facts of each suggestion, in their order. */
export async function suggestedFacts(db: Database, suggested: readonly Suggested[]): Promise<Fact[][]> {
	const events = idsIn(suggested, 'eventId');
	const documents = idsIn(suggested, 'documentId');
	const organisations = await organisationsOf(db, peopleIn(suggested));
	const around: Around = {
		groupOfSeries: new Map((await db.select().from(series)).map(({ id, groupId }) => [id, groupId])),
		groupOfChannel: new Map((await db.select().from(channel)).map(({ id, groupId }) => [id, groupId])),
		documents: new Map(
			documents.length === 0
				? []
				: (await db.select().from(document).where(inArray(document.id, documents))).map((row) => [row.id, row])
		),
		events: new Map(
			events.length === 0
				? []
				: (await db.select().from(event).where(inArray(event.id, events))).map((row) => [row.id, row])
		),
		standings: await standingsOf(db, whoseStanding(suggested, organisations)),
		organisations
	};
	return suggested.map((one) => factsOf(one, around));
}
