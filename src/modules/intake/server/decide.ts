// Decides on suggestions: accepted they become records, each by itself; what is about the same record is settled with it.
import { and, eq, ne } from 'drizzle-orm';
import type { Day } from '#platform/day.ts';
import { Conflict, Forbidden, Invalid, NotFound, type Issue } from '#platform/errors.ts';
import { issuesOf, type Caller } from '#platform/server/operation.ts';
import { type Deed } from '../deeds.ts';
import { payloads, type DraftPayload, type Payload } from '../suggestion.ts';
import { performDeed, type Performed } from './perform-deed.ts';
import { recordedAlready } from './recorded.ts';
import { suggestion } from './schema.ts';
import { withTitle } from './with-title.ts';

type Row = typeof suggestion.$inferSelect;

const isRefusal = (error: unknown) =>
	error instanceof Invalid || error instanceof Conflict || error instanceof NotFound || error instanceof Forbidden;

async function markAccepted(
	{ db, actor, clock }: Caller,
	id: string,
	{ id: recordId, href }: Performed
): Promise<void> {
	await db
		.update(suggestion)
		.set({
			state: 'accepted',
			decidedAt: clock.now(),
			decidedById: actor.personId,
			payload: null,
			recordId,
			recordHref: href
		})
		.where(eq(suggestion.id, id));
}

type Settled = { id?: string; deed: Deed; happenedOn: Day };

/** Others that speak of the record that was just made: a calendar and an attendance list of one meeting. */
export async function settleOthers(caller: Caller, told: Settled, performed: Performed): Promise<void> {
	const deed: Deed = told.deed === 'attendance' ? 'event' : told.deed;
	const others = await caller.db
		.select()
		.from(suggestion)
		.where(
			and(
				eq(suggestion.state, 'open'),
				eq(suggestion.deed, deed),
				eq(suggestion.happenedOn, told.happenedOn),
				told.id === undefined ? undefined : ne(suggestion.id, told.id)
			)
		);
	for (const other of others) {
		const recorded = await recordedAlready(caller.db, deed, other.payload as DraftPayload);
		if (recorded?.id === performed.id && !recorded.isPlanned) await markAccepted(caller, other.id, performed);
	}
}

/** A refusal of the operation that makes the record is about the same fields. */
export async function below<Result>(deed: Promise<Result>): Promise<Result> {
	try {
		return await deed;
	} catch (error) {
		if (error instanceof Invalid) throw new Invalid(issuesBelow('payload', error.issues));
		throw error;
	}
}

const issuesBelow = (top: string, issues: readonly Issue[]): Issue[] =>
	issues.map((issue) => ({ ...issue, path: [top, issue.path].filter(Boolean).join('.') }));

/** What was told as the record needs it. Throws Invalid with paths below `payload` when something is missing. */
export async function payloadOf(caller: Caller, deed: Deed, told: Record<string, unknown>): Promise<Payload> {
	const parsed = payloads[deed].safeParse(await withTitle(caller.db, deed, told));
	if (!parsed.success) throw new Invalid(issuesBelow('payload', issuesOf(parsed.error)));
	return parsed.data;
}

/** Records one suggestion as `deed` with `told`. Throws Invalid with paths below `payload` when something is missing. */
export async function accept(caller: Caller, row: Row, deed: Deed, told: Record<string, unknown>): Promise<Performed> {
	const performed = await below(performDeed(caller, deed, await payloadOf(caller, deed, told)));
	await markAccepted(caller, row.id, performed);
	await settleOthers(caller, row, performed);
	return performed;
}

export type Decided = { accepted: number; failed: string[]; recordId: string | undefined };

/** Records each by itself: one that cannot be recorded, or that might count people twice, stays open for its form. */
export async function acceptEach(caller: Caller, rows: readonly Row[]): Promise<Decided> {
	const decided: Decided = { accepted: 0, failed: [], recordId: undefined };
	for (const { id } of rows) {
		// Another of these may have settled it already.
		const [row] = await caller.db.select().from(suggestion).where(eq(suggestion.id, id));
		if (row?.state !== 'open') {
			decided.accepted += row?.state === 'accepted' ? 1 : 0;
			continue;
		}
		try {
			const performed = await caller.db.transaction((db) =>
				accept({ ...caller, db }, row, row.deed, row.payload ?? {})
			);
			decided.accepted += 1;
			decided.recordId = performed.id;
		} catch (error) {
			if (!isRefusal(error)) throw error;
			decided.failed.push(id);
		}
	}
	return decided;
}

export async function refuseEach({ db, actor, clock }: Caller, rows: readonly Row[]): Promise<void> {
	for (const { id } of rows) {
		await db
			.update(suggestion)
			.set({ state: 'refused', decidedAt: clock.now(), decidedById: actor.personId })
			.where(and(eq(suggestion.id, id), eq(suggestion.state, 'open')));
	}
}
