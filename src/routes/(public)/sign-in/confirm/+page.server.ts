// The page behind the link in the mail: looking at it does nothing, pressing its button signs in.
import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#modules/access/inputs.ts';
import { localizeHref } from '#paraglide/runtime.js';
import { useToken } from '#platform/server/auth.ts';
import { countAttempt, tokensPerClient } from '#platform/server/limits.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (value: unknown) => {
	const parsed = returnPath.safeParse(value);
	return parsed.success ? parsed.data : '/';
};

export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { token: url.searchParams.get('token') ?? '', to: pathOf(url.searchParams.get('to')) };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const { db, locale } = locals.caller;
		await countAttempt(db, tokensPerClient, locals.client);
		const form = await request.formData();
		const token = form.get('token');
		const setCookies = typeof token === 'string' ? await useToken(db, token, request.headers) : undefined;
		if (!setCookies) return fail(410, { isRefused: true });
		locals.setCookies.push(...setCookies);
		redirect(303, localizeHref(pathOf(form.get('to')), { locale }));
	}
};
