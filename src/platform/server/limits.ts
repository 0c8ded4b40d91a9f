// How often something may be tried: counted in PostgreSQL, so that it holds over all web processes and restarts.
import { createHmac } from 'node:crypto';
import { lt, sql } from 'drizzle-orm';
import { TooMany } from '#platform/errors.ts';
import { rows, type Database } from './database.ts';
import type { Job } from './jobs.ts';
import { attempt } from './schema.ts';
import { installation } from './installation.ts';

/** At most `most` times in each window of `seconds`; windows are fixed, so around a border twice as many may pass. */
export type Limit = { name: string; most: number; seconds: number };

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;

/** Asking for a sign-in link, per mail address: somebody's mailbox must not be flooded. */
export const linksPerAddress: Limit = { name: 'sign-in.address', most: 5, seconds: 15 * MINUTE_SECONDS };
/** Asking for a sign-in link, per client. An office or a conference shares one address on the internet. */
export const linksPerClient: Limit = { name: 'sign-in.client', most: 30, seconds: HOUR_SECONDS };
/** Using a link, per client: tokens cannot be guessed, but nobody needs to try. */
export const tokensPerClient: Limit = { name: 'sign-in.token', most: 60, seconds: HOUR_SECONDS };
/** Everything that is sent to the server, per session or else per client. */
export const postsPerSender: Limit = { name: 'post', most: 300, seconds: 5 * MINUTE_SECONDS };

/** The key says nothing about who it is: neither addresses nor network addresses are kept. */
const keyOf = (limit: Limit, who: string) =>
	`${limit.name}:${createHmac('sha256', installation().secret).update(who).digest('base64url').slice(0, 22)}`;

/** Counts one attempt of `who`; throws TooMany when there were too many in this window. */
export async function countAttempt(db: Database, limit: Limit, who: string): Promise<void> {
	const [counted] = await rows<{ count: number }>(
		db,
		sql`insert into attempt (key, window_starts_at, count)
			values (${keyOf(limit, who)}, to_timestamp(floor(extract(epoch from clock_timestamp()) / ${limit.seconds}) * ${limit.seconds}), 1)
			on conflict (key, window_starts_at) do update set count = attempt.count + 1
			returning count`
	);
	if (counted!.count > limit.most) throw new TooMany(limit.name);
}

const KEPT_SECONDS = 2 * HOUR_SECONDS;

/** Windows that are long over are forgotten. */
export const sweepAttempts: Job = {
	name: 'platform.sweepAttempts',
	schedule: '17 * * * *',
	run: async ({ db }) => {
		await db
			.delete(attempt)
			.where(lt(attempt.windowStartsAt, sql`clock_timestamp() - make_interval(secs => ${KEPT_SECONDS})`));
	}
};
