// One kind of deliverable as a list, narrowed down by what the address asks.
import { mayAdd } from '#modules/deliverables/rules.ts';
import { listDocuments } from '#modules/deliverables/server/operations/deliver-document.ts';
import { listMilestones } from '#modules/deliverables/server/operations/reach-milestone.ts';
import { listMeasuredThings } from '#modules/deliverables/server/operations/record-measurement.ts';
import { listTerms } from '#modules/deliverables/server/operations/renew-term.ts';
import { listDecisions } from '#modules/deliverables/server/operations/take-decision.ts';
import { deliverableKind, type DeliverableKind } from '#modules/deliverables/words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { PageServerLoad } from './$types';

async function listOf(caller: Caller, kind: DeliverableKind, asked: Record<string, string>) {
	switch (kind) {
		case 'document':
			return { kind, page: await listDocuments(caller, asked) };
		case 'milestone':
			return { kind, page: await listMilestones(caller, asked) };
		case 'decision':
			return { kind, page: await listDecisions(caller, asked) };
		case 'term':
			return { kind, page: await listTerms(caller, asked) };
		case 'measurement':
			return { kind, page: await listMeasuredThings(caller, asked) };
	}
}

export const load: PageServerLoad = async ({ locals: { caller }, params, url }) => {
	const kind = deliverableKind(params.kind);
	if (!kind) throw new NotFound();
	return {
		list: await listOf(caller, kind, Object.fromEntries(url.searchParams)),
		search: url.search,
		today: caller.clock.today(),
		may: { add: mayAdd(caller.actor, kind) }
	};
};
