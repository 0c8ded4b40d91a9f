// In the example: be somebody of the example. Not found in any other database.
import { redirect } from '@sveltejs/kit';
import { takePersona } from '#modules/access/server/operations.ts';
import { persona } from '#modules/access/inputs.ts';
import { localizeHref } from '#paraglide/runtime.js';
import { NotFound } from '#platform/errors.ts';
import { signInNow } from '#platform/server/auth.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { caller } = locals;
	const asked = persona.safeParse(Object.fromEntries(await request.formData()));
	if (!asked.success) throw new NotFound();
	const { personId } = await takePersona(caller, asked.data);
	locals.setCookies.push(...(await signInNow(caller.db, personId, request.headers)));
	redirect(303, localizeHref('/', { locale: caller.locale }));
};
