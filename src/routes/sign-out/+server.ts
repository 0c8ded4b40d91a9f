// Signs out on this device.
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#paraglide/runtime.js';
import { endSession } from '#platform/server/auth.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { db, locale } = locals.caller;
	locals.setCookies.push(...(await endSession(db, request.headers)));
	redirect(303, localizeHref('/', { locale }));
};
