// Excerpts in pieces, and beginnings of words.
import { expect, test } from 'vitest';
import { marks, piecesOf, prefixQuery } from './excerpt.ts';

const { start, stop } = marks;

test('what was found stands apart from what is around it, and nothing is lost', () => {
	expect(piecesOf(`Elke ${start}week${stop} de ${start}monitor${stop}`)).toEqual([
		{ text: 'Elke ', isHit: false },
		{ text: 'week', isHit: true },
		{ text: ' de ', isHit: false },
		{ text: 'monitor', isHit: true }
	]);
	expect(piecesOf(`<b>${start}<script>${stop}`)).toEqual([
		{ text: '<b>', isHit: false },
		{ text: '<script>', isHit: true }
	]);
	expect(piecesOf('')).toEqual([]);
});

test('only words have a beginning', () => {
	expect(prefixQuery("monit & | ! ' :* (lob")).toBe('monit:* & lob:*');
	expect(prefixQuery('Ayşe العمل')).toBe('Ayşe:* & العمل:*');
	expect(prefixQuery("' a )")).toBeNull();
});
