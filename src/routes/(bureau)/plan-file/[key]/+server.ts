// The whole plan as its file.
import { exportPlan } from '#modules/plan/server/operations/export-plan.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, text } = await exportPlan(locals.caller, { key: params.key });
	return new Response(text, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${key}.yaml"`,
			'cache-control': 'private, no-store'
		}
	});
};
