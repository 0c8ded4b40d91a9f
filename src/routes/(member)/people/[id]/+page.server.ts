// One person: positions, roles and groups; addresses for the bureau and for themselves.
import { listGroupsOfPerson } from '#modules/groups/server/operations.ts';
import { addAffiliation, giveRole } from '#modules/members/server/operations.ts';
import {
	endAffiliation,
	endRole,
	listOrganisationNames,
	showPerson
} from '#modules/members/server/operations-people.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const shown = await showPerson(locals.caller, { personId: params.id });
	return {
		...shown,
		groups: await listGroupsOfPerson(locals.caller, { personId: params.id }),
		organisations: shown.may.keep ? await listOrganisationNames(locals.caller, {}) : [],
		today: locals.caller.clock.today()
	};
};

type Event = ActionEvent & { params: { id: string }; url: URL };

const here = (event: Event) => () => `/people/${event.params.id}`;
const ofThis = (event: Event) => ({ personId: event.params.id });
const ending = (event: Event) => `end-${event.url.searchParams.get('of')}`;

export const actions: Actions = {
	affiliate: (event) => act(event, addAffiliation, { form: 'affiliate', with: ofThis(event), then: here(event) }),
	leave: (event) => act(event, endAffiliation, { form: ending(event), then: here(event) }),
	give: (event) => act(event, giveRole, { form: 'give', with: ofThis(event), then: here(event) }),
	take: (event) => act(event, endRole, { form: ending(event), then: here(event) })
};
