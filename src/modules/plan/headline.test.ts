// The sentence on top of the year.
import { expect, test } from 'vitest';
import { headline } from './headline.ts';

const year = { startsOn: '2022-01-01', endsOn: '2022-12-31' };

test('says how far the year is and all that is not well, the worst first', () => {
	expect(headline(year, '2022-08-31', { at_risk: 6, behind: 2, missed: 5, met: 30 }, 'nl')).toBe(
		'Twee derde van het jaar: 5 resultaten gemist, 2 achter, 6 lopen risico'
	);
	expect(headline(year, '2022-08-31', { missed: 1, behind: 1, at_risk: 1 }, 'en')).toBe(
		'Two thirds of the year: 1 output missed, 1 behind, 1 at risk'
	);
});

test('the first that is said names what is counted', () => {
	expect(headline(year, '2022-08-31', { behind: 1 }, 'en')).toBe('Two thirds of the year: 1 output behind');
	expect(headline(year, '2022-06-30', { at_risk: 1 }, 'nl')).toBe('Het jaar is half om: 1 resultaat loopt risico');
});

test('says so when all is well', () => {
	expect(headline(year, '2023-01-01', { met: 9 }, 'nl')).toBe('Het jaar is om: niets ligt achter');
});
