// Days that a text speaks of, in Dutch and English, as people write them in mails and programs in lists.
import { addDays, addMonths, daysBetween, isDay, type Day } from '#platform/day.ts';

const months = [
	'januari january jan',
	'februari february feb',
	'maart march mrt mar',
	'april apr',
	'mei may',
	'juni june jun',
	'juli july jul',
	'augustus august aug',
	'september sept sep',
	'oktober october okt oct',
	'november nov',
	'december dec'
].map((names) => names.split(' '));

const monthNames = months.flat().join('|');
const monthOf = (name: string) => months.findIndex((names) => names.includes(name.toLowerCase())) + 1;
const two = (number: number | string) => String(number).padStart(2, '0');

/** A year of two figures is of this century. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

type Found = { place: number; day: Day };

/** The year in which the day lies nearest to `near`. */
function withYear(month: number, date: string, near: Day): Day {
	const year = Number(near.slice(0, 4));
	return [year - 1, year, year + 1]
		.map((each) => `${each}-${two(month)}-${two(date)}`)
		.filter(isDay)
		.reduce(
			(best, day) => (Math.abs(daysBetween(near, day)) < Math.abs(daysBetween(near, best)) ? day : best),
			`${year}-${two(month)}-${two(date)}`
		);
}

function matchesOf(text: string, pattern: RegExp, dayOf: (parts: (string | undefined)[]) => Day): Found[] {
	return [...text.matchAll(pattern)]
		.map((match) => ({ place: match.index, day: dayOf(match.slice(1)) }))
		.filter(({ day }) => isDay(day));
}

/**
 * The days in a text, in the order in which they stand there, each once. Without a year it is the one nearest to `near`.
 * `31/8/2022` and `31-8-2022` are read day first; a day that may also be month first with slashes is left out.
 */
export function daysInText(text: string, near: Day): Day[] {
	const found = [
		...matchesOf(text, /\b(\d{4})-(\d{2})-(\d{2})\b/g, ([year, month, date]) => `${year}-${month}-${date}`),
		...matchesOf(text, /(?<![\d-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d-])/g, ([date, mark, month, year]) =>
			mark === '/' && Number(date) <= 12 && Number(month) <= 12 && date !== month
				? ''
				: `${fullYear(year!)}-${two(month!)}-${two(date!)}`
		),
		...matchesOf(
			text,
			new RegExp(
				String.raw`\b(\d{1,2})(?:e|de|ste|st|nd|rd|th)?\.?\s+(?:of\s+)?(${monthNames})\b\.?(?:,?\s+(\d{4})\b)?`,
				'gi'
			),
			([date, name, year]) =>
				year ? `${year}-${two(monthOf(name!))}-${two(date!)}` : withYear(monthOf(name!), date!, near)
		),
		...matchesOf(
			text,
			new RegExp(
				String.raw`\b(${monthNames})\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[:.]\d)(?:,?\s+(\d{4})\b)?`,
				'gi'
			),
			([name, date, year]) =>
				year ? `${year}-${two(monthOf(name!))}-${two(date!)}` : withYear(monthOf(name!), date!, near)
		),
		...relativeDays(text, near)
	];
	return [...new Set(found.sort((one, other) => one.place - other.place).map(({ day }) => day))];
}

const relative: [RegExp, number][] = [
	[/\b(?:vandaag|today)\b/gi, 0],
	[/\b(?:gisteren|yesterday)\b/gi, -1],
	[/\b(?:eergisteren)\b/gi, -2],
	[/\b(?:morgen|tomorrow)\b/gi, 1]
];

/** From the day on which the text was written. `morgen` is also the morning: "goedemorgen" is one word, "morgen" alone is tomorrow. */
const relativeDays = (text: string, near: Day): Found[] =>
	relative.flatMap(([pattern, days]) => matchesOf(text, pattern, () => addDays(near, days)));

/** Whether a day is so far from another that it is about something else. */
export const isFar = (day: Day, near: Day) => day > addMonths(near, 13) || day < addMonths(near, -13);
