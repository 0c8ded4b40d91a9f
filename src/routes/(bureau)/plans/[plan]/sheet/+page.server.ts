// The plan as a spreadsheet: take it along, and bring it back with every change shown before it is made.
import { fail } from '@sveltejs/kit';
import { exportSheet, importSheet, previewSheet } from '#modules/plan/server/operations/plan-sheet.ts';
import { mayEditPlan } from '#modules/plan/rules.ts';
import { m } from '#paraglide/messages.js';
import { Invalid } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { placeOf } from '#platform/table.ts';
import type { Locale } from '#platform/localized.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { key, title, isAdopted, leftOut, rows } = await exportSheet(locals.caller, params);
	return {
		plan: { key, title, isAdopted },
		rows: rows.length,
		leftOut: leftOut.length,
		mayImport: mayEditPlan(locals.caller.actor)
	};
};

/** What is wrong: about the reason beside its field, about the file with row and column. */
function refused(error: unknown, locale: Locale, kept: { sheet?: string; name?: string; why?: string }) {
	if (!(error instanceof Invalid)) throw error;
	const findings = error.issues.map((issue) => ({ ...placeOf(issue.path), message: sayIssue(issue, locale) }));
	const ofWhy = error.issues.find(({ path }) => path === 'why');
	if (!ofWhy) return fail(422, { findings });
	return fail(422, {
		...kept,
		form: 'apply',
		values: { why: kept.why ?? '' },
		errors: [{ path: 'why', message: sayIssue(ofWhy, locale) }]
	});
}

export const actions: Actions = {
	preview: async ({ request, locals: { caller }, params }) => {
		const given = (await request.formData()).get('file');
		if (!(given instanceof File) || given.size === 0)
			return fail(422, { form: 'preview', errors: [{ path: 'file', message: m.plan_file_none({}, caller) }] });
		try {
			const answer = await previewSheet(caller, { ...params, file: given });
			// Carried through the page, so that what is taken in is what was shown.
			const sheet = Buffer.from(await given.arrayBuffer()).toString('base64');
			return { ...answer, sheet, name: given.name.slice(0, 120) };
		} catch (error) {
			return refused(error, caller.locale, {});
		}
	},
	apply: async ({ request, locals: { caller }, params }) => {
		const form = await request.formData();
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const [sheet, name, why] = [text('sheet'), text('name'), text('why')];
		const file = new File([Buffer.from(sheet, 'base64')], name);
		try {
			return { taken: await importSheet(caller, { ...params, file, why }) };
		} catch (error) {
			return refused(error, caller.locale, { sheet, name, why });
		}
	}
};
