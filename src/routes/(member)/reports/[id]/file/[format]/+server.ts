// A report as a file, in the language of the address.
import { exportReport } from '#modules/reports/server/operations/export-report.ts';
import { isFormat } from '#modules/reports/words.ts';
import { NotFound } from '#platform/errors.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	if (!isFormat(params.format)) throw new NotFound();
	const { name, type, bytes } = await exportReport(locals.caller, { reportId: params.id, format: params.format });
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
};
