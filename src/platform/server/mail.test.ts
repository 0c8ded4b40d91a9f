// Texts with placeholders: filled in on one line each, and never half.
import { expect, test } from 'vitest';
import { renderMail, type MailText } from './mail.ts';

const text: MailText = { path: 'src/platform/server/mail.test', placeholders: ['association', 'name', 'link'] };
const values = { association: 'Partos', name: 'Mila', link: 'https://plan.example.org/sign-in/confirm?token=abc' };

test('what a value holds stays one line of the text', async () => {
	const { subject, body } = await renderMail(text, 'nl', {
		...values,
		association: 'Een\r\nBcc: x@y.example',
		name: 'A\u2028B\tC'
	});
	expect(subject).toBe('Een bericht van Een Bcc: x@y.example');
	expect(body).toContain('Dag A B C,');
});

test('a value may look like a placeholder', async () => {
	expect((await renderMail(text, 'en', { ...values, name: '{link} $& {nothing}' })).body).toContain(
		'Hello {link} $& {nothing},\n'
	);
});

test('a mail is not made when a value is missing', async () => {
	const { name: _name, ...rest } = values;
	await expect(renderMail(text, 'nl', rest)).rejects.toThrow('name');
});

test.each(['nl', 'en'] as const)('the text in %s uses exactly the placeholders that are given', async (locale) => {
	const used = await renderMail(text, locale, Object.fromEntries(text.placeholders.map((name) => [name, `<${name}>`])));
	for (const name of text.placeholders) expect(used.subject + used.body).toContain(`<${name}>`);
});
