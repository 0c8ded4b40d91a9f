// A capital where a text stands by itself.
import { expect, test } from 'vitest';
import { withCapital } from './capital.ts';

test.each([
	['lobbycafés', 'Lobbycafés'],
	['ijsberen tellen', 'IJsberen tellen'],
	['één besluit', 'Één besluit'],
	['Politieke Monitor', 'Politieke Monitor'],
	['iDE', 'iDE'],
	['eHealth in de praktijk', 'eHealth in de praktijk'],
	['66 resultaten', '66 resultaten'],
	['', '']
])('%s stands as %s', (text, shown) => {
	expect(withCapital(text)).toBe(shown);
});
