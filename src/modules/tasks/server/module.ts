// What tasks adds to the platform.
import { m } from '#paraglide/messages.js';
import type { Module } from '#platform/server/module.ts';
import { mayGiveSomeTask } from '../rules.ts';
import { addTask, changeTask } from './operations/add-task.ts';
import { example } from './example.ts';
import * as finishing from './operations/finish-task.ts';
import * as listing from './operations/list-tasks.ts';
import { personal } from './personal.ts';
import { views } from './views.ts';

export const tasks: Module = {
	name: 'tasks',
	menu: [
		{ area: 'member', href: '/tasks', label: (locale) => m.tasks_menu({}, { locale }), may: mayGiveSomeTask, order: 7 }
	],
	operations: { addTask, changeTask, ...finishing, ...listing },
	views,
	personal,
	example
};
