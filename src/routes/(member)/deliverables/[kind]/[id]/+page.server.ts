// One deliverable, and what becomes of it.
import { deliverDocument } from '#modules/deliverables/server/operations/deliver-document.ts';
import { listDeliverableChoices } from '#modules/deliverables/server/operations/list-choices.ts';
import { reachMilestone } from '#modules/deliverables/server/operations/reach-milestone.ts';
import { recordMeasurement, removeMeasurement } from '#modules/deliverables/server/operations/record-measurement.ts';
import { endTerm, removePeriod, renewTerm } from '#modules/deliverables/server/operations/renew-term.ts';
import { takeDecision } from '#modules/deliverables/server/operations/take-decision.ts';
import {
	postponeDeliverable,
	reopenDeliverable,
	withdrawDeliverable
} from '#modules/deliverables/server/operations/withdraw-deliverable.ts';
import { momentText } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { shownDeliverable } from './show.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { caller, association } = locals;
	const shown = await shownDeliverable(caller, params);
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	const changes = 'changes' in shown ? shown.changes : [];
	const measures = shown.kind === 'measurement' && shown.may.keep;
	return {
		shown,
		changes: changes.map(({ at, ...change }) => ({ ...change, when: momentText(at, caller.locale, timeZone) })),
		organisations: measures ? (await listDeliverableChoices(caller, {})).organisations : [],
		today: caller.clock.today()
	};
};

type Event = ActionEvent & { params: { kind: string; id: string }; url: URL };

/** The page of the deliverable again, whichever form it was. */
const back = (form: string, { params }: Event, input: Record<string, unknown>) => ({
	form,
	with: input,
	then: () => `/deliverables/${params.kind}/${params.id}`
});

/** `kind` is checked by the operation's own input. */
const itself = ({ params }: Event) => ({ kind: params.kind, id: params.id });

function finish(event: Event) {
	const { kind, id } = event.params;
	if (kind === 'document') return act(event, deliverDocument, back('finish', event, { documentId: id }));
	if (kind === 'milestone') return act(event, reachMilestone, back('finish', event, { milestoneId: id }));
	if (kind === 'decision') return act(event, takeDecision, back('finish', event, { decisionId: id }));
	throw new NotFound();
}

const asked = (event: Event, name: string) => event.url.searchParams.get(name) ?? '';

export const actions: Actions = {
	finish,
	postpone: (event) => act(event, postponeDeliverable, back('postpone', event, itself(event))),
	withdraw: (event) => act(event, withdrawDeliverable, back('withdraw', event, itself(event))),
	reopen: (event) => act(event, reopenDeliverable, back('reopen', event, itself(event))),
	renew: (event) => act(event, renewTerm, back('renew', event, { termId: event.params.id })),
	end: (event) => {
		const periodId = asked(event, 'period');
		return act(event, endTerm, back(`end-${periodId}`, event, { periodId }));
	},
	removePeriod: (event) => {
		const periodId = asked(event, 'period');
		return act(event, removePeriod, back(`remove-${periodId}`, event, { periodId }));
	},
	measure: (event) => act(event, recordMeasurement, back('measure', event, { measuredThingId: event.params.id })),
	removeMeasurement: (event) => act(event, removeMeasurement, back('remove', event, {}))
};
