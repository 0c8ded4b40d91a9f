// Commands act through the same operations as everyone, as the system: whoever may run commands on the server may do what an administrator may.
import { system } from '#platform/actor.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { sayConflict, sayIssue } from '#platform/issues.ts';
import { clockFor, theAssociation } from './association.ts';
import type { Surroundings } from './command.ts';
import type { Caller } from './operation.ts';
import { Problem } from './problem.ts';

export async function commandCaller({ settings, database }: Surroundings): Promise<Caller> {
	const { db } = await database();
	const association = await theAssociation(db);
	return { db, actor: system, clock: clockFor(association, settings.today), locale: 'en' };
}

/** What an operation refused, as lines for the terminal: every issue with its place. */
export async function asCommand<Result>(deed: Promise<Result>): Promise<Result> {
	try {
		return await deed;
	} catch (error) {
		if (error instanceof Invalid) {
			throw new Problem(
				error.issues.map((issue) => [issue.path, sayIssue(issue, 'en')].filter(Boolean).join(': ')).join('\n')
			);
		}
		if (error instanceof Conflict) throw new Problem(sayConflict(error.reason, 'en'));
		if (error instanceof NotFound) throw new Problem('There is nothing to work on yet: import a plan first.');
		if (error instanceof Forbidden) throw new Problem('This may not be done.');
		throw error;
	}
}
