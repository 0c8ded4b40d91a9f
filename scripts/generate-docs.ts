// Writes docs/generated from the code: `npm run docs`. `npm test` fails when what it would write differs from what is committed.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules } from '#platform/server/module.ts';
import { compileMessagesIfNeeded } from './build.ts';
import { root } from './check/report.ts';
import { permissionTable } from './docs/permissions.ts';
import { personalDataText } from './docs/personal-data.ts';

const folder = join(root, 'docs/generated');

async function write(name: string, text: string) {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, name), text);
	console.log(`docs/generated/${name}`);
}

await compileMessagesIfNeeded();
await import('#modules/list.server.ts');
await write('permissions.md', permissionTable(modules()));
await write('personal-data.md', personalDataText(modules()));
