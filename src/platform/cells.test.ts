// Days and numbers as people and spreadsheets write them: read rightly, or refused with the reason.
import { expect, test } from 'vitest';
import { readDay, readNumber, readYesNo, type DayOrder } from './cells.ts';

test.each([
	['2022-08-31', '2022-08-31', 'iso'],
	['2022-8-3', '2022-08-03', 'iso'],
	['2022-08-31 14:30', '2022-08-31', 'iso'],
	['2022-08-31T14:30:00', '2022-08-31', 'iso'],
	['31-8-2022', '2022-08-31', 'day-first'],
	['3-4-2022', '2022-04-03', 'day-first'],
	['31.08.2022', '2022-08-31', 'day-first'],
	['31/8/2022', '2022-08-31', 'day-first'],
	['4/4/2022', '2022-04-04', 'day-first'],
	['44804', '2022-08-31', 'excel'],
	['44804.604', '2022-08-31', 'excel'],
	['44620', '2022-02-28', 'excel'],
	['44621', '2022-03-01', 'excel']
])('%s is %s', (text, day, form) => {
	expect(readDay(text)).toEqual({ value: { day, form } });
});

test.each([
	['3/4/2022', 'platform_issue_table_two_ways', undefined],
	['8/31/2022', 'platform_issue_table_no_day', undefined],
	['31/8/2022', 'platform_issue_table_no_day', 'month-first'],
	['2202-08-31', 'platform_issue_table_year', undefined],
	['31-8-2202', 'platform_issue_table_year', undefined],
	['0022-08-31', 'platform_issue_table_year', undefined],
	['2022-02-29', 'platform_issue_table_no_day', undefined],
	['31-8-22', 'platform_issue_table_no_day', undefined],
	['31 augustus', 'platform_issue_table_no_day', undefined],
	['2022', 'platform_issue_table_no_day', undefined],
	['99999', 'platform_issue_table_no_day', undefined],
	['2022-08-31T14:30:00Z', 'platform_issue_table_no_day', undefined],
	['', 'platform_issue_table_no_day', undefined]
] as [string, string, DayOrder | undefined][])('%s is refused: %s', (text, code, order) => {
	expect(readDay(text, order)).toMatchObject({ wrong: { code } });
});

test('whoever says how days are written is believed', () => {
	expect(readDay('3/4/2022', 'day-first')).toEqual({ value: { day: '2022-04-03', form: 'day-first' } });
	expect(readDay('3/4/2022', 'month-first')).toEqual({ value: { day: '2022-03-04', form: 'month-first' } });
	expect(readDay('8/31/2022', 'month-first')).toEqual({ value: { day: '2022-08-31', form: 'month-first' } });
	expect(readDay('2022-03-04', 'month-first')).toEqual({ value: { day: '2022-03-04', form: 'iso' } });
});

test('numbers are read with a point or a comma, but never guessed', () => {
	expect(['1250', '12.5', '12,5', '0', '0.125'].map((text) => readNumber(text))).toEqual(
		[1250, 12.5, 12.5, 0, 0.125].map((value) => ({ value }))
	);
	for (const text of ['1.250', '1,250', '1.250.000']) {
		expect(readNumber(text)).toMatchObject({ wrong: { code: 'platform_issue_table_number_two_ways' } });
	}
	for (const text of ['-3', 'many', '1e9', '=1+1', '٣', '', '1.250,50']) {
		expect(readNumber(text)).toMatchObject({ wrong: { code: 'platform_issue_table_no_number' } });
	}
});

test('yes and no, in both languages', () => {
	for (const text of ['ja', 'TRUE', 'x', '1']) expect(readYesNo(text)).toEqual({ value: true });
	for (const text of ['nee', 'False', '', '0']) expect(readYesNo(text)).toEqual({ value: false });
	expect(readYesNo('misschien')).toMatchObject({ wrong: { code: 'platform_issue_table_yes_no' } });
});
