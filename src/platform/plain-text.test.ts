// Plain text becomes paragraphs, lines and links, and whatever was typed is still there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphsOf } from './plain-text.ts';

const links = (text: string) => paragraphsOf(text).flatMap((lines) => lines.flat().flatMap(({ href }) => href ?? []));

test('an empty line begins a paragraph, a line break a line', () => {
	expect(paragraphsOf('Een\nTwee\n\n \nDrie')).toEqual([[[{ text: 'Een' }], [{ text: 'Twee' }]], [[{ text: 'Drie' }]]]);
	expect(paragraphsOf('')).toEqual([]);
});

test.each([
	['Zie https://voorbeeld.example/a?b=c#d.', ['https://voorbeeld.example/a?b=c#d']],
	['(zie https://voorbeeld.example/a), en', ['https://voorbeeld.example/a']],
	['https://nl.voorbeeld.example/wiki/Plan_(begrip).', ['https://nl.voorbeeld.example/wiki/Plan_(begrip)']],
	['http://a.example en https://b.example!', ['http://a.example', 'https://b.example']],
	['انظر https://مثال.example/خطة 🙂', ['https://مثال.example/خطة']],
	['javascript:alert(1) data:text/html,x ftp://a.example www.a.example', []],
	['https://', []]
])('%s', (text, expected) => {
	expect(links(text)).toEqual(expected);
});

test('nothing that was typed is lost but white space between paragraphs', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('a', ' ', '\n', 'https://a.example', ')', '(', '.', '🙂', 'ع', '"')),
			(parts) => {
				const text = parts.join('');
				const kept = paragraphsOf(text)
					.map((lines) => lines.map((pieces) => pieces.map((piece) => piece.text).join('')).join('\n'))
					.join('\n');
				expect(kept.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
			}
		)
	);
});
