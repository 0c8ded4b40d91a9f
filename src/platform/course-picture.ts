// The course of a reading as one picture for documents: the step line against what was expected, as `ui/Course.svelte` draws it.
import type { Day } from '#platform/day.ts';
import { monthNames, shortDayText } from '#platform/dates.ts';
import type { Locale } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';
import { drawCourse, type CourseDrawing, type CourseInput } from './course.ts';
import { inks, picture, tag, xml, type Picture } from './svg.ts';

const WIDTH = 900;
const HEIGHT = 260;
const PLOT = { x: 46, y: 26, width: 740, height: 200 };

const px = (percent: number) => PLOT.x + (PLOT.width * percent) / 100;
const py = (percent: number) => PLOT.y + (PLOT.height * percent) / 100;
const words = (text: string, x: number, y: number, rest: Record<string, string | number> = {}) =>
	tag('text', { x, y, 'font-size': 12, fill: inks.soft, ...rest }, xml(text));

const level = (y: number, rest: Record<string, string | number>) =>
	tag('line', { x1: PLOT.x, x2: PLOT.x + PLOT.width, y1: py(y), y2: py(y), ...rest });

type Said = { locale: Locale; label: string; wantedWord: string };

/** Months below, values beside, what is wanted as a dotted line. */
function axes(course: CourseDrawing, { locale, wantedWord }: Said): string[] {
	const names = monthNames(locale);
	const every = Math.ceil(course.months.length / 14);
	const monthWidth = 100 / Math.max(1, course.months.length);
	const small = { 'font-size': 11 };
	const months = course.months
		.filter((_, at) => at % every === 0)
		.map(({ x, month, year }) => {
			const name = month === 0 && every > 1 ? String(year) : names[month]!;
			return words(name, px(x + monthWidth / 2), py(100) + 18, { 'text-anchor': 'middle', ...small });
		});
	const ticks = course.ticks.flatMap(({ value, y }) => [
		level(y, { stroke: inks.line }),
		words(numberText(value, locale), PLOT.x - 8, py(y) + 4, { 'text-anchor': 'end', ...small })
	]);
	const wanted = course.wanted.flatMap(({ value, y, labelY }, at) => [
		level(y, { stroke: inks.ink, 'stroke-dasharray': '1 3' }),
		words(`${at === 0 ? `${wantedWord} ` : ''}${numberText(value, locale)}`, PLOT.x + PLOT.width + 6, py(labelY) + 4)
	]);
	return [...ticks, ...wanted, ...months];
}

function todayLine({ today: at }: CourseDrawing, today: Day, locale: Locale): string {
	if (at === null) return '';
	const x = px(at);
	const said = { 'text-anchor': 'middle', 'font-weight': 700, 'font-size': 11, fill: inks.accent };
	const line = { x1: x, x2: x, y1: PLOT.y - 6, y2: py(100), stroke: inks.accent, 'stroke-width': 1.5 };
	return tag('line', line) + words(shortDayText(today, locale), x, 14, said);
}

/** A path on a field of 100 by 100, on the plot. */
const steps = (d: string) =>
	d.replaceAll(/([MHV])([\d.-]+)(?: ([\d.-]+))?/g, (_all, move: string, one: string, other: string | undefined) => {
		if (move === 'M') return `M${px(Number(one))} ${py(Number(other))}`;
		return move === 'H' ? `H${px(Number(one))}` : `V${py(Number(one))}`;
	});

const path = (d: string, rest: Record<string, string | number>) =>
	tag('path', { d: steps(d), fill: 'none', stroke: inks.ink, ...rest });

function expected({ band }: CourseDrawing): string {
	if (!band) return '';
	const points = band.split(' ').map((point) => point.split(',').map(Number));
	return tag('polygon', { points: points.map(([x, y]) => `${px(x!)},${py(y!)}`).join(' '), fill: inks.bandPast });
}

/** Single changes; where they would touch they are left out. */
function marks({ dots, rings }: CourseDrawing): string[] {
	if (dots.length + rings.length > 30) return [];
	const ring = { fill: inks.paper, stroke: inks.ink, 'stroke-width': 1.4 };
	return [
		...dots.map(({ x, y }) => tag('circle', { cx: px(x), cy: py(y), r: 3.2, fill: inks.ink })),
		...rings.map(({ x, y }) => tag('circle', { cx: px(x), cy: py(y), r: 3.2, ...ring }))
	];
}

/** `label` is the picture in one sentence, `wantedWord` stands at the line of what is wanted. */
export function coursePicture(input: CourseInput, said: Said): Picture {
	const course = drawCourse(input);
	const { locale, label } = said;
	const { x, y, value, isBelow } = course.end;
	const isLeft = x > 12;
	return picture(
		WIDTH,
		HEIGHT,
		label,
		expected(course),
		...axes(course, said),
		todayLine(course, input.today, locale),
		course.plannedLine ? path(course.plannedLine, { 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }) : '',
		path(course.line, { 'stroke-width': 2.25 }),
		...marks(course),
		words(numberText(value, locale), px(x) + (isLeft ? -8 : 8), py(y) + (isBelow ? 17 : -7), {
			'text-anchor': isLeft ? 'end' : 'start',
			'font-weight': 700,
			'font-size': 14,
			fill: inks.ink
		})
	);
}
