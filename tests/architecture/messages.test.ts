// The check of messages finds what is missing, empty, unequal, misnamed, unused and unknown.
import { expect, test } from 'vitest';
import { messageFindings, type Messages } from '../../scripts/check/messages.ts';

const file = (nl: Messages, en: Messages, owner = 'alpha') => ({
	owner,
	paths: { nl: 'nl.json', en: 'en.json' },
	messages: { nl, en }
});
const source = (text: string) => [{ path: 'page.svelte', text: `import { m } from '#paraglide/messages.js'; ${text}` }];

test('complete, equal and used: no findings', () => {
	const plural = (one: string, other: string) => [
		{
			declarations: ['input count', 'local countPlural = count: plural'],
			selectors: ['countPlural'],
			match: { 'countPlural=one': one, 'countPlural=other': other }
		}
	];
	const found = messageFindings(
		[
			file(
				{
					$schema: 's',
					alpha_title: 'Titel',
					alpha_rows: plural('Eén rij', '{count} rijen'),
					alpha_state_open: 'open'
				},
				{ $schema: 's', alpha_title: 'Title', alpha_rows: plural('One row', '{count} rows'), alpha_state_open: 'open' }
			)
		],
		source('m.alpha_title(); m.alpha_rows({ count }); m[`alpha_state_${state}`]();')
	);
	expect(found).toEqual([]);
});

test.each<[string, Messages, Messages, string, RegExp]>([
	['a key of one language only', { alpha_a: 'a' }, {}, 'm.alpha_a()', /en\.json: alpha_a is missing/],
	['an empty text', { alpha_a: 'a' }, { alpha_a: ' ' }, 'm.alpha_a()', /en\.json: alpha_a has an empty text/],
	[
		'unequal parameters',
		{ alpha_a: '{day}' },
		{ alpha_a: '{date}' },
		'm.alpha_a()',
		/different parameters per language: day \/ date/
	],
	[
		'a forgotten parameter',
		{ alpha_a: 'op {day}' },
		{ alpha_a: 'on' },
		'm.alpha_a()',
		/different parameters per language: day \/ none/
	],
	['a key of another module', { beta_a: 'a' }, { beta_a: 'a' }, 'm.beta_a()', /must begin with alpha_/],
	['an unused key', { alpha_a: 'a' }, { alpha_a: 'a' }, '', /alpha_a is used nowhere/],
	['an unknown key', {}, {}, 'm.alpha_gone()', /uses the message alpha_gone/],
	['an unknown reason', {}, {}, "throw new Conflict('alpha_gone')", /uses the message alpha_gone/],
	['an unknown issue', {}, {}, "throw invalid('field', 'alpha_gone')", /uses the message alpha_gone/]
])('%s is found', (_what, nl, en, text, finding) => {
	expect(messageFindings([file(nl, en)], source(text)).join('\n')).toMatch(finding);
});
