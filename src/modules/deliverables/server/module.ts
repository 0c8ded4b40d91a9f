// What the deliverables add to the platform.
import { m } from '#paraglide/messages.js';
import { isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import * as choices from './operations/list-choices.ts';
import * as documents from './operations/deliver-document.ts';
import * as milestones from './operations/reach-milestone.ts';
import * as measurements from './operations/record-measurement.ts';
import * as terms from './operations/renew-term.ts';
import * as decisions from './operations/take-decision.ts';
import * as promised from './operations/withdraw-deliverable.ts';
import { personal } from './personal.ts';
import { decisionsByKey, documentsByKey, measurementsByKey, milestonesByKey, termsByKey } from './public.ts';
import { facts, views } from './views.ts';

export const deliverables: Module = {
	name: 'deliverables',
	menu: [
		{
			area: 'member',
			href: '/deliverables',
			label: (locale) => m.deliverables_menu({}, { locale }),
			may: isInside,
			order: 60
		}
	],
	operations: { ...choices, ...documents, ...milestones, ...decisions, ...promised, ...terms, ...measurements },
	facts,
	views,
	referables: [
		{ refersTo: 'document', all: documentsByKey },
		{ refersTo: 'milestone', all: milestonesByKey },
		{ refersTo: 'decision', all: decisionsByKey },
		{ refersTo: 'term', all: termsByKey },
		{ refersTo: 'measurement', all: measurementsByKey }
	],
	personal,
	example
};
