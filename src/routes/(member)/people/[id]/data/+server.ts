// All that is kept on a person, as a file: for themselves, or for an administrator whom they asked.
import { exportPerson } from '#modules/members/server/operations.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const kept = await exportPerson(locals.caller, { personId: params.id });
	return new Response(JSON.stringify(kept, undefined, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="schakel-${params.id}.json"`,
			'cache-control': 'private, no-store'
		}
	});
};
