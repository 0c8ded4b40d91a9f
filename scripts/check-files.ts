// Checks every file of ours: first line, length, name, README per module, nothing of one machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from './check/checkout.ts';
import { fileFindings, moduleFindings } from './check/files.ts';
import { report, root } from './check/report.ts';

const paths = ownFiles();
const isText = /(\.(ts|mjs|js|svelte|css|json|md|ya?ml|sh|html|txt|sql)|^\.ci\/run)$/;
const texts = paths
	.filter((path) => isText.test(path))
	.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

report(
	[...texts.flatMap(([path, text]) => fileFindings(path, text)), ...moduleFindings(paths)],
	`${paths.length} files say what they are for.`
);
