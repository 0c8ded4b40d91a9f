// The plan as a file: import one, or again with a reason; and take one along.
import { fail } from '@sveltejs/kit';
import { mayEditPlan } from '#modules/plan/rules.ts';
import { importPlan } from '#modules/plan/server/operations/import-plan.ts';
import { listPlans } from '#modules/plan/server/operations/list-plans.ts';
import { m } from '#paraglide/messages.js';
import { Invalid, type Issue } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	plans: await listPlans(locals.caller, {}),
	mayImport: mayEditPlan(locals.caller.actor)
});

/** Longer says nothing more; the name is only shown again. */
const MOST_OF_NAME = 120;

const textIn = async (file: File): Promise<string | undefined> => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		return undefined;
	}
};

const place = ({ params: { line, column } }: Issue) =>
	typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;

export const actions: Actions = {
	import: async ({ request, locals }) => {
		const { caller } = locals;
		const form = await request.formData();
		const [given, reason] = [form.get('file'), form.get('why')];
		const why = typeof reason === 'string' ? reason : '';
		const file = given instanceof File && given.size > 0 ? given : undefined;
		const values = { why };
		const beside = (path: string, message: string) =>
			fail(422, { form: 'import', values, errors: [{ path, message }] });
		if (!file) return beside('file', m.plan_file_none());
		const text = await textIn(file);
		if (text === undefined) return beside('file', m.plan_file_not_text());
		const name = file.name.slice(0, MOST_OF_NAME);
		try {
			const { key, outcome, changes } = await importPlan(caller, { file: text, why });
			return { imported: { name, key, outcome, changes: changes.length } };
		} catch (error) {
			if (!(error instanceof Invalid)) throw error;
			const ofWhy = error.issues.find(({ path }) => path === 'why');
			if (ofWhy) return beside('why', sayIssue(ofWhy, caller.locale));
			const issues = error.issues.map((issue) => ({
				path: issue.path,
				place: place(issue),
				message: sayIssue(issue, caller.locale)
			}));
			return fail(422, { form: 'import', values, refused: { name, issues } });
		}
	}
};
