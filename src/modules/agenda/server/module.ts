// What the agenda adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { personal } from './personal.ts';
import { eventsByKey, seriesByKey } from './public.ts';
import { facts, views } from './views.ts';

export const agenda: Module = {
	name: 'agenda',
	operations: {},
	facts,
	views,
	referables: [
		{ refersTo: 'series', all: seriesByKey },
		{ refersTo: 'event', all: eventsByKey }
	],
	personal
};
