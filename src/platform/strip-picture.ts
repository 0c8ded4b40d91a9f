// The year strip as one picture for documents: rows with title, strip, reading and status, as the page has them.
import { monthNames, shortDayText } from '#platform/dates.ts';
import type { Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
import { drawStrip, monthsOf, todayX, type StripInput } from './strip.ts';
import { inks, picture, statusInks, tag, wrapped, xml, type Picture } from './svg.ts';

export type StripRow = {
	title: string;
	reading: string;
	statusKey: keyof typeof statusInks;
	statusWord: string;
	/** The shape of the status on a field of 12 by 12. */
	shape: { fill?: string; line?: string };
	strip: Omit<StripInput, 'year' | 'today'>;
};
export type StripPart = { title: string; rows: readonly StripRow[] };

type Drawn = { year: number; today: Day; locale: Locale; label: string };

const WIDTH = 960;
const STRIP = { x: 330, width: 410 };
const READING = 812;
const STATUS = 826;
const HEAD = 34;
const SIZE = 12;
const LINE = 15;

const at = (percent: number) => STRIP.x + (STRIP.width * percent) / 100;
const words = (text: string, x: number, y: number, rest: Record<string, string | number> = {}) =>
	tag('text', { x, y, 'font-size': SIZE, fill: inks.ink, ...rest }, xml(text));

function head({ year, today, locale }: Drawn, height: number): string {
	const names = monthNames(locale);
	const months = monthsOf(year).flatMap(({ from, middle }, month) => [
		tag('line', { x1: at(from), x2: at(from), y1: HEAD, y2: height, stroke: inks.rule }),
		words(names[month]!, at(middle), HEAD - 6, { 'text-anchor': 'middle', 'font-size': 10, fill: inks.soft })
	]);
	const x = todayX(today, year);
	const now =
		x === null
			? ''
			: tag('line', { x1: at(x), x2: at(x), y1: 14, y2: height, stroke: inks.accent, 'stroke-width': 1.5 }) +
				words(shortDayText(today, locale), at(x), 11, {
					'text-anchor': 'middle',
					'font-size': 10,
					'font-weight': 700,
					fill: inks.accent
				});
	const under = tag('line', { x1: 0, x2: WIDTH, y1: HEAD, y2: HEAD, stroke: inks.ink });
	return months.join('') + under + now;
}

const bandInks = { past: inks.bandPast, coming: inks.band, slack: inks.band, missed: '#f3dcd8', outline: 'none' };

function strip(input: StripInput, middle: number): string {
	const drawing = drawStrip(input);
	const radius = drawing.radius * 0.95;
	const bands = drawing.bands.map(({ x, width, kind }) =>
		tag('rect', {
			x: at(x),
			y: middle - (kind === 'slack' ? 2 : 5),
			width: (STRIP.width * width) / 100,
			height: kind === 'slack' ? 4 : 10,
			fill: bandInks[kind],
			...(kind === 'outline' ? { stroke: inks.faint, 'stroke-dasharray': '2 2' } : {})
		})
	);
	const ends = drawing.deadlines.map((x) =>
		tag('rect', { x: at(x) - 1.25, y: middle - 5, width: 1.25, height: 10, fill: inks.edge })
	);
	const lines = drawing.lines.map(({ from, to, kind }) =>
		tag('line', {
			x1: at(from),
			x2: at(to),
			y1: middle,
			y2: middle,
			stroke: inks.ink,
			'stroke-width': 2,
			...(kind === 'foreseen' ? { 'stroke-dasharray': '3 3' } : {})
		})
	);
	const dots = drawing.dots.map((x) => tag('circle', { cx: at(x), cy: middle, r: radius, fill: inks.ink }));
	const rings = drawing.rings.map((x) =>
		tag('circle', { cx: at(x), cy: middle, r: radius - 0.5, fill: inks.paper, stroke: inks.ink })
	);
	return [...bands, ...ends, ...lines, ...dots, ...rings].join('');
}

/** A status as shape and word; the shape stands on the first line of the row. */
function status({ statusKey, statusWord, shape }: StripRow, y: number): string {
	const ink = statusInks[statusKey];
	const drawn = tag(
		'g',
		{ transform: `translate(${STATUS} ${y - 10})` },
		shape.fill ? tag('path', { d: shape.fill, fill: ink }) : '',
		shape.line ? tag('path', { d: shape.line, fill: 'none', stroke: ink, 'stroke-width': 1.6 }) : ''
	);
	return drawn + words(statusWord, STATUS + 17, y, { fill: ink });
}

const heightOf = (lines: number) => lines * LINE + 8;

function row(one: StripRow, y: number, { year, today }: Drawn): { height: number; svg: string } {
	const lines = wrapped(one.title, STRIP.x - 20, SIZE);
	const height = heightOf(lines.length);
	const middle = y + height / 2;
	const svg = [
		tag('line', { x1: 0, x2: WIDTH, y1: y + height, y2: y + height, stroke: inks.line }),
		...lines.map((line, index) => words(line, 0, y + 15 + index * LINE)),
		strip({ ...one.strip, year, today }, middle),
		words(one.reading, READING, middle + 4, { 'text-anchor': 'end' }),
		status(one, middle + 4)
	];
	return { height, svg: svg.join('') };
}

function drawPage(parts: readonly StripPart[], drawn: Drawn): Picture {
	let y = HEAD;
	const content: string[] = [];
	for (const { title, rows } of parts) {
		content.push(words(title, 0, y + 20, { 'font-weight': 700 }));
		y += 28;
		for (const one of rows) {
			const { height, svg } = row(one, y, drawn);
			content.push(svg);
			y += height;
		}
	}
	return picture(WIDTH, y + 2, drawn.label, head(drawn, y), ...content);
}

const rowHeight = ({ title }: StripRow) => heightOf(wrapped(title, STRIP.x - 20, SIZE).length);

/** One picture for each page: of at most `tallest` pixels; a part that does not fit goes on in the next. */
export function stripPictures(parts: readonly StripPart[], drawn: Drawn, tallest = 1250): Picture[] {
	const pages: StripPart[][] = [[]];
	let used = HEAD;
	for (const { title, rows } of parts) {
		let open: StripRow[] | undefined;
		for (const one of rows) {
			const needed = rowHeight(one) + (open ? 0 : 28);
			if (used + needed > tallest && pages.at(-1)!.length > 0) {
				pages.push([]);
				used = HEAD;
				open = undefined;
			}
			if (!open) {
				open = [];
				pages.at(-1)!.push({ title, rows: open });
				used += 28;
			}
			open.push(one);
			used += rowHeight(one);
		}
	}
	return pages.filter((page) => page.length > 0).map((page) => drawPage(page, drawn));
}
