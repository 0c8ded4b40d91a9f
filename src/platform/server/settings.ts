// The settings that an installation can make, read from the environment and from `.env`, each with one clear sentence when wrong.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isDay } from '#platform/day.ts';
import { Problem } from './problem.ts';

/** The nearest folder with a package.json: the build lies at another depth than the sources that it was made of. */
function folderOfPackage(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
	return join(folder, '/');
}

export const checkout = folderOfPackage();

/** A variable that is there but empty (`PORT=` in `.env`) counts as not there. */
const setting = <Schema extends z.ZodType<unknown, string | undefined>>(schema: Schema) =>
	z
		.string()
		.optional()
		.transform((text) => (text?.trim() === '' ? undefined : text))
		.pipe(schema);

const startsWith = (protocols: readonly string[]) => (text: string) =>
	URL.canParse(text) && protocols.includes(new URL(text).protocol);

const isOrigin = (text: string) =>
	startsWith(['http:', 'https:'])(text) && [text, `${text}/`].includes(`${new URL(text).origin}/`);

const mailAddress = /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/;

/** What each setting is for, and the schema of its text. The web application reads the same list through `src/env.ts`. */
export const environment = {
	PORT: {
		description: 'Port that the site listens on; 3000 unless told otherwise, 0 for any free one.',
		schema: setting(
			z
				.string()
				.regex(/^\d{1,5}$/)
				.transform(Number)
				.refine((port) => port <= 65_535)
				.default(3000)
		),
		cure: 'give a port number from 0 to 65535'
	},
	SCHAKEL_HOST: {
		description: 'Network address that the site listens on; all unless told otherwise.',
		schema: setting(
			z
				.string()
				.regex(/^[\w.:-]+$/)
				.optional()
		),
		cure: 'give an address such as 127.0.0.1 or ::1'
	},
	SCHAKEL_ORIGIN: {
		description:
			'The address people use, such as https://plan.example.org. Needed behind a proxy and for links in mail.',
		schema: setting(
			z
				.string()
				.refine(isOrigin)
				.transform((text) => new URL(text).origin)
				.optional()
		),
		cure: 'give protocol and host only, such as https://plan.example.org'
	},
	DATABASE_URL: {
		description: 'Your own PostgreSQL (15 to 18); without it Schakel runs its own.',
		schema: setting(
			z
				.string()
				.refine(startsWith(['postgres:', 'postgresql:']))
				.optional()
		),
		cure: 'give an address such as postgresql://user:password@host:5432/schakel'
	},
	SCHAKEL_DATA: {
		description: 'Folder for the database and the secret; .schakel in the checkout unless told otherwise.',
		schema: setting(z.string().optional()),
		cure: 'give a folder'
	},
	SCHAKEL_TODAY: {
		description: 'The day that everything is read on, as YYYY-MM-DD; the real day unless told otherwise.',
		schema: setting(z.string().refine(isDay).optional()),
		cure: 'give a day such as 2022-08-31'
	},
	SMTP_URL: {
		description: 'Mail server, such as smtps://user:password@mail.example.org; without it mail waits in the outbox.',
		schema: setting(
			z
				.string()
				.refine(startsWith(['smtp:', 'smtps:']))
				.optional()
		),
		cure: 'give an address such as smtps://user:password@mail.example.org'
	},
	MAIL_FROM: {
		description: 'Sender of the mail, such as Schakel <schakel@example.org>.',
		schema: setting(z.string().regex(mailAddress).optional()),
		cure: 'give an address such as Schakel <schakel@example.org>'
	},
	SCHAKEL_SECRET: {
		description:
			'Secret that signs cookies and links, 32 characters or more; made and kept in the data folder unless given.',
		schema: setting(z.string().min(32).optional()),
		cure: 'give at least 32 characters that nobody can guess'
	}
} as const;

/** Settings whose value must never be shown. */
const secret: readonly string[] = ['DATABASE_URL', 'SMTP_URL', 'SCHAKEL_SECRET'];

export type Settings = {
	port: number;
	host: string | undefined;
	origin: string | undefined;
	databaseUrl: string | undefined;
	dataFolder: string;
	today: string | undefined;
	smtpUrl: string | undefined;
	mailFrom: string | undefined;
	secret: string | undefined;
};

type Name = keyof typeof environment;
type Values = { [N in Name]: z.output<(typeof environment)[N]['schema']> };

function valuesOf(texts: NodeJS.ProcessEnv): Values {
	const wrong: string[] = [];
	const values = Object.entries(environment).map(([name, { schema, cure }]) => {
		const parsed = schema.safeParse(texts[name]);
		if (!parsed.success)
			wrong.push(`${name}${secret.includes(name) ? '' : ` (${JSON.stringify(texts[name])})`} is not right: ${cure}.`);
		return [name, parsed.data] as const;
	});
	if (wrong.length > 0) throw new Problem(wrong.join('\n'));
	return Object.fromEntries(values) as Values;
}

/** Throws a Problem with one sentence for each wrong value. A folder is read from the top of the checkout. */
export function readSettings(texts: NodeJS.ProcessEnv): Settings {
	const values = valuesOf(texts);
	return {
		port: values.PORT,
		host: values.SCHAKEL_HOST,
		origin: values.SCHAKEL_ORIGIN,
		databaseUrl: values.DATABASE_URL,
		dataFolder: resolve(checkout, values.SCHAKEL_DATA ?? '.schakel'),
		today: values.SCHAKEL_TODAY,
		smtpUrl: values.SMTP_URL,
		mailFrom: values.MAIL_FROM,
		secret: values.SCHAKEL_SECRET
	};
}

/** The settings of this process: the environment, then `.env` in the checkout for what the environment leaves out. */
export function loadSettings(): Settings {
	const file = join(checkout, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
	return readSettings(process.env);
}
