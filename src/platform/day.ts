// Days as `YYYY-MM-DD` strings: the association thinks in days, and a string has no time zone to get wrong.

export type Day = string;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

const toMs = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** A real calendar day between 1900 and 2199: what lies outside is a typing error. */
export function isDay(text: string): boolean {
	if (!isoDay.test(text) || text < '1900' || text >= '2200') return false;
	const ms = toMs(text);
	return !Number.isNaN(ms) && fromMs(ms) === text;
}

const daysPerEra = 146_097;
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/**
 * Days since 1 January 1970, and back. Arithmetic of the Gregorian calendar in eras of 400 years that begin in March, so that
 * the leap day comes last (Hinnant, "chrono-compatible low-level date algorithms"): a page of a year asks thousands of times,
 * and `Date` takes ten times as long.
 */
function numberOf(day: Day): number {
	const digit = (at: number) => day.charCodeAt(at) - 48;
	const month = digit(5) * 10 + digit(6);
	const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digit(8) * 10 + digit(9) - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * daysPerEra + dayOfEra - 719_468;
}

function dayOf(number: number): Day {
	const shifted = number + 719_468;
	const era = Math.floor(shifted / daysPerEra);
	const dayOfEra = shifted - era * daysPerEra;
	const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
	const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
	return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[date]}`;
}

export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** Adds whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
	const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
	const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return fromMs(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Whole days from `from` to `until`; 0 for the same day. */
export const daysBetween = (from: Day, until: Day) => numberOf(until) - numberOf(from);

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export const weekday = (day: Day) => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

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
