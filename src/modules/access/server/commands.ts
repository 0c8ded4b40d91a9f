// `npm run schakel -- sign-in-link ADDRESS`: a way in when mail does not work, or does not work yet.
import { system } from '#platform/actor.ts';
import { realClock } from '#platform/clock.ts';
import { Invalid, NotFound } from '#platform/errors.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import type { Command } from '#platform/server/command.ts';
import { keptSecret } from '#platform/server/data-folder.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { Problem, WrongUse } from '#platform/server/problem.ts';
import { LINK_MINUTES } from '#platform/server/auth.ts';
import { issueLink } from './operations.ts';

export const signInLinkCommand: Command = {
	name: 'sign-in-link',
	usage: 'ADDRESS',
	summary: 'Prints a link that signs the person with this mail address in, once.',
	details: `The link works for ${LINK_MINUTES} minutes. It needs the site to run at SCHAKEL_ORIGIN, or else at http://localhost with PORT.`,
	run: async ([address, ...more], { settings, database, print }) => {
		if (address === undefined || more.length > 0) throw new WrongUse('Give one mail address.');
		setInstallation({
			...settings,
			origin: settings.origin ?? `http://localhost:${settings.port}`,
			secret: settings.secret ?? keptSecret(settings.dataFolder)
		});
		const { db } = await database();
		const caller = { db, actor: system, clock: realClock(DEFAULT_TIME_ZONE), locale: 'nl' } as const;
		const made = await issueLink(caller, { email: address }).catch((error: unknown) => {
			if (error instanceof Invalid) throw new WrongUse(`${address} is no mail address.`);
			if (error instanceof NotFound) throw new Problem(`Nobody is known by the address ${address}.`);
			throw error;
		});
		print(made.link);
	}
};
