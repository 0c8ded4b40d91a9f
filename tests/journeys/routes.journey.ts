// Every address of the site: who gets it, and that every page is a good page for who may see it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { root } from '../../scripts/check/report.ts';
import { answeredRoutes, routesTable, visitors, type AnsweredRoute } from '../../scripts/docs/routes.ts';
import { sampleNames } from '../../scripts/docs/route-samples.ts';
import { routesOf } from '../../scripts/docs/route-files.ts';
import { journey, tourWays } from './browser.ts';
import { checkPage } from './check-page.ts';

let asked: Promise<AnsweredRoute[]> | undefined;
const answered = () => (asked ??= answeredRoutes(inject('site')));

test('everybody gets the addresses that the committed table says, and no others (if meant so: `npm run docs`)', async () => {
	expect(routesTable(await answered())).toBe(await readFile(join(root, 'docs/generated/routes.md'), 'utf8'));
});

test('no address answers with a fault', async () => {
	const faults = (await answered()).filter(({ statuses }) => Object.values(statuses).some((status) => status >= 500));
	expect(faults.map(({ path }) => path)).toEqual([]);
});

/** For a database without an association: with the example in it they lead elsewhere, and elsewhere is looked at. */
const isFirstRun = (path: string) => path.startsWith('/welcome');

const pages = routesOf().filter(({ isPage }) => isPage);

for (const [path, sample] of pages.flatMap((route) =>
	sampleNames(route.path).map((name) => [route.path, name] as const)
)) {
	journey(
		`${path}${sample && ` (${sample})`} is a good page`,
		async ({ open, signIn, way }) => {
			const { example, statuses } = (await answered()).find((route) => route.path === path && route.sample === sample)!;
			expect(example, 'an address in the example year (scripts/docs/route-samples.ts)').toBeDefined();
			const who = visitors.find((visitor) => statuses[visitor] === (isFirstRun(path) ? 303 : 200));
			expect(who, 'somebody who gets this page').toBeDefined();
			if (who && who !== 'visitor') await signIn(who);
			await checkPage(await open(example!), way);
		},
		tourWays
	);
}
