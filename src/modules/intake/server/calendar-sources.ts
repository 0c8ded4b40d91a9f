// Calendars on the internet: fetched, read and remembered with what went wrong, so that the bureau sees when one falls silent.
import { eq, isNull } from 'drizzle-orm';
import { Invalid, invalid } from '#platform/errors.ts';
import { fetchPublic, NotFetched, readAddress, type Fetched, type Internet } from '#platform/server/fetch.ts';
import { newId } from '#platform/server/id.ts';
import type { Job } from '#platform/server/jobs.ts';
import type { Caller } from '#platform/server/operation.ts';
import { ownThings } from './own-things.ts';
import { calendarText } from './read-calendar.ts';
import { calendarSource } from './schema.ts';
import { periodOf, takeCalendar, zoneOf, type TakenIn } from './take-in.ts';

type Source = Pick<typeof calendarSource.$inferSelect, 'id' | 'name' | 'url' | 'etag'>;

/** The message that says why a calendar could not be read. */
export const problemOf = (error: unknown): string | undefined => {
	if (error instanceof NotFetched) return `intake_fetch_${error.refusal}`;
	return error instanceof Invalid ? (error.issues[0]?.code ?? 'intake_calendar_none') : undefined;
};

/** Reads a calendar that was fetched; undefined when it is as it was. Throws Invalid. */
async function readFetched(caller: Caller, source: Source, fetched: Fetched): Promise<TakenIn | undefined> {
	const now = { lastReadAt: caller.clock.now(), problem: null };
	if (fetched.isUnchanged) {
		await caller.db.update(calendarSource).set(now).where(eq(calendarSource.id, source.id));
		return undefined;
	}
	const delivery = {
		caller,
		things: await ownThings(caller),
		zone: await zoneOf(caller),
		period: await periodOf(caller),
		meeting: { title: undefined, heldOn: undefined, eventId: undefined },
		days: undefined
	};
	const way = { name: source.name, calendarSourceId: source.id };
	const taken = await takeCalendar(delivery, calendarText(fetched.bytes), way);
	await caller.db
		.update(calendarSource)
		.set({ ...now, etag: fetched.etag ?? null })
		.where(eq(calendarSource.id, source.id));
	return taken;
}

/** Fetches and reads a calendar; undefined when it is as it was. Throws NotFetched or Invalid. */
export async function readSource(caller: Caller, source: Source, internet?: Internet): Promise<TakenIn | undefined> {
	const fetched = await fetchPublic(source.url, source.etag ?? undefined, internet);
	return caller.db.transaction((db) => readFetched({ ...caller, db }, source, fetched));
}

/** A line that is an address and nothing else: of a calendar, as far as anybody can tell. */
export const isAddress = (text: string) => /^\s*(?:https?|webcals?):\/\/\S+\s*$/i.test(text);

const addressIn = (text: string, field: string): URL => {
	try {
		return readAddress(text);
	} catch {
		throw invalid(field, 'intake_fetch_address');
	}
};

/** Reads it now and keeps its address to read it again. Throws Invalid, about `field`, when it cannot be read. */
export async function followCalendar(
	caller: Caller,
	{ url, name, field = 'url' }: { url: string; name?: string | undefined; field?: string }
): Promise<{ id: string; taken: TakenIn | undefined }> {
	const { href, hostname } = addressIn(url, field);
	const [made] = await caller.db
		.insert(calendarSource)
		.values({ id: newId(), name: name ?? hostname, url: href, addedById: caller.actor.personId })
		.onConflictDoUpdate({ target: calendarSource.url, set: { stoppedAt: null, etag: null } })
		.returning();
	try {
		return { id: made!.id, taken: await readSource(caller, made!) };
	} catch (error) {
		const problem = problemOf(error);
		if (problem === undefined) throw error;
		throw invalid(field, problem, error instanceof NotFetched ? { detail: error.detail } : {});
	}
}

/** Reads every calendar that is not stopped. One that fails keeps its reason, and leaves the others alone. */
export async function readAllSources(caller: Caller, internet?: Internet): Promise<void> {
	const sources = await caller.db.select().from(calendarSource).where(isNull(calendarSource.stoppedAt));
	for (const source of sources) {
		try {
			await readSource(caller, source, internet);
		} catch (error) {
			const problem = problemOf(error);
			if (problem === undefined) throw error;
			await caller.db
				.update(calendarSource)
				.set({ problem, lastReadAt: caller.clock.now() })
				.where(eq(calendarSource.id, source.id));
		}
	}
}

export const readCalendars: Job = {
	name: 'intake.readCalendars',
	schedule: '23 * * * *',
	run: (caller) => readAllSources(caller)
};
