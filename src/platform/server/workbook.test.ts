// The first sheet of a workbook as rows of text: days, numbers and formulas as they stand there; what unfolds too far is refused.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { Invalid } from '#platform/errors.ts';
import { openTable } from './table-file.ts';

type Cells = SheetData;

const workbook = async (cells: Cells) =>
	new File([new Uint8Array(await writeXlsxFile(cells).toBuffer())], 'tabel.xlsx');

const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' }) as const;

test('days, numbers, Arabic, emoji and empty rows come out as they were meant', async () => {
	const file = await workbook([
		[{ value: 'Onderwerp' }, { value: 'Verzonden op' }, { value: 'Ontvangers' }],
		[{ value: 'نشرة 🎉' }, day('2022-08-31'), { value: 1204, type: Number }],
		[],
		[{ value: '=1+1' }, { value: '31-8-2022' }, { value: 12.5, type: Number }]
	]);
	const { columns, separator, rows } = await openTable(file, 100);
	expect([columns, separator]).toEqual([['onderwerp', 'verzonden_op', 'ontvangers'], 'sheet']);
	const found = await Array.fromAsync(rows, ({ row, cells }) => [row, ...cells.values()]);
	expect(found).toEqual([
		[2, 'نشرة 🎉', '2022-08-31', '1204'],
		[4, '=1+1', '31-8-2022', '12.5']
	]);
});

/** A zip file with one part, whose sizes are whatever it says. */
function zip(packed: Buffer): File {
	const [local, line, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
	const name = Buffer.from('xl/workbook.xml');
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt16LE(name.length, 26);
	line.writeUInt32LE(0x02014b50, 0);
	line.writeUInt16LE(8, 10);
	line.writeUInt32LE(packed.length, 20);
	line.writeUInt32LE(100, 24);
	line.writeUInt16LE(name.length, 28);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(local.length + name.length + packed.length, 16);
	return new File(
		[local, name, packed, line, name, end].map((part) => new Uint8Array(part)),
		'bom.xlsx'
	);
}

async function refusal(file: File): Promise<string | undefined> {
	try {
		await openTable(file, 100);
	} catch (error) {
		if (error instanceof Invalid) return error.issues[0]?.code;
		throw error;
	}
	return undefined;
}

test('what unfolds into more than can be read is refused, whatever it says of its own size', async () => {
	const bomb = deflateRawSync(Buffer.alloc(256_000_000));
	expect(bomb.length).toBeLessThan(1_000_000);
	expect(await refusal(zip(bomb))).toBe('platform_issue_table_unfolds');
});

test('a zip file that is no workbook, or is broken off, is refused in a sentence', async () => {
	expect(await refusal(zip(deflateRawSync(Buffer.from('<x/>'))))).toBe('platform_issue_table_workbook');
	const whole = await workbook([[{ value: 'a' }, { value: 'b' }]]);
	expect(await refusal(new File([whole.slice(0, whole.size / 2)], 'half.xlsx'))).toBe('platform_issue_table_workbook');
});
