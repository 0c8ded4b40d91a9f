// What intake adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { readCalendars } from './calendar-sources.ts';
import { exportFactsCommand, importFactsCommand } from './commands.ts';
import * as suggestions from './operations/decide-suggestions.ts';
import * as facts from './operations/import-facts.ts';
import * as deeds from './operations/record-deed.ts';
import * as sources from './operations/take-in.ts';
import { personal } from './personal.ts';
import { sweepIntake } from './sweep.ts';

export const intake: Module = {
	name: 'intake',
	operations: { ...facts, ...sources, ...suggestions, ...deeds },
	personal,
	jobs: [readCalendars, sweepIntake],
	commands: [importFactsCommand, exportFactsCommand]
};
