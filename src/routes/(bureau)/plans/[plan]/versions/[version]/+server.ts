// A named version as a plan file.
import { exportVersion } from '#modules/plan/server/operations/versions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { file } = await exportVersion(locals.caller, params);
	return new Response(file, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${params.plan}-${params.version}.yaml"`,
			'cache-control': 'private, no-store'
		}
	});
};
