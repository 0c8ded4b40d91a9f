// Reads the first sheet of an Excel workbook as rows of text, after making sure that it does not unfold into more than memory holds.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import type { CsvRow } from '#platform/csv.ts';
import { fileIssue } from '#platform/table.ts';

const mostFileBytes = 30_000_000;
/** Unfolded, all parts together: a sheet of a quarter of a million rows is some 100 MB. */
const mostUnfoldedBytes = 250_000_000;
const mostParts = 2000;

const inflate = promisify(inflateRaw);

const notReadable = () => fileIssue('platform_issue_table_workbook');

/** Where the list of parts of a zip file begins, and how many there are. It stands at the end, behind a remark of at most 64 kB. */
function partsOf(bytes: Buffer): { count: number; begin: number } {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0 || end + 22 > bytes.length) throw notReadable();
	const [count, begin] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
	if (count > mostParts || begin >= bytes.length) throw notReadable();
	return { count, begin };
}

/** The packed bytes of the part whose line begins at `at`, and where the next line begins. */
function partAt(bytes: Buffer, at: number): { packed: Buffer; isFolded: boolean; next: number } {
	if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw notReadable();
	const [method, size, offset] = [
		bytes.readUInt16LE(at + 10),
		bytes.readUInt32LE(at + 20),
		bytes.readUInt32LE(at + 42)
	];
	const [name, extra, remark] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
	if (offset + 30 > bytes.length) throw notReadable();
	const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
	return { packed: bytes.subarray(begin, begin + size), isFolded: method === 8, next: at + 46 + name + extra + remark };
}

/** Unfolds every part within the limit and throws it away: what a file says of its own sizes may be a lie. */
async function refuseBombs(bytes: Buffer): Promise<void> {
	const { count, begin } = partsOf(bytes);
	let [at, left] = [begin, mostUnfoldedBytes];
	for (let part = 0; part < count; part++) {
		const { packed, isFolded, next } = partAt(bytes, at);
		try {
			left -= isFolded ? (await inflate(packed, { maxOutputLength: Math.max(left, 1) })).length : packed.length;
		} catch (error) {
			const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
			throw isTooLarge ? fileIssue('platform_issue_table_unfolds') : notReadable();
		}
		if (left <= 0) throw fileIssue('platform_issue_table_unfolds');
		at = next;
	}
}

/** Days come as the day, with a time behind it when there is one; a formula as what it came to when the file was saved. */
function textOfCell(cell: unknown): string {
	if (cell instanceof Date)
		return cell
			.toISOString()
			.replace(/T00:00:00\.000Z$/, '')
			.replace(/:\d{2}\.\d{3}Z$/, '');
	return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** The rows of the first sheet, numbered as Excel does. Throws Invalid when it cannot be read, or is too large. */
export async function* workbookRows(file: Blob): AsyncGenerator<CsvRow> {
	if (file.size > mostFileBytes) throw fileIssue('too_big', { origin: 'file', maximum: mostFileBytes });
	const bytes = Buffer.from(await file.arrayBuffer());
	await refuseBombs(bytes);
	const sheet = await readSheet(bytes, 1).catch(() => {
		throw notReadable();
	});
	for (const [index, cells] of sheet.entries()) yield { row: index + 1, cells: cells.map(textOfCell) };
}
