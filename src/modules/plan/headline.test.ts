// The sentence on top of the year.
import { expect, test } from 'vitest';
import { headline } from './headline.ts';

const year = { startsOn: '2022-01-01', endsOn: '2022-12-31' };

test('says how far the year is and how many outputs are behind', () => {
	expect(headline(year, '2022-08-31', { behind: 2, met: 30 }, 'nl')).toBe(
		'Twee derde van het jaar, en 2 resultaten liggen achter'
	);
	expect(headline(year, '2022-08-31', { behind: 1 }, 'en')).toBe('Two thirds of the year, and 1 output is behind');
});

test('says the worst there is to say', () => {
	expect(headline(year, '2022-04-02', { missed: 3, at_risk: 9 }, 'en')).toBe(
		'A quarter of the year, and 3 outputs were missed'
	);
	expect(headline(year, '2022-06-30', { at_risk: 1 }, 'nl')).toBe('Het jaar is half om, en 1 resultaat loopt risico');
	expect(headline(year, '2023-01-01', { met: 9 }, 'nl')).toBe('Het jaar is om, en niets ligt achter');
});
