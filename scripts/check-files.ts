// Checks every file that git knows or would add: first line, length, name, README per module, nothing of one machine.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFindings, moduleFindings } from './check/files.ts';
import { report, root } from './check/report.ts';

/** Without git (a released archive) there is nothing to compare: then all files count. */
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8'
});
const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
const isText = /(\.(ts|mjs|js|svelte|css|json|md|ya?ml|sh|html|txt|sql)|^\.ci\/run)$/;

report(
	[
		...paths
			.filter((path) => isText.test(path))
			.flatMap((path) => fileFindings(path, readFileSync(join(root, path), 'utf8'))),
		...moduleFindings(paths)
	],
	`${paths.length} files say what they are for.`
);
