// Calendars on the internet: fetched, read and remembered with what went wrong, so that the bureau sees when one falls silent.
import { and, eq, isNull } from 'drizzle-orm';
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

/** Holds on to the source; whether it is still to be read: somebody may have stopped it while it was fetched. */
async function isStillFollowed({ db }: Caller, { id }: Source): Promise<boolean> {
	const [found] = await db
		.select({ id: calendarSource.id })
		.from(calendarSource)
		.where(and(eq(calendarSource.id, id), isNull(calendarSource.stoppedAt)))
		.for('update');
	return found !== undefined;
}

/** Reads a calendar that was fetched; undefined when it is as it was, or is not followed any more. Throws Invalid. */
async function readFetched(caller: Caller, source: Source, fetched: Fetched): Promise<TakenIn | undefined> {
	if (!(await isStillFollowed(caller, source))) return undefined;
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

/** Fetches and reads a calendar; undefined when there is nothing new to read. Throws NotFetched or Invalid. */
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

/** A problem of the calendar as what is wrong with the field that names it. */
function aboutField(error: unknown, field: string): never {
	const problem = problemOf(error);
	if (problem === undefined) throw error;
	throw invalid(field, problem, error instanceof NotFetched ? { detail: error.detail } : {});
}

/** What stands at an address now. Not in a transaction: it may take its time. Throws Invalid, about `field`. */
export async function fetchCalendar(url: string, field = 'url'): Promise<Fetched> {
	const { href } = addressIn(url, field);
	return fetchPublic(href).catch((error: unknown) => aboutField(error, field));
}

/** Reads what was fetched and keeps its address to read it again. Throws Invalid, about `field`, when it cannot be read. */
export async function followCalendar(
	caller: Caller,
	fetched: Fetched,
	{ url, name, field = 'url' }: { url: string; name?: string | undefined; field?: string }
): Promise<{ id: string; taken: TakenIn | undefined }> {
	const { href, hostname } = addressIn(url, field);
	const [made] = await caller.db
		.insert(calendarSource)
		.values({ id: newId(), name: name ?? hostname, url: href, addedById: caller.actor.personId })
		.onConflictDoUpdate({ target: calendarSource.url, set: { stoppedAt: null, etag: null } })
		.returning();
	const taken = await readFetched(caller, made!, fetched).catch((error: unknown) => aboutField(error, field));
	return { id: made!.id, taken };
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
				.where(and(eq(calendarSource.id, source.id), isNull(calendarSource.stoppedAt)));
		}
	}
}

export const readCalendars: Job = {
	name: 'intake.readCalendars',
	schedule: '23 * * * *',
	run: (caller) => readAllSources(caller)
};
