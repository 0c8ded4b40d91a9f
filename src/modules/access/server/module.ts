// What access adds to the platform.
import { m } from '#paraglide/messages.js';
import type { Module } from '#platform/server/module.ts';
import { sweepAttempts } from '#platform/server/limits.ts';
import { deliverMail, sweepMail, tryMailAgain } from '#platform/server/mail-delivery.ts';
import { mayReadOutbox } from '../rules.ts';
import { signInLinkCommand } from './commands.ts';
import { dropCommand, heldCommand, releaseCommand } from './held-mail-commands.ts';
import { sendLink } from './link.ts';
import * as operations from './operations.ts';
import * as heldMail from './operations-held-mail.ts';
import { foundAssociation } from './operations-first-run.ts';
import { personal } from './personal.ts';
import { sweepSignIns } from './sweep.ts';

export const access: Module = {
	name: 'access',
	menu: [
		{
			area: 'bureau',
			href: '/outbox',
			label: (locale) => m.access_menu_outbox({}, { locale }),
			may: mayReadOutbox,
			order: 95
		}
	],
	operations: { ...operations, ...heldMail, foundAssociation },
	personal,
	commands: [signInLinkCommand, heldCommand, releaseCommand, dropCommand],
	// The platform's own jobs come along here: it knows no modules, and jobs are taken from the list of modules.
	jobs: [sendLink, sweepSignIns, deliverMail, tryMailAgain, sweepMail, sweepAttempts]
};
