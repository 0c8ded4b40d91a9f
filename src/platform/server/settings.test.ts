// Settings: what holds without any, and one clear sentence for each wrong value.
import { isAbsolute, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { checkout, environment, readSettings } from './settings.ts';

const problemWith = (texts: NodeJS.ProcessEnv): string => {
	try {
		readSettings(texts);
	} catch (error) {
		if (error instanceof Problem) return error.message;
		throw error;
	}
	return 'none';
};

test('without settings it is port 3000, an own database and a folder in the checkout', () => {
	expect(readSettings({})).toEqual({
		port: 3000,
		host: undefined,
		origin: undefined,
		databaseUrl: undefined,
		dataFolder: join(checkout, '.schakel'),
		today: undefined,
		smtpUrl: undefined,
		mailFrom: undefined,
		secret: undefined
	});
});

test('a setting that is there but empty counts as not there', () => {
	const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, ' ']));
	expect(readSettings(empty)).toEqual(readSettings({}));
});

test('right values are read', () => {
	const settings = readSettings({
		PORT: '8080',
		SCHAKEL_HOST: '::1',
		SCHAKEL_ORIGIN: 'https://plan.example.org/',
		DATABASE_URL: 'postgresql://schakel:geheim@db.example.org/schakel?sslmode=require',
		SCHAKEL_DATA: 'elsewhere',
		SCHAKEL_TODAY: '2022-08-31',
		SMTP_URL: 'smtps://schakel:geheim@mail.example.org',
		MAIL_FROM: 'Vereniging <post@example.org>',
		SCHAKEL_SECRET: 's'.repeat(32)
	});
	expect(settings).toMatchObject({ port: 8080, host: '::1', origin: 'https://plan.example.org', today: '2022-08-31' });
	expect(settings.mailFrom).toBe('Vereniging <post@example.org>');
	expect(isAbsolute(settings.dataFolder)).toBe(true);
	expect(settings.dataFolder.startsWith(checkout)).toBe(true);
});

describe('a wrong value is refused in one sentence that names it and its cure', () => {
	test.each([
		['PORT', '80a', 'give a port number from 0 to 65535'],
		['PORT', '70000', 'give a port number from 0 to 65535'],
		['PORT', '-1', 'give a port number from 0 to 65535'],
		['SCHAKEL_HOST', 'a b', 'give an address such as 127.0.0.1 or ::1'],
		['SCHAKEL_ORIGIN', 'plan.example.org', 'give protocol and host only, such as https://plan.example.org'],
		[
			'SCHAKEL_ORIGIN',
			'https://plan.example.org/path',
			'give protocol and host only, such as https://plan.example.org'
		],
		['SCHAKEL_TODAY', '31-08-2022', 'give a day such as 2022-08-31'],
		['SCHAKEL_TODAY', '2022-02-30', 'give a day such as 2022-08-31'],
		['MAIL_FROM', 'nobody', 'give an address such as Schakel <schakel@example.org>'],
		['MAIL_FROM', 'a@b.nl\r\nBcc: c@d.nl', 'give an address such as Schakel <schakel@example.org>']
	])('%s=%s', (name, value, cure) => {
		expect(problemWith({ [name]: value })).toBe(`${name} (${JSON.stringify(value)}) is not right: ${cure}.`);
	});
});

test.each([
	['DATABASE_URL', 'mysql://user:geheim@host/db'],
	['SMTP_URL', 'http://user:geheim@host'],
	['SCHAKEL_SECRET', 'geheim']
])('a wrong %s is refused without showing it', (name, value) => {
	expect(problemWith({ [name]: value })).toMatch(new RegExp(`^${name} is not right: give `));
	expect(problemWith({ [name]: value })).not.toContain('geheim');
});

test('all that is wrong is said at once', () => {
	expect(problemWith({ PORT: 'x', SCHAKEL_TODAY: 'y' }).split('\n')).toHaveLength(2);
});
