// Every address of the site: who gets it, and that none answers with a fault.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { root } from '../../scripts/check/report.ts';
import { answeredRoutes, routesTable, type AnsweredRoute } from '../../scripts/docs/routes.ts';

let answered: AnsweredRoute[];
beforeAll(async () => {
	answered = await answeredRoutes(inject('site'));
}, 180_000);

test('everybody gets the addresses that the committed table says, and no others (if meant so: `npm run docs`)', async () => {
	expect(routesTable(answered)).toBe(await readFile(join(root, 'docs/generated/routes.md'), 'utf8'));
});

test('no address answers with a fault', () => {
	const faults = answered.filter(({ statuses }) => Object.values(statuses).some((status) => status >= 500));
	expect(faults.map(({ path }) => path)).toEqual([]);
});
