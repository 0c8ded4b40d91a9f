// What a cell of a table says: days, numbers and yes or no, as spreadsheets and people write them. A guess is never made.
import { isDay, type Day } from './day.ts';

/** A cell of a text table is a text; of JSON it may be more. */
export type Cell = string | number | boolean | null | readonly unknown[] | { readonly [name: string]: unknown };

/** What is wrong, as the code and parameters of an issue. */
export type Wrong = { code: string; params: Record<string, unknown> };
export type Read<T> = { value: T } | { wrong: Wrong };

const wrong = (code: string, params: Record<string, unknown> = {}) => ({ wrong: { code, params } });

/** The text of a cell, trimmed; undefined for a list or an object, '' for nothing. */
export const textOf = (cell: Cell | undefined): string | undefined => {
	if (cell === undefined || cell === null) return '';
	return typeof cell === 'object' ? undefined : String(cell).trim();
};

/** How days with two numbers up to 12 are written: `day-first` 3-4-2022 is 3 April, `month-first` 4 March. */
export const dayOrders = ['day-first', 'month-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How a day was written. */
export const dayForms = ['iso', 'day-first', 'month-first', 'excel'] as const;
export type DayForm = (typeof dayForms)[number];

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const parted = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** 1954-10-03 to 2099-12-31: other numbers are no days that anyone means. */
const excelFrom = 20_000;
const excelUntil = 73_050;
const msPerDay = 86_400_000;
/** Day 0 of Excel's calendar from March 1900 on. */
const excelZero = Date.UTC(1899, 11, 30);

const dayOf = (year: string, month: string, date: string) =>
	`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

function checked(day: Day, form: DayForm): Read<{ day: Day; form: DayForm }> {
	if (isDay(day)) return { value: { day, form } };
	if (day < '1900' || day >= '2200') return wrong('platform_issue_table_year', { year: Number(day.slice(0, 4)) });
	return wrong('platform_issue_table_no_day', { text: day });
}

/**
 * A day and how it was written: 2022-08-31, 31-8-2022, 31.8.2022, 31/8/2022, or Excel's number 44804; a time behind it is
 * left out. With slashes some put the month first: without `order` a day that can be read in two ways is refused.
 */
export function readDay(text: string, order?: DayOrder): Read<{ day: Day; form: DayForm }> {
	const asIso = iso.exec(text);
	if (asIso) return checked(dayOf(asIso[1]!, asIso[2]!, asIso[3]!), 'iso');
	const asParted = parted.exec(text);
	if (asParted) {
		const [, first, mark, second, year] = asParted as unknown as [string, string, string, string, string];
		const canBeBoth = Number(first) <= 12 && Number(second) <= 12 && first !== second;
		if (mark === '/' && canBeBoth && !order) return wrong('platform_issue_table_two_ways', { text });
		return order === 'month-first'
			? checked(dayOf(year, first, second), 'month-first')
			: checked(dayOf(year, second, first), 'day-first');
	}
	if (/^\d{5}(?:\.\d+)?$/.test(text)) {
		const number = Math.floor(Number(text));
		if (number < excelFrom || number > excelUntil) return wrong('platform_issue_table_no_day', { text });
		return { value: { day: new Date(excelZero + number * msPerDay).toISOString().slice(0, 10), form: 'excel' } };
	}
	return wrong('platform_issue_table_no_day', { text });
}

/** A number of 0 or more: 1250, 12.5, 12,5. `1.250` may be a thousand and more, or one and a bit: refused. */
export function readNumber(text: string): Read<number> {
	if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text) && !/^0[.,]/.test(text)) {
		return wrong('platform_issue_table_number_two_ways', { text });
	}
	if (!/^\d{1,13}(?:[.,]\d{1,6})?$/.test(text)) return wrong('platform_issue_table_no_number', { text });
	return { value: Number(text.replace(',', '.')) };
}

const yes = new Set(['true', 'yes', 'ja', 'y', 'j', '1', 'x', 'waar']);
const no = new Set(['', 'false', 'no', 'nee', 'n', '0', 'onwaar']);

export function readYesNo(text: string): Read<boolean> {
	const word = text.toLowerCase();
	if (yes.has(word)) return { value: true };
	return no.has(word) ? { value: false } : wrong('platform_issue_table_yes_no', { text });
}
