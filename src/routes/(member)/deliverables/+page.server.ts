// The deliverables begin with the documents.
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	redirect(307, localizeHref('/deliverables/document', { locale: locals.caller.locale }));
};
