// Writes docs/generated from the code: `npm run docs [-- permissions personal-data routes]`. `npm test` fails when what it
// would write differs from what is committed.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules } from '#platform/server/module.ts';
import { compileMessagesIfNeeded } from './build.ts';
import { root } from './check/report.ts';
import { permissionTable } from './docs/permissions.ts';
import { personalDataText } from './docs/personal-data.ts';
import { answeredRoutes, routesTable } from './docs/routes.ts';
import { startSite } from './test/site.ts';

const folder = join(root, 'docs/generated');

const texts: Record<string, () => string | Promise<string>> = {
	permissions: () => permissionTable(modules()),
	'personal-data': () => personalDataText(modules()),
	routes: async () => {
		const site = await startSite();
		try {
			return routesTable(await answeredRoutes(site));
		} finally {
			await site.stop();
		}
	}
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !texts[name]);
if (unknown.length > 0) {
	console.error(`There is no '${unknown[0]}' among ${Object.keys(texts).join(', ')}.`);
	process.exit(2);
}

await compileMessagesIfNeeded();
await import('#modules/list.server.ts');
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(texts)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	await writeFile(join(folder, `${name}.md`), await text());
	console.log(`docs/generated/${name}.md`);
}
