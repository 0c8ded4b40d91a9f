// This week, for who is looking.
import { showWeek } from '#modules/plan/server/operations/show-week.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ week: await showWeek(locals.caller, {}) });
