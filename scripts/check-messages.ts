// Checks that everything said to people is said in Dutch and in English, and that every message is used.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageFindings, type MessageFile, type Messages } from './check/messages.ts';
import { report, root } from './check/report.ts';

type Settings = { locales: string[]; 'plugin.inlang.messageFormat': { pathPattern: string[] } };

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const settings = JSON.parse(read('project.inlang/settings.json')) as Settings;
const listed = settings['plugin.inlang.messageFormat'].pathPattern.map((pattern) => pattern.replace('./', ''));

const ownerOf = (pattern: string) => pattern.split('/').at(-3)!;
const files = listed.map((pattern): MessageFile => {
	const paths = Object.fromEntries(settings.locales.map((locale) => [locale, pattern.replace('{locale}', locale)]));
	const messages = Object.fromEntries(
		Object.entries(paths).map(([locale, path]) => [locale, JSON.parse(read(path)) as Messages])
	);
	return { owner: ownerOf(pattern), paths, messages };
});

const present = new Set(
	globSync('src/{platform,modules/*}/messages/*.json', { cwd: root }).map((path) =>
		path.replace(/[\w-]+\.json$/, '{locale}.json')
	)
);
const unlisted = [...present]
	.filter((pattern) => !listed.includes(pattern))
	.map(
		(pattern) => `project.inlang/settings.json: ${pattern} is not in pathPattern, so its messages are not compiled.`
	);

const sources = globSync('src/**/*.{ts,svelte}', { cwd: root, exclude: ['src/paraglide/**'] })
	.filter((path) => !path.endsWith('.test.ts'))
	.map((path) => ({ path, text: read(path) }));

const count = files.flatMap(({ messages }) => Object.keys(messages[settings.locales[0]!] ?? {})).length - files.length;
report(
	[...unlisted, ...messageFindings(files, sources)],
	`${count} messages, each in ${settings.locales.join(' and ')}, each used.`
);
