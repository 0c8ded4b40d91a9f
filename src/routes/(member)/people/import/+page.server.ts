// People from a list.
import { personColumnMeanings } from '#modules/members/import-columns.ts';
import { mayKeepRegister } from '#modules/members/rules.ts';
import { importPeople } from '#modules/members/server/operations-import.ts';
import { Forbidden } from '#platform/errors.ts';
import { actTable } from '#platform/server/table-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!mayKeepRegister(locals.caller.actor)) throw new Forbidden();
	return { columns: personColumnMeanings(locals.caller.locale) };
};

export const actions: Actions = { default: (event) => actTable(event, importPeople) };
