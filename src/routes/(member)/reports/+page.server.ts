// The reports that this reader may see.
import { listReports } from '#modules/reports/server/operations/show-report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => listReports(locals.caller, {});
