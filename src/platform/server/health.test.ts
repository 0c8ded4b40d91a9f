// What a machine that watches is told: the parts that must work, and how long jobs wait.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { healthOf } from './health.ts';
import { enqueue } from './jobs.ts';
import { DELIVER_MAIL } from './mail.ts';
import { story } from './testing.ts';

story('all parts work, and nothing waits', async ({ db }) => {
	expect(await healthOf(db)).toEqual({
		status: 'ok',
		database: true,
		jobs: true,
		migrations: true,
		queue: { oldest_waiting_seconds: null, last_done_seconds: null, given_up_last_hour: 0 }
	});
});

story('jobs that nobody works are told by the age of the oldest, and do not make the process fail', async ({ db }) => {
	for (const mailId of ['waits', 'later', 'done', 'given up']) await enqueue({ db }, DELIVER_MAIL, { mailId });
	const change = (mailId: string, to: ReturnType<typeof sql>) =>
		db.execute(sql`update pgboss.job set ${to} where data->>'mailId' = ${mailId}`);
	await change('waits', sql`start_after = clock_timestamp() - interval '700 seconds'`);
	await change('later', sql`start_after = clock_timestamp() + interval '1 hour'`);
	await change('done', sql`state = 'completed', completed_on = clock_timestamp() - interval '30 seconds'`);
	await change('given up', sql`state = 'failed', completed_on = clock_timestamp() - interval '10 minutes'`);
	const { status, queue } = await healthOf(db);
	expect(status).toBe('ok');
	expect(queue).toMatchObject({ given_up_last_hour: 1 });
	expect(queue!.oldest_waiting_seconds).toBeGreaterThanOrEqual(700);
	expect(queue!.oldest_waiting_seconds).toBeLessThan(760);
	expect(queue!.last_done_seconds).toBeGreaterThanOrEqual(30);
});

story('a database with a migration that this release does not know makes it fail', async ({ db }) => {
	await db.execute(sql`insert into migration (tag) values ('9999_of_a_later_release')`);
	expect(await healthOf(db)).toMatchObject({ status: 'failing', migrations: false });
});
