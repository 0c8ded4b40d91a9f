// For tests only: every kind of fact that the modules publish, as a plan may name it.
import * as agenda from '#modules/agenda/facts.ts';
import * as channels from '#modules/channels/facts.ts';
import * as deliverables from '#modules/deliverables/facts.ts';
import * as members from '#modules/members/facts.ts';
import { kindsForTargets } from './expected-kinds.ts';

export const allKinds = kindsForTargets(
	new Map(
		[agenda, channels, deliverables, members]
			.flatMap((module) => Object.values(module))
			.map((kind) => [kind.kind, kind])
	)
);
