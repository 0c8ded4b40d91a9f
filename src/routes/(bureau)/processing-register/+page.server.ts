// The register of processing, as the modules declare it.
import { listProcessing } from '#modules/members/server/operations-people.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ processing: await listProcessing(locals.caller, {}) });
