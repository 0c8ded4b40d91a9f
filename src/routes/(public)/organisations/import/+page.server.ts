// Organisations from a list.
import { organisationColumnMeanings } from '#modules/members/import-columns.ts';
import { mayKeepRegister } from '#modules/members/rules.ts';
import { importOrganisations } from '#modules/members/server/operations-import.ts';
import { Forbidden } from '#platform/errors.ts';
import { actTable } from '#platform/server/table-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayKeepRegister(locals.caller.actor)) throw new Forbidden();
	return { columns: organisationColumnMeanings(locals.caller.locale) };
};

export const actions: Actions = { default: (event) => actTable(event, importOrganisations) };
