// Tables and pictures of a Word document.
import {
	BorderStyle,
	ImageRun,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import { pngOf } from '#platform/server/picture.ts';
import { inks } from '#platform/svg.ts';
import type { Described } from './pictures.ts';

/** Between the margins of A4, in twentieths of a point; and in the pixels that pictures are measured in. */
const WIDTH = 9638;
export const TEXT_WIDTH = 642;

/** What XML cannot hold would make the whole document unreadable. */
export const plain = (text: string) =>
	text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: inks.line.slice(1) };
const rule = { style: BorderStyle.SINGLE, size: 6, color: inks.ink.slice(1) };

type Cell = readonly Paragraph[];

const cell = (children: Cell, width: number) =>
	new TableCell({
		children: [...children],
		width: { size: width, type: WidthType.DXA },
		margins: { top: 60, bottom: 60, left: 0, right: 140 }
	});

/** `shares` are the widths of the columns in proportion. The head repeats on every page; a row stays on one. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[], shares: readonly number[]) {
	const whole = shares.reduce((sum, share) => sum + share, 0);
	const widths = shares.map((share) => Math.floor((WIDTH * share) / whole));
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map((label, at) =>
			cell([new Paragraph({ style: 'Head', children: [new TextRun(plain(label))] })], widths[at]!)
		)
	});
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: WIDTH, type: WidthType.DXA },
		columnWidths: widths,
		borders: { top: rule, bottom: rule, left: none, right: none, insideVertical: none, insideHorizontal: hairline },
		rows: [
			head,
			...rows.map(
				(cells) => new TableRow({ cantSplit: true, children: cells.map((children, at) => cell(children, widths[at]!)) })
			)
		]
	});
}

/** As wide as the text; drawn by programs that can, as dots for those that cannot. */
export async function image(picture: Described, width: number): Promise<Paragraph> {
	const fallback = { type: 'png' as const, data: await pngOf(picture) };
	const height = Math.round((picture.height * width) / picture.width);
	return new Paragraph({
		children: [
			new ImageRun({
				type: 'svg',
				data: Buffer.from(picture.svg),
				fallback,
				transformation: { width, height },
				altText: { name: plain(picture.alt), description: plain(picture.alt), title: plain(picture.alt) }
			})
		]
	});
}
