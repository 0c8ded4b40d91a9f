// What the deliverables add to the platform.
import type { Module } from '#platform/server/module.ts';
import { personal } from './personal.ts';
import { decisionsByKey, documentsByKey, measurementsByKey, milestonesByKey, termsByKey } from './public.ts';
import { facts, views } from './views.ts';

export const deliverables: Module = {
	name: 'deliverables',
	operations: {},
	facts,
	views,
	referables: [
		{ refersTo: 'document', all: documentsByKey },
		{ refersTo: 'milestone', all: milestonesByKey },
		{ refersTo: 'decision', all: decisionsByKey },
		{ refersTo: 'term', all: termsByKey },
		{ refersTo: 'measurement', all: measurementsByKey }
	],
	personal
};
