// One organisation: what is public, who works there, what ties it, and what the bureau does with it.
import {
	addMembership,
	endMembership,
	recordContact,
	showOrganisation,
	tieOrganisations
} from '#modules/members/server/operations.ts';
import {
	addColleague,
	endTie,
	listOrganisationNames,
	withdrawContact
} from '#modules/members/server/operations-people.ts';
import { mayEditOrganisation, mayKeepRegister, maySeePeople } from '#modules/members/rules.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor, clock } = locals.caller;
	const shown = await showOrganisation(locals.caller, { organisationId: params.id });
	const keep = mayKeepRegister(actor);
	return {
		...shown,
		others: keep ? (await listOrganisationNames(locals.caller, {})).filter(({ id }) => id !== params.id) : [],
		may: { keep, change: mayEditOrganisation(actor, shown.organisation), seePeople: maySeePeople(actor) },
		today: clock.today()
	};
};

type Event = ActionEvent & { params: { id: string }; url: URL };

const here = (event: Event, part: string) => () => `/organisations/${event.params.id}#${part}`;
const ofThis = (event: Event) => ({ organisationId: event.params.id });
const ending = (event: Event) => `end-${event.url.searchParams.get('of')}`;

export const actions: Actions = {
	begin: (event) => act(event, addMembership, { form: 'begin', with: ofThis(event), then: here(event, 'memberships') }),
	end: (event) => act(event, endMembership, { form: ending(event), then: here(event, 'memberships') }),
	colleague: (event) =>
		act(event, addColleague, { form: 'colleague', with: ofThis(event), then: here(event, 'people') }),
	tie: (event) => act(event, tieOrganisations, { form: 'tie', with: ofThis(event), then: here(event, 'ties') }),
	untie: (event) => act(event, endTie, { form: ending(event), then: here(event, 'ties') }),
	contact: (event) =>
		act(event, recordContact, { form: 'contact', with: ofThis(event), then: here(event, 'contacts') }),
	withdraw: (event) => act(event, withdrawContact, { form: ending(event), then: here(event, 'contacts') })
};
