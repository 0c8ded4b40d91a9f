// The plan as a spreadsheet: an Excel workbook with a sheet of what it leaves out, or CSV.
import { error } from '@sveltejs/kit';
import { exportSheetFile } from '#modules/plan/server/operations/plan-sheet.ts';
import type { RequestHandler } from './$types';

const types = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

export const GET: RequestHandler = async ({ locals, params: { plan, format } }) => {
	if (format !== 'csv' && format !== 'xlsx') error(404);
	const body = await exportSheetFile(locals.caller, { plan, format });
	return new Response(body, {
		headers: {
			'content-type': types[format],
			'content-disposition': `attachment; filename="${plan}.${format}"`,
			'cache-control': 'private, no-store'
		}
	});
};
