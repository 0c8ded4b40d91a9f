// A table as the answer to a request, for spreadsheets.

/** A file with columns and no rows yet; the mark in front tells spreadsheets that it is UTF-8. */
export const emptyTable = (name: string, columns: readonly string[]) =>
	new Response(`\uFEFF${columns.join(',')}\r\n`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
