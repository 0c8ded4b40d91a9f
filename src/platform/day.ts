// Days as `YYYY-MM-DD` strings: the association thinks in days, and a string has no time zone to get wrong.

export type Day = string;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const msPerDay = 86_400_000;

const toMs = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** A real calendar day between 1900 and 2199: what lies outside is a typing error. */
export function isDay(text: string): boolean {
	if (!isoDay.test(text) || text < '1900' || text >= '2200') return false;
	const ms = toMs(text);
	return !Number.isNaN(ms) && fromMs(ms) === text;
}

export const addDays = (day: Day, days: number): Day => fromMs(toMs(day) + days * msPerDay);

/** Adds whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
	const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
	const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return fromMs(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Whole days from `from` to `until`; 0 for the same day. */
export const daysBetween = (from: Day, until: Day) => Math.round((toMs(until) - toMs(from)) / msPerDay);

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export const weekday = (day: Day) => new Date(toMs(day)).getUTCDay() || 7;

/** Monday of the ISO week in which the day falls. */
export const mondayOf = (day: Day) => addDays(day, 1 - weekday(day));

/** ISO 8601 week number; the week belongs to the year of its Thursday. */
export function isoWeek(day: Day): { year: number; week: number } {
	const thursday = addDays(mondayOf(day), 3);
	const year = Number(thursday.slice(0, 4));
	return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}

export const maxDay = (a: Day, b: Day) => (a > b ? a : b);
export const minDay = (a: Day, b: Day) => (a < b ? a : b);
