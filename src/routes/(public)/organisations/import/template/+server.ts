// An empty file with the columns that organisations are imported by.
import { organisationColumns } from '#modules/members/import-columns.ts';
import { mayKeepRegister } from '#modules/members/rules.ts';
import { Forbidden } from '#platform/errors.ts';
import { emptyTable } from '#platform/server/table-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
	if (!mayKeepRegister(locals.caller.actor)) throw new Forbidden();
	return emptyTable('organisations', organisationColumns);
};
