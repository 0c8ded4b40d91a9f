// Repetitions as RFC 5545 gives them in its own examples (§3.8.5.3, and its errata), and rules that never come true.
import { expect, test } from 'vitest';
import type { Day } from '#platform/day.ts';
import { daysOf, type Rule } from './repetition.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule as it stands in a calendar. */
function rule(text: string): Rule {
	const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
	const numbers = (name: string) => (parts.get(name)?.split(',') ?? []).map(Number);
	const until = parts.get('UNTIL');
	return {
		frequency: parts.get('FREQ') as Rule['frequency'],
		interval: Number(parts.get('INTERVAL') ?? 1),
		count: parts.has('COUNT') ? Number(parts.get('COUNT')) : undefined,
		until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
		months: numbers('BYMONTH'),
		monthDays: numbers('BYMONTHDAY'),
		yearDays: numbers('BYYEARDAY'),
		weeks: numbers('BYWEEKNO'),
		days: (parts.get('BYDAY')?.split(',') ?? []).map((day) => ({
			place: Number(day.slice(0, -2) || 0),
			weekday: weekdays.indexOf(day.slice(-2)) + 1
		})),
		places: numbers('BYSETPOS'),
		weekStart: weekdays.indexOf(parts.get('WKST') ?? 'MO') + 1
	};
}

const days = (text: string, start: Day, from = start, until = '2010-12-31') => daysOf(rule(text), start, from, until);
/** `1997-09: 2 9 16` */
const said = (found: readonly Day[]) =>
	[...Map.groupBy(found, (day) => day.slice(0, 7))].map(
		([month, all]) => `${month}: ${all.map((day) => Number(day.slice(8))).join(' ')}`
	);

test.each([
	['FREQ=DAILY;COUNT=10', '1997-09-02', ['1997-09: 2 3 4 5 6 7 8 9 10 11']],
	['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', ['1997-09: 2 12 22', '1997-10: 2 12']],
	['FREQ=WEEKLY;COUNT=10', '1997-09-02', ['1997-09: 2 9 16 23 30', '1997-10: 7 14 21 28', '1997-11: 4']],
	[
		'FREQ=WEEKLY;UNTIL=19971007;WKST=SU;BYDAY=TU,TH',
		'1997-09-02',
		['1997-09: 2 4 9 11 16 18 23 25 30', '1997-10: 2 7']
	],
	[
		'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224;WKST=SU;BYDAY=MO,WE,FR',
		'1997-09-01',
		[
			'1997-09: 1 3 5 15 17 19 29',
			'1997-10: 1 3 13 15 17 27 29 31',
			'1997-11: 10 12 14 24 26 28',
			'1997-12: 8 10 12 22 24'
		]
	],
	['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09-02', ['1997-09: 2 4 16 18 30', '1997-10: 2 14 16']],
	[
		'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
		'1997-09-05',
		[
			'1997-09: 5',
			'1997-10: 3',
			'1997-11: 7',
			'1997-12: 5',
			'1998-01: 2',
			'1998-02: 6',
			'1998-03: 6',
			'1998-04: 3',
			'1998-05: 1',
			'1998-06: 5'
		]
	],
	[
		'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
		'1997-09-07',
		['1997-09: 7 28', '1997-11: 2 30', '1998-01: 4 25', '1998-03: 1 29', '1998-05: 3 31']
	],
	[
		'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
		'1997-09-22',
		['1997-09: 22', '1997-10: 20', '1997-11: 17', '1997-12: 22', '1998-01: 19', '1998-02: 16']
	],
	[
		'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6',
		'1997-09-28',
		['1997-09: 28', '1997-10: 29', '1997-11: 28', '1997-12: 29', '1998-01: 29', '1998-02: 26']
	],
	[
		'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
		'1997-09-30',
		['1997-09: 30', '1997-10: 1 31', '1997-11: 1 30', '1997-12: 1 31', '1998-01: 1 31', '1998-02: 1']
	],
	[
		'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
		'1997-09-10',
		['1997-09: 10 11 12 13 14 15', '1999-03: 10 11 12 13']
	],
	['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=9', '1997-09-02', ['1997-09: 2 9 16 23 30', '1997-11: 4 11 18 25']],
	[
		'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
		'1997-06-10',
		[
			'1997-06: 10',
			'1997-07: 10',
			'1998-06: 10',
			'1998-07: 10',
			'1999-06: 10',
			'1999-07: 10',
			'2000-06: 10',
			'2000-07: 10',
			'2001-06: 10',
			'2001-07: 10'
		]
	],
	[
		'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
		'1997-01-01',
		[
			'1997-01: 1',
			'1997-04: 10',
			'1997-07: 19',
			'2000-01: 1',
			'2000-04: 9',
			'2000-07: 18',
			'2003-01: 1',
			'2003-04: 10',
			'2003-07: 19',
			'2006-01: 1'
		]
	],
	['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', ['1997-05: 19', '1998-05: 18', '1999-05: 17']],
	['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', '1997-05-12', ['1997-05: 12', '1998-05: 11', '1999-05: 17']],
	['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=7', '1997-03-13', ['1997-03: 13 20 27', '1998-03: 5 12 19 26']],
	[
		'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=4',
		'1998-02-13',
		['1998-02: 13', '1998-03: 13', '1998-11: 13', '1999-08: 13']
	],
	[
		'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
		'1996-11-05',
		['1996-11: 5', '2000-11: 7', '2004-11: 2']
	],
	['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', ['1997-09: 4', '1997-10: 7', '1997-11: 6']],
	[
		'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7',
		'1997-09-29',
		['1997-09: 29', '1997-10: 30', '1997-11: 27', '1997-12: 30', '1998-01: 29', '1998-02: 26', '1998-03: 30']
	],
	['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', ['1997-08: 5 10 19 24']],
	['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', ['1997-08: 5 17 19 31']],
	['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', ['2007-01: 15 30', '2007-02: 15', '2007-03: 15 30']],
	[
		'FREQ=MONTHLY;COUNT=9;BYDAY=3WE;BYMONTH=1,2,3,4,5,9,10,11,12',
		'2003-09-17',
		[
			'2003-09: 17',
			'2003-10: 15',
			'2003-11: 19',
			'2003-12: 17',
			'2004-01: 21',
			'2004-02: 18',
			'2004-03: 17',
			'2004-04: 21',
			'2004-05: 19'
		]
	],
	['FREQ=YEARLY;COUNT=3', '2004-02-29', ['2004-02: 29', '2008-02: 29']],
	['FREQ=MONTHLY;COUNT=4', '2005-01-31', ['2005-01: 31', '2005-03: 31', '2005-05: 31', '2005-07: 31']],
	['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', '2007-12-31', ['2007-12: 31', '2008-12: 29', '2010-01: 4']]
] as [string, Day, string[]][])('%s from %s', (text, start, expected) => {
	expect(said(days(text, start))).toEqual(expected);
});

test('a rule without a number is looked at only within the year that is asked', () => {
	expect(said(days('FREQ=DAILY;INTERVAL=2;BYMONTH=1', '1998-01-01', '2010-01-01', '2010-01-10'))).toEqual([
		'2010-01: 2 4 6 8 10'
	]);
	expect(said(days('FREQ=WEEKLY;INTERVAL=3;BYDAY=FR', '2001-01-05', '2010-02-01', '2010-03-31'))).toEqual([
		'2010-02: 5 26',
		'2010-03: 19'
	]);
});

test.each([
	'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
	'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
	'FREQ=YEARLY;BYMONTH=2;BYDAY=6MO',
	'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5'
])('%s never comes true, and nobody waits for it', (text) => {
	const began = performance.now();
	expect(days(text, '1903-03-03')).toEqual(['1903-03-03']);
	expect(performance.now() - began).toBeLessThan(3000);
});
