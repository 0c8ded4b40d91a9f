// What intake forgets by itself: files that nobody took in, and what refused suggestions said.
import { lt, sql } from 'drizzle-orm';
import type { Job } from '#platform/server/jobs.ts';
import { factFile, suggestion } from './schema.ts';

const fileHours = 24;
/** A refusal can be taken back for so long; after that only its id is kept, so that it is not suggested again. */
const refusedDays = 30;

export const sweepIntake: Job = {
	name: 'intake.sweep',
	schedule: '41 4 * * *',
	run: async ({ db }) => {
		await db.delete(factFile).where(lt(factFile.addedAt, sql`now() - make_interval(hours => ${fileHours})`));
		await db
			.update(suggestion)
			.set({ payload: null, title: { nl: '–', en: '–' }, told: '–' })
			.where(
				sql`${suggestion.state} = 'refused' and ${suggestion.payload} is not null
					and ${suggestion.decidedAt} < now() - make_interval(days => ${refusedDays})`
			);
	}
};
