// Whatever is wrong with a field, people get a sentence in their language: no code, no placeholder, no English in Dutch.
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as input from '#platform/input.ts';
import { sayConflict, sayIssue } from '#platform/issues.ts';
import { issuesOf } from '#platform/server/operation.ts';

const say = (schema: z.ZodType, value: unknown, locale: 'nl' | 'en' = 'nl') => {
	const { error } = schema.safeParse(value);
	if (!error) throw new Error('The value was taken.');
	return issuesOf(error).map((issue) => sayIssue(issue, locale));
};

test.each<[string, z.ZodType, unknown, string]>([
	['an empty line', input.line(), '  ', 'Vul dit in.'],
	['a field that was not sent', input.line(), undefined, 'Vul dit in.'],
	['a line that is too long', input.line(5), 'zes letters', 'Dit is te lang: gebruik hoogstens 5 tekens.'],
	['a code that is too short', z.string().min(8), 'abc', 'Dit is te kort: gebruik ten minste 8 tekens.'],
	['a line with a tab', input.line(), 'a\tb', 'Hier staan tekens in die niet kunnen, zoals een regeleinde of een tab.'],
	['a day that does not exist', input.day, '2022-02-30', 'Deze dag bestaat niet, of ligt niet tussen 1900 en 2200.'],
	['the year 2202', input.day, '2202-01-01', 'Deze dag bestaat niet, of ligt niet tussen 1900 en 2200.'],
	[
		'a key with a capital',
		input.key,
		'Lobby',
		'Gebruik alleen kleine letters, cijfers en streepjes, zoals lobby-netwerk.'
	],
	['neither language', input.localized(), { nl: '', en: '' }, 'Vul het in ten minste één taal in.'],
	['words for a number', input.count, 'veel', 'Vul een getal in.'],
	['half a visit', input.count, '1.5', 'Vul een heel getal in.'],
	['less than nothing', input.count, '-1', 'Vul 0 of meer in.'],
	['more than there is', z.number().max(10_000), 20_000, 'Vul 10.000 of minder in.'],
	['not above', z.number().gt(3), 3, 'Vul meer dan 3 in.'],
	['not below', z.number().lt(3), 3, 'Vul minder dan 3 in.'],
	['not by quarters', z.number().multipleOf(0.25), 0.3, 'Vul een veelvoud van 0,25 in.'],
	['too few choices', z.array(z.string()).min(2), ['a'], 'Kies er ten minste 2.'],
	['too many choices', z.array(z.string()).max(1), ['a', 'b'], 'Kies er hoogstens 1.'],
	['no choice of ours', z.enum(['nl', 'en']), 'fr', 'Kies een van de mogelijkheden.'],
	['no address', z.email(), 'jan', 'Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.'],
	[
		'a script for an address',
		input.webAddress,
		'javascript:alert(1)',
		'Dit is geen webadres. Een webadres begint met https://.'
	],
	['no id', input.id, 'x', 'Kies een van de mogelijkheden.'],
	[
		'a file that is too large',
		z.file().max(1_500_000),
		new File(['x'.repeat(1_500_001)], 'a'),
		'Dit bestand is te groot: hoogstens 1,5 MB.'
	],
	['a field we do not know', z.strictObject({}), { a: 1 }, 'Schakel kent dit veld niet.'],
	['none of several shapes', z.union([z.number(), z.boolean()]), 'x', 'Dit klopt niet. Kijk het na.'],
	['a rule without words of its own', z.string().refine(() => false), 'x', 'Dit klopt niet. Kijk het na.']
])('%s', (_name, schema, value, sentence) => {
	expect(say(schema, value)).toEqual([sentence]);
});

test('the same in English', () => {
	expect(say(input.line(), '', 'en')).toEqual(['Fill this in.']);
	expect(say(z.number().max(10_000), 20_000, 'en')).toEqual(['Enter 10,000 or less.']);
});

test("a module's own code has the module's sentence", () => {
	const sentence = 'Deze dag is nog niet geweest. Kies ‘gepland’ of een eerdere dag.';
	expect(sayIssue({ code: 'channels_issue_sent_in_future', params: {} }, 'nl')).toBe(sentence);
	expect(sayIssue({ code: 'sent_in_future', params: {} }, 'nl')).toBe(sentence);
});

test.each(['never_heard_of', 'toString', '__proto__', 'm', 'constructor', ''])(
	'an unknown code (%s) has a general sentence',
	(code) => {
		expect(sayIssue({ code, params: {} }, 'nl')).toBe('Dit klopt niet. Kijk het na.');
		expect(sayIssue({ code, params: {} }, 'en')).toBe('This is not right. Please check it.');
	}
);

test('a conflict is said with its own message, or in general', () => {
	expect(sayConflict('channels_conflict_key_taken', 'nl')).toBe('Er is al een kanaal met deze korte naam.');
	expect(sayConflict('never_heard_of', 'nl')).toMatch(/^Wat je wilde veranderen/);
});
