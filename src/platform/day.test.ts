// The calendar's arithmetic, against `Date` on every day that a typing error cannot be.
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, isoWeek, mondayOf, weekday } from './day.ts';

const msPerDay = 86_400_000;
const byDate = (number: number) => new Date(number * msPerDay).toISOString().slice(0, 10);
const [first, last] = [Date.parse('1850-01-01T00:00:00Z') / msPerDay, Date.parse('2260-12-31T00:00:00Z') / msPerDay];

test('every day from 1850 until 2260 is the day that Date makes of it', () => {
	const wrong: string[] = [];
	for (let number = first; number <= last; number += 1) {
		const day = byDate(number);
		const sunday = new Date(number * msPerDay).getUTCDay();
		if (
			addDays('1970-01-01', number) !== day ||
			daysBetween('1970-01-01', day) !== number ||
			addDays(day, 1) !== byDate(number + 1) ||
			weekday(day) !== (sunday || 7)
		)
			wrong.push(day);
	}
	expect(wrong).toEqual([]);
	expect(last - first).toBeGreaterThan(150_000);
});

test('months end where the calendar says, and weeks begin on Monday', () => {
	expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
	expect(addMonths('2022-03-31', -1)).toBe('2022-02-28');
	expect(mondayOf('2022-01-01')).toBe('2021-12-27');
	expect(isoWeek('2022-01-01')).toEqual({ year: 2021, week: 52 });
	expect(isDay('2022-02-29')).toBe(false);
	expect(isDay('2024-02-29')).toBe(true);
});
