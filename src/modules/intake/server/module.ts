// What intake adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { m } from '#paraglide/messages.js';
import { mostDeliveryBytes, mostFileBytes } from '../inputs.ts';
import { mayTakeIn } from '../rules.ts';
import { readCalendars } from './calendar-sources.ts';
import { exportFactsCommand, importFactsCommand } from './commands.ts';
import { example } from './example.ts';
import * as suggestions from './operations/decide-suggestions.ts';
import * as facts from './operations/import-facts.ts';
import * as deeds from './operations/record-deed.ts';
import * as sources from './operations/take-in.ts';
import { personal } from './personal.ts';
import { sweepIntake } from './sweep.ts';

export const intake: Module = {
	name: 'intake',
	menu: [
		{
			area: 'bureau',
			href: '/intake',
			label: (locale) => m.intake_menu({}, { locale }),
			may: mayTakeIn,
			order: 10
		}
	],
	shortcuts: [{ href: '/record', label: (locale) => m.intake_record_menu({}, { locale }), may: mayTakeIn }],
	uploads: [
		{ path: '/intake/add', bytes: mostDeliveryBytes },
		{ path: '/intake/import', bytes: mostFileBytes + 1_000_000 }
	],
	operations: { ...facts, ...sources, ...suggestions, ...deeds },
	personal,
	jobs: [readCalendars, sweepIntake],
	commands: [importFactsCommand, exportFactsCommand],
	example
};
