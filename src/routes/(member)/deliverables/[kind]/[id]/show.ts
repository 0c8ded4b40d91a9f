// The deliverable that an address names, with what its page shows; the pages for looking and for changing share it.
import { showDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { showMilestone } from '#modules/deliverables/server/operations/reach-milestone.ts';
import { showMeasuredThing } from '#modules/deliverables/server/operations/record-measurement.ts';
import { showTerm } from '#modules/deliverables/server/operations/renew-term.ts';
import { showDecision } from '#modules/deliverables/server/operations/take-decision.ts';
import { deliverableKind } from '#modules/deliverables/words.ts';
import { NotFound } from '#platform/errors.ts';
import type { Caller } from '#platform/server/operation.ts';

export async function shownDeliverable(caller: Caller, { kind: text, id }: { kind: string; id: string }) {
	const kind = deliverableKind(text);
	switch (kind) {
		case 'document':
			return { kind, ...(await showDocument(caller, { documentId: id })) };
		case 'milestone':
			return { kind, ...(await showMilestone(caller, { milestoneId: id })) };
		case 'decision':
			return { kind, ...(await showDecision(caller, { decisionId: id })) };
		case 'term':
			return { kind, ...(await showTerm(caller, { termId: id })) };
		case 'measurement':
			return { kind, ...(await showMeasuredThing(caller, { measuredThingId: id })) };
		case undefined:
			throw new NotFound();
	}
}
