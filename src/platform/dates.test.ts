// Days and periods read as a person would say them, in both languages.
import { describe, expect, test } from 'vitest';
import {
	awayText,
	dayText,
	momentText,
	monthNames,
	periodText,
	rangeText,
	shortDayText,
	weekdayText
} from './dates.ts';

test('a day, with and without its weekday', () => {
	expect(dayText('2022-08-31', 'nl')).toBe('31 augustus 2022');
	expect(dayText('2022-08-31', 'en')).toBe('31 August 2022');
	expect(weekdayText('2022-08-31', 'nl')).toBe('woensdag 31 augustus 2022');
	expect(weekdayText('2022-08-31', 'en')).toBe('Wednesday 31 August 2022');
	expect(shortDayText('2022-03-01', 'nl')).toBe('1 mrt');
});

test('months are short and without full stops', () => {
	expect(monthNames('nl').join(' ')).toBe('jan feb mrt apr mei jun jul aug sep okt nov dec');
	expect(monthNames('en').join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
});

describe('a period', () => {
	test.each([
		['2022-03-01', '2022-03-01', '1 maart 2022'],
		['2022-03-01', '2022-03-03', '1–3 maart 2022'],
		['2022-02-28', '2022-03-02', '28 februari – 2 maart 2022'],
		['2021-12-30', '2022-01-02', '30 december 2021 – 2 januari 2022'],
		['2022-03-01', '2022-03-31', 'maart 2022'],
		['2022-06-01', '2022-08-31', 'juni–augustus 2022'],
		['2022-01-01', '2022-12-31', '2022'],
		['2021-12-01', '2022-02-28', 'december 2021 – februari 2022'],
		['2024-02-01', '2024-02-29', 'februari 2024'],
		['2024-02-01', '2024-02-28', '1–28 februari 2024']
	])('%s until %s is "%s"', (from, until, text) => expect(rangeText(from, until, 'nl')).toBe(text));

	test('that still lasts', () => {
		expect(periodText('2022-03-01', null, 'nl')).toBe('sinds 1 maart 2022');
		expect(periodText('2022-03-01', null, 'en')).toBe('since 1 March 2022');
		expect(periodText('2022-03-01', '2022-03-31', 'en')).toBe('March 2022');
	});
});

test('a moment is told in the time zone of the association', () => {
	expect(momentText(new Date('2022-08-31T22:05:00Z'), 'nl', 'Europe/Amsterdam')).toBe('1 september 2022, 00:05');
	expect(momentText(new Date('2022-08-31T22:05:00Z'), 'en', 'UTC')).toBe('31 August 2022, 22:05');
});

describe('how far away a day is', () => {
	test.each([
		['2022-08-31', 'vandaag'],
		['2022-09-01', 'morgen'],
		['2022-08-30', 'gisteren'],
		['2022-09-05', 'over 5 dagen'],
		['2022-08-21', '10 dagen geleden'],
		['2022-09-21', 'over 3 weken'],
		['2022-12-30', 'over 3 maanden'],
		['2022-12-31', 'over 4 maanden'],
		['2022-05-31', '3 maanden geleden'],
		['2030-12-31', 'over 8 jaar']
	])('%s seen from 31 August 2022 is "%s"', (day, text) => expect(awayText(day, '2022-08-31', 'nl')).toBe(text));
});
