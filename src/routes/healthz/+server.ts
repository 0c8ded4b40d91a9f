// For machines that watch: 200 when all is well, 503 when not.
import { healthOf } from '#platform/server/health.ts';
import { webDatabase } from '#platform/server/web.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const health = await healthOf(webDatabase());
	return Response.json(health, {
		status: health.status === 'ok' ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
