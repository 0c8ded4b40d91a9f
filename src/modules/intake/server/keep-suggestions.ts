// Keeps what a source suggests: once, whatever how often it is told; changed while nobody decided; nothing that is recorded already.
import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import { printOf, type Draft } from '../suggestion.ts';
import { isSettled, recordedAlready } from './recorded.ts';
import { suggestion } from './schema.ts';

export const sources = ['calendar', 'attendance', 'mail', 'mailing'] as const;
export type Source = (typeof sources)[number];

export type From = {
	source: Source;
	/** Which one, in words: the name of a calendar, of a file, the domain of a sender. */
	told: string;
	calendarSourceId?: string | undefined;
};

export type Kept = {
	/** New suggestions. */
	made: number;
	/** Told before, and the same. */
	same: number;
	/** Told before and not decided yet; it says something else now. */
	changed: number;
	/** Recorded already, so there is nothing to suggest. */
	recorded: number;
	/** Taken back by the source before anybody decided. */
	cancelled: number;
	/** Accepted before, and told otherwise now: the record stays as it is until somebody looks. */
	differs: number;
};

const none = (): Kept => ({ made: 0, same: 0, changed: 0, recorded: 0, cancelled: 0, differs: 0 });

type Row = typeof suggestion.$inferSelect;

const values = (draft: Draft) => ({
	deed: draft.deed,
	payload: draft.payload,
	print: printOf(draft),
	happenedOn: draft.happenedOn,
	title: draft.title,
	isSure: draft.isSure
});

/** The same whatever the order of its names: the database keeps its own. */
const stable = (value: unknown): string =>
	JSON.stringify(value, (_name, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
			: part
	);

const isAsBefore = (before: Row, draft: Draft) => {
	const { deed, payload, print, happenedOn, title, isSure } = before;
	return stable({ deed, payload, print, happenedOn, title, isSure }) === stable(values(draft));
};

/** What was accepted stays as it was recorded; that the source says something else now is told. */
async function keepAccepted({ db }: Caller, before: Row, draft: Draft): Promise<keyof Kept> {
	if (before.print === printOf(draft)) return 'same';
	const { title, happenedOn, isCancelled } = draft;
	await db
		.update(suggestion)
		.set({ print: printOf(draft), saysNow: { title, happenedOn, isCancelled } })
		.where(eq(suggestion.id, before.id));
	return 'differs';
}

async function keepKnown(caller: Caller, before: Row, draft: Draft): Promise<keyof Kept> {
	const { db, clock } = caller;
	if (before.state === 'accepted') return keepAccepted(caller, before, draft);
	if (before.state === 'refused') return 'same';
	if (draft.isCancelled) {
		await db
			.update(suggestion)
			.set({ state: 'refused', decidedAt: clock.now(), print: printOf(draft) })
			.where(eq(suggestion.id, before.id));
		return 'cancelled';
	}
	if (isAsBefore(before, draft)) return 'same';
	await db.update(suggestion).set(values(draft)).where(eq(suggestion.id, before.id));
	return 'changed';
}

async function keepNew({ db, clock }: Caller, from: From, draft: Draft): Promise<keyof Kept> {
	if (draft.isCancelled) return 'cancelled';
	const recorded = await recordedAlready(db, draft.deed, draft.payload);
	if (isSettled(recorded, draft.happenedOn, clock.today())) return 'recorded';
	const [made] = await db
		.insert(suggestion)
		.values({
			id: newId(),
			source: from.source,
			told: from.told.slice(0, 200),
			calendarSourceId: from.calendarSourceId ?? null,
			externalId: draft.externalId,
			...values(draft)
		})
		.onConflictDoNothing()
		.returning({ id: suggestion.id });
	return made ? 'made' : 'same';
}

/** Keeps the drafts of one source. Two with one id are one: the first. */
export async function keepSuggestions(caller: Caller, from: From, drafts: readonly Draft[]): Promise<Kept> {
	const once = [...new Map(drafts.toReversed().map((draft) => [draft.externalId, draft])).values()].toReversed();
	const kept = none();
	const ids = once.map(({ externalId }) => externalId);
	const known =
		ids.length === 0
			? []
			: await caller.db
					.select()
					.from(suggestion)
					.where(and(eq(suggestion.source, from.source), inArray(suggestion.externalId, ids)));
	const byId = new Map(known.map((row) => [row.externalId, row]));
	for (const draft of once) {
		const before = byId.get(draft.externalId);
		kept[await (before ? keepKnown(caller, before, draft) : keepNew(caller, from, draft))] += 1;
	}
	return kept;
}
