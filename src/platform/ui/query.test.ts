// The address of a list says all there is to say about what it shows.
import { expect, test } from 'vitest';
import { orderOf, orderText, pageCount, pageOf, withQuery } from './query.ts';

test('a filter is added to those there are, and the list begins at its first page', () => {
	expect(withQuery('?status=met&page=3', { owner: 'Roos de Wit' })).toBe('?status=met&owner=Roos+de+Wit');
});

test('an empty filter disappears from the address', () => {
	expect(withQuery('?status=met&q=lobby', { status: '' })).toBe('?q=lobby');
	expect(withQuery('?status=met', { status: null })).toBe('?');
});

test('another page keeps filter and order', () => {
	expect(withQuery('?status=met&order=-name&page=1', { page: 2 })).toBe('?status=met&order=-name&page=2');
});

test('choosing a column orders upwards, choosing it again downwards', () => {
	const unasked = { by: 'name', down: false };
	expect(orderOf('-joined', ['name', 'joined'], unasked)).toEqual({ by: 'joined', down: true });
	expect(orderOf('password', ['name', 'joined'], unasked)).toEqual(unasked);
	expect(orderOf(null, ['name'], unasked)).toEqual(unasked);
	expect(orderText('name', unasked)).toBe('-name');
	expect(orderText('name', { by: 'name', down: true })).toBe('name');
	expect(orderText('joined', unasked)).toBe('joined');
});

test('a page that is no page is the first', () => {
	expect([null, '0', '-2', '1.5', 'x', '7'].map(pageOf)).toEqual([1, 1, 1, 1, 1, 7]);
});

test('an empty list has one page', () => {
	expect(pageCount(0, 50)).toBe(1);
	expect(pageCount(101, 50)).toBe(3);
});
