// Change what is known of a deliverable.
import { changeDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { listDeliverableChoices } from '#modules/deliverables/server/operations/list-choices.ts';
import { changeMilestone } from '#modules/deliverables/server/operations/reach-milestone.ts';
import { changeMeasuredThing } from '#modules/deliverables/server/operations/record-measurement.ts';
import { changeTerm } from '#modules/deliverables/server/operations/renew-term.ts';
import { changeDecision } from '#modules/deliverables/server/operations/take-decision.ts';
import { deliverableKind } from '#modules/deliverables/words.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import { shownDeliverable } from '../show.ts';
import type { Actions, PageServerLoad } from './$types';

type Shown = Awaited<ReturnType<typeof shownDeliverable>>;

function recordOf(shown: Shown) {
	switch (shown.kind) {
		case 'document':
			return shown.document;
		case 'milestone':
			return shown.milestone;
		case 'decision':
			return shown.decision;
		case 'term':
			return shown.term;
		case 'measurement':
			return shown.measuredThing;
	}
}

export const load: PageServerLoad = async ({ locals: { caller }, params }) => {
	const shown = await shownDeliverable(caller, params);
	if (!shown.may.keep) throw new Forbidden();
	return {
		kind: shown.kind,
		record: recordOf(shown),
		choices: await listDeliverableChoices(caller, {}),
		today: caller.clock.today()
	};
};

export const actions: Actions = {
	default: (event) => {
		const { kind, id } = event.params;
		const way = (input: Record<string, string>) => ({ with: input, then: () => `/deliverables/${kind}/${id}` });
		switch (deliverableKind(kind)) {
			case 'document':
				return act(event, changeDocument, way({ documentId: id }));
			case 'milestone':
				return act(event, changeMilestone, way({ milestoneId: id }));
			case 'decision':
				return act(event, changeDecision, way({ decisionId: id }));
			case 'term':
				return act(event, changeTerm, way({ termId: id }));
			case 'measurement':
				return act(event, changeMeasuredThing, way({ measuredThingId: id }));
			case undefined:
				throw new NotFound();
		}
	}
};
