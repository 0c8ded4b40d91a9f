// The course of a reading as one picture for documents: the step line against what was expected, as `ui/Course.svelte` draws it.
import { monthNames, shortDayText } from '#platform/dates.ts';
import type { Locale } from '#platform/localized.ts';
import { numberText } from '#platform/numbers.ts';
import { drawCourse, type CourseInput } from './course.ts';
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

/** `label` is the picture in one sentence, `wantedWord` stands at the line of what is wanted. */
export function coursePicture(
	input: CourseInput,
	{ locale, label, wantedWord }: { locale: Locale; label: string; wantedWord: string }
): Picture {
	const course = drawCourse(input);
	const names = monthNames(locale);
	const every = Math.ceil(course.months.length / 14);
	const monthWidth = 100 / Math.max(1, course.months.length);
	const radius = course.dots.length + course.rings.length > 30 ? 0 : 3.2;
	const months = course.months
		.filter((_, at) => at % every === 0)
		.map(({ x, month, year }) =>
			words(month === 0 && every > 1 ? String(year) : names[month]!, px(x + monthWidth / 2), py(100) + 18, {
				'text-anchor': 'middle',
				'font-size': 11
			})
		);
	const ticks = course.ticks.flatMap(({ value, y }) => [
		level(y, { stroke: inks.line }),
		words(numberText(value, locale), PLOT.x - 8, py(y) + 4, { 'text-anchor': 'end', 'font-size': 11 })
	]);
	const wanted = course.wanted.flatMap(({ value, y }, at) => [
		level(y, { stroke: inks.ink, 'stroke-dasharray': '1 3' }),
		words(`${at === 0 ? `${wantedWord} ` : ''}${numberText(value, locale)}`, PLOT.x + PLOT.width + 6, py(y) + 4)
	]);
	const steps = (d: string) =>
		d.replaceAll(/([MHV])([\d.-]+)(?: ([\d.-]+))?/g, (_all, move: string, one: string, other: string | undefined) => {
			if (move === 'M') return `M${px(Number(one))} ${py(Number(other))}`;
			return move === 'H' ? `H${px(Number(one))}` : `V${py(Number(one))}`;
		});
	const path = (d: string, rest: Record<string, string | number>) =>
		tag('path', { d: steps(d), fill: 'none', stroke: inks.ink, ...rest });
	const band = course.band
		.split(' ')
		.map((point) => point.split(',').map(Number))
		.map(([x, y]) => `${px(x!)},${py(y!)}`)
		.join(' ');
	const marks = [
		...course.dots.map(({ x, y }) => tag('circle', { cx: px(x), cy: py(y), r: radius, fill: inks.ink })),
		...course.rings.map(({ x, y }) =>
			tag('circle', { cx: px(x), cy: py(y), r: radius, fill: inks.paper, stroke: inks.ink, 'stroke-width': 1.4 })
		)
	];
	const now = course.today === null ? null : px(course.today);
	const left = course.end.x > 12;
	return picture(
		WIDTH,
		HEIGHT,
		label,
		course.band ? tag('polygon', { points: band, fill: inks.bandPast }) : '',
		...ticks,
		...wanted,
		now === null
			? ''
			: tag('line', { x1: now, x2: now, y1: PLOT.y - 6, y2: py(100), stroke: inks.accent, 'stroke-width': 1.5 }) +
					words(shortDayText(input.today, locale), now, 14, {
						'text-anchor': 'middle',
						'font-weight': 700,
						'font-size': 11,
						fill: inks.accent
					}),
		course.plannedLine ? path(course.plannedLine, { 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }) : '',
		path(course.line, { 'stroke-width': 2.25 }),
		...(radius > 0 ? marks : []),
		words(numberText(course.end.value, locale), px(course.end.x) + (left ? -8 : 8), py(course.end.y) - 7, {
			'text-anchor': left ? 'end' : 'start',
			'font-weight': 700,
			'font-size': 14,
			fill: inks.ink
		}),
		...months
	);
}
