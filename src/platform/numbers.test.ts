// Numbers read as the language writes them.
import { expect, test } from 'vitest';
import { moneyText, numberText, percentText, rangeOfNumbers } from './numbers.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('thousands and decimals', () => {
	expect(numberText(1234.5, 'nl')).toBe('1.234,5');
	expect(numberText(1234.5, 'en')).toBe('1,234.5');
	expect(numberText(2 / 3, 'nl', 1)).toBe('0,7');
});

test('a share', () => {
	expect(percentText(0.664, 'nl')).toBe('66%');
	expect(percentText(0.664, 'en', 1)).toBe('66.4%');
});

test('money shows cents only when there are any', () => {
	expect(plain(moneyText(125_000, 'nl'))).toBe('€ 1.250');
	expect(plain(moneyText(125_050, 'nl'))).toBe('€ 1.250,50');
	expect(plain(moneyText(125_000, 'en'))).toBe('€1,250');
});

test('two values that are one are said once', () => {
	expect(rangeOfNumbers(5, 6, 'nl')).toBe('5–6');
	expect(rangeOfNumbers(5, 5, 'nl')).toBe('5');
});
