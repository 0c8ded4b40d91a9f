// Forms as browsers send them, and as people who mean harm do.
import { expect, test } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import { errorsByField, inputOf, valuesOf } from './form-input.ts';

const form = (...fields: [name: string, value: string | File][]) => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

test('dotted names become objects, numbers become lists, and repeated names too', () => {
	const sent = form(
		['title.nl', 'Monitor'],
		['title.en', ''],
		['windows.0.startsOn', '2022-01-01'],
		['windows.2.startsOn', '2022-06-01'],
		['tags', 'lobby'],
		['tags', 'klimaat'],
		['goals[]', 'g1'],
		['note', 'één\r\ntwee']
	);
	expect(inputOf(sent)).toEqual({
		title: { nl: 'Monitor', en: '' },
		windows: [{ startsOn: '2022-01-01' }, { startsOn: '2022-06-01' }],
		tags: ['lobby', 'klimaat'],
		goals: ['g1'],
		note: 'één\r\ntwee'
	});
});

test('rows keep their order whatever order they were sent in', () => {
	expect(inputOf(form(['a.10', 'later'], ['a.9', 'earlier']))).toEqual({ a: ['earlier', 'later'] });
});

test('a file stays a file, and an empty file field is nothing', () => {
	const file = new File(['x'], 'lijst.csv');
	expect(inputOf(form(['list', file], ['photo', new File([], '')]))).toEqual({ list: file });
});

test.each([
	'__proto__.isAdmin',
	'a.__proto__.b',
	'constructor.prototype.x',
	'a..b',
	'.a',
	'a b',
	'a.b.c.d.e.f.g.h.i',
	''
])('the name "%s" is refused', (name) => {
	expect(() => inputOf(form([name, 'x']))).toThrow(Invalid);
	expect(Object.keys(valuesOf(form([name, 'x'])))).toEqual([]);
	expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});

test("names of JavaScript's own methods are ordinary names", () => {
	expect(inputOf(form(['toString.nl', 'a'], ['hasOwnProperty', 'b']))).toEqual({
		toString: { nl: 'a' },
		hasOwnProperty: 'b'
	});
});

test('more fields than a form of ours can have are refused', () => {
	const sent = form(...Array.from({ length: 2001 }, (_, index): [string, string] => [`f${index}`, '']));
	expect(() => inputOf(sent)).toThrow('too_many_fields');
	const rows = form(...Array.from({ length: 1001 }, (_, index): [string, string] => [`rows.${index}`, '']));
	expect(() => inputOf(rows)).toThrow('too_many_fields');
});

test('what was typed comes back by the name of its field, without files', () => {
	const sent = form(['title.nl', 'x'], ['tags[]', 'a'], ['list', new File(['x'], 'lijst.csv')]);
	expect(valuesOf(sent)).toEqual({ 'title.nl': 'x', 'tags[]': ['a'] });
});

test('each issue stands beside the field that people see, the first one of a field', () => {
	const sent = form(['title.nl', ''], ['tags[]', 'a'], ['goals', 'x'], ['goals', 'y']);
	const issue = (path: string, code: string) => ({ path, code, params: {} });
	const found = errorsByField(
		[
			issue('title.nl', 'a'),
			issue('tags.0', 'b'),
			issue('goals.1', 'c'),
			issue('owner', 'd'),
			issue('', 'e'),
			issue('title.nl', 'f')
		],
		sent,
		({ code }) => code
	);
	expect(found).toEqual([
		{ path: 'title.nl', message: 'a' },
		{ path: 'tags[]', message: 'b' },
		{ path: 'goals', message: 'c' },
		{ path: 'owner', message: 'd' },
		{ path: '', message: 'e' }
	]);
});
