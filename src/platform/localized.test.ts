// When a text in one language is older than the other.
import { expect, test } from 'vitest';
import { localizedText, marked, olderAfter, type Translated } from './localized.ts';

const both = { nl: 'Oud', en: 'Old' };

test.each<[string, Translated, Translated, ReturnType<typeof olderAfter>]>([
	['only the Dutch changed', both, { nl: 'Nieuw', en: 'Old' }, 'en'],
	['only the English changed', both, { nl: 'Oud', en: 'New' }, 'nl'],
	['both changed', both, { nl: 'Nieuw', en: 'New' }, undefined],
	['nothing changed', { ...both, older: 'en' }, both, 'en'],
	['what was behind was written anew', { ...both, older: 'en' }, { nl: 'Oud', en: 'New' }, undefined],
	['a translation was added', { nl: 'Oud' }, both, undefined],
	['a translation was taken out', both, { nl: 'Nieuw' }, undefined]
])('%s', (_what, before, after, older) => {
	expect(olderAfter(before, after)).toBe(older);
});

test('a page is told of the language that it shows', () => {
	const text = { ...both, older: 'en' } as const;
	expect(localizedText(text, 'en').outdated).toBe(true);
	expect(localizedText(text, 'nl').outdated).toBe(false);
});

test('of a record the texts that stayed behind are marked, and nothing else is touched', () => {
	const before = { title: { nl: 'Cursus', en: 'Course' }, place: 'Utrecht', description: null, tags: ['nl'] };
	const change = {
		title: { nl: 'Training', en: 'Course' },
		place: 'Den Haag',
		description: { nl: 'Nieuw' },
		tags: ['en']
	};
	const kept = marked(before, change);
	expect(kept).toEqual({ ...change, title: { nl: 'Training', en: 'Course', older: 'en' } });
	expect(marked(kept, { title: { nl: 'Training', en: 'Course' } })).toEqual({ title: kept.title });
	expect(marked(kept, { title: { nl: 'Training', en: 'Training' } }).title).toEqual({ nl: 'Training', en: 'Training' });
});
