// Sessions and links that have ended are forgotten.
import { lt, sql } from 'drizzle-orm';
import { authSession, authVerification } from '#platform/server/auth-schema.ts';
import type { Job } from '#platform/server/jobs.ts';

export const sweepSignIns: Job = {
	name: 'access.sweepSignIns',
	schedule: '29 3 * * *',
	run: async ({ db }) => {
		await db.delete(authSession).where(lt(authSession.expiresAt, sql`clock_timestamp()`));
		await db.delete(authVerification).where(lt(authVerification.expiresAt, sql`clock_timestamp()`));
	}
};
