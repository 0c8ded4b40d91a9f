// What intake adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { exportFactsCommand, importFactsCommand } from './commands.ts';
import * as operations from './operations/import-facts.ts';
import { personal } from './personal.ts';

export const intake: Module = {
	name: 'intake',
	operations,
	commands: [importFactsCommand, exportFactsCommand],
	personal
};
