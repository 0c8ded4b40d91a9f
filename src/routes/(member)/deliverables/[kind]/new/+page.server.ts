// Add a document, milestone, decision, term, or something to measure.
import { mayAdd } from '#modules/deliverables/rules.ts';
import { addDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { listDeliverableChoices } from '#modules/deliverables/server/operations/list-choices.ts';
import { addMilestone } from '#modules/deliverables/server/operations/reach-milestone.ts';
import { addMeasuredThing } from '#modules/deliverables/server/operations/record-measurement.ts';
import { addTerm } from '#modules/deliverables/server/operations/renew-term.ts';
import { addDecision } from '#modules/deliverables/server/operations/take-decision.ts';
import { deliverableKind } from '#modules/deliverables/words.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { act } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller }, params, url }) => {
	const kind = deliverableKind(params.kind);
	if (!kind) throw new NotFound();
	if (!mayAdd(caller.actor, kind)) throw new Forbidden();
	const given = (name: string) => url.searchParams.get(name);
	return {
		kind,
		choices: await listDeliverableChoices(caller, {}),
		about: { eventId: given('event'), termId: given('term'), groupId: given('group') },
		today: caller.clock.today()
	};
};

export const actions: Actions = {
	default: (event) => {
		const kind = deliverableKind(event.params.kind);
		const way = { then: ({ id }: { id: string }) => `/deliverables/${kind}/${id}` };
		switch (kind) {
			case 'document':
				return act(event, addDocument, way);
			case 'milestone':
				return act(event, addMilestone, way);
			case 'decision':
				return act(event, addDecision, way);
			case 'term':
				return act(event, addTerm, way);
			case 'measurement':
				return act(event, addMeasuredThing, way);
			case undefined:
				throw new NotFound();
		}
	}
};
