// Tables as text: RFC 4180 as people and programs really write it, with commas, semicolons or tabs, quotes, and line breaks inside quotes.

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** `row` as a spreadsheet numbers it: the first is 1, and a line break inside a cell begins no row. */
export type CsvRow = { row: number; cells: string[] };

/** Longer is no cell: most likely a quote that was never closed. */
export const longestCell = 20_000;

/** A quote opened in `row` and not closed within the longest cell, or at all. */
export class OpenQuote extends Error {
	row: number;
	constructor(row: number) {
		super(`a quote opened in row ${row} is not closed`);
		this.row = row;
	}
}

/** Reads rows from text that comes in pieces. A quote opens only at the start of a cell; elsewhere it is a character like others. */
export class CsvReader {
	#separator: Separator;
	#row = 1;
	#cells: string[] = [];
	#cell = '';
	#state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start';
	#sawReturn = false;
	#rows: CsvRow[] = [];

	constructor(separator: Separator) {
		this.#separator = separator;
	}

	/** The rows that are complete now. */
	feed(text: string): CsvRow[] {
		for (const character of text) this.#take(character);
		return this.#taken();
	}

	/** The last row, when the text does not end on a line break. */
	end(): CsvRow[] {
		if (this.#state === 'quoted') throw new OpenQuote(this.#row);
		if (this.#cell !== '' || this.#cells.length > 0 || this.#state === 'after-quote') this.#endRow();
		return this.#taken();
	}

	#take(character: string) {
		const isSecondHalf = this.#sawReturn && character === '\n';
		this.#sawReturn = character === '\r' && this.#state !== 'quoted';
		if (isSecondHalf) return;
		if (this.#state !== 'quoted') this.#outside(character);
		else if (character === '"') this.#state = 'after-quote';
		else this.#cell += character;
		if (this.#cell.length > longestCell) throw new OpenQuote(this.#row);
	}

	#outside(character: string) {
		if (character === this.#separator) this.#endCell();
		else if (character === '\n' || character === '\r') this.#endRow();
		else if (character === '"' && this.#state === 'start') this.#state = 'quoted';
		else if (character === '"' && this.#state === 'after-quote') {
			this.#cell += '"';
			this.#state = 'quoted';
		} else {
			this.#cell += character;
			this.#state = 'plain';
		}
	}

	#endCell() {
		this.#cells.push(this.#cell);
		this.#cell = '';
		this.#state = 'start';
	}

	#endRow() {
		this.#endCell();
		this.#rows.push({ row: this.#row, cells: this.#cells });
		this.#cells = [];
		this.#row += 1;
	}

	#taken(): CsvRow[] {
		const found = this.#rows;
		this.#rows = [];
		return found;
	}
}

/** Which separator a table uses, by its first line: the one that stands there most outside quotes. `sep=;` says it itself. */
export function separatorOf(firstLine: string): Separator {
	const said = /^sep=([,;\t])$/i.exec(firstLine.trim())?.[1];
	if (said) return said as Separator;
	const bare = firstLine.replaceAll(/"(?:[^"]|"")*"/g, '');
	const count = (separator: string) => bare.split(separator).length;
	return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;
/** A number may begin with a minus, and is no formula. */
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** A cell as it is written; with an apostrophe in front where a spreadsheet would calculate (OWASP, "CSV injection"). */
export function csvCell(value: string | number | null, separator: Separator): string {
	const text = value === null ? '' : String(value);
	const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
	return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The cell without the apostrophe that `csvCell` put in front. */
export const fromCsvCell = (text: string) =>
	text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
