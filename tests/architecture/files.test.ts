// The check of files finds what it is there to find, and leaves good files alone.
import { expect, test } from 'vitest';
import { fileFindings, moduleFindings } from '../../scripts/check/files.ts';

const good = '// What this is for.\nexport const one = 1;\n';

test('a file that keeps to everything has no findings', () => {
	expect(fileFindings('src/modules/alpha/rules.ts', good)).toEqual([]);
	expect(fileFindings('src/modules/alpha/ui/Card.svelte', '<!-- A card. -->\n<p>one</p>\n')).toEqual([]);
	expect(fileFindings('src/routes/(public)/+page.server.ts', good)).toEqual([]);
	expect(fileFindings('src/platform/ui/styles/base.css', '/* The base. */\n')).toEqual([]);
	expect(fileFindings('.ci/run', '#!/usr/bin/env bash\n# What runs.\n')).toEqual([]);
});

test.each([
	['src/modules/alpha/rules.ts', 'export const one = 1;\n', /first line/],
	['src/modules/alpha/ui/Card.svelte', '<p>one</p>\n', /first line/],
	['.ci/run', '#!/usr/bin/env bash\nnpm test\n', /first line/],
	['src/modules/alpha/rules.ts', `// Long.\n${'export {};\n'.repeat(300)}`, /301 lines/],
	['src/modules/alpha/utils.ts', good, /says nothing/],
	['src/modules/alpha/index.ts', good, /says nothing/],
	['src/modules/alpha/mayClose.ts', good, /kebab-case/],
	['src/modules/alpha/ui/year-strip.svelte', '<!-- A strip. -->\n', /PascalCase/],
	['src/modules/alpha/README.md', 'line\n'.repeat(41), /41 lines/],
	['src/platform/server/a.ts', `${good}const folder = '${'/ro'}ot/checkout';\n`, /:3: names a path of one machine/],
	['docs/install.md', `Get it from registry.${'npmjs'}.org\n`, /host of a registry/],
	['src/platform/a.ts', `${good}// @ts-${'ignore'}\n`, /silences/],
	[
		'src/modules/alpha/server/all.ts',
		`// All.\nexport ${'*'} from './operations.ts';\n`,
		/exports what stands elsewhere/
	],
	['src/platform/a.ts', `${good}${'<<<<<<'}< HEAD\n`, /conflict/]
])('%s is refused for the right reason', (path, text, reason) => {
	expect(fileFindings(path, text).join('\n')).toMatch(reason);
});

test('a test may be as long as its story', () => {
	expect(fileFindings('src/modules/alpha/rules.test.ts', `// Long.\n${'export {};\n'.repeat(400)}`)).toEqual([]);
});

test('a module without a README is found', () => {
	expect(
		moduleFindings(['src/modules/alpha/README.md', 'src/modules/alpha/rules.ts', 'src/modules/beta/rules.ts'])
	).toEqual(['src/modules/beta: has no README.md.']);
});
