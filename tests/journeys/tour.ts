// A tour of all pages: each is a good page for the first persona who may see it. New addresses are walked by themselves.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { root } from '../../scripts/check/report.ts';
import { firstByTable, routeExamples, type RouteExample } from '../../scripts/docs/routes.ts';
import { sampleNames } from '../../scripts/docs/route-samples.ts';
import { routesOf } from '../../scripts/docs/route-files.ts';
import { newContext, openPage, signIn, type Way } from './browser.ts';
import { checkPage, watch } from './check-page.ts';

let found: Promise<RouteExample[]> | undefined;
const examples = () => (found ??= routeExamples(inject('site').databaseUrl));

const table = readFile(join(root, 'docs/generated/routes.md'), 'utf8');

/** For a database without an association, or with several plans: the example leads elsewhere, and elsewhere is looked at. */
const leadsElsewhere = new Set(['/welcome', '/plans']);

/** Each visitor keeps one browser for the whole tour, as people do. */
function browsers(way: Way) {
	const contexts = new Map<string, Promise<BrowserContext>>();
	const begin = async (who: string) => {
		const context = await newContext(way);
		if (who !== 'visitor') await signIn(context, who);
		return context;
	};
	afterAll(async () => {
		for (const context of contexts.values()) await (await context).close();
	});
	return (who: string) => {
		if (!contexts.has(who)) contexts.set(who, begin(who));
		return contexts.get(who)!;
	};
}

/** A test per page and sample. */
export function tour(way: Way) {
	const browserOf = browsers(way);
	const pages = routesOf().filter(({ isPage }) => isPage);
	const samples = pages.flatMap(({ path }) => sampleNames(path).map((sample) => ({ path, sample })));
	test.each(samples)('$path $sample', async ({ path, sample }) => {
		const { example } = (await examples()).find((each) => each.path === path && each.sample === sample)!;
		expect(example, 'an address in the example year (scripts/docs/route-samples.ts)').toBeDefined();
		const visitor = firstByTable(await table, { path, sample }, leadsElsewhere.has(path) ? 303 : 200);
		expect(visitor, 'somebody who gets this page (docs/generated/routes.md, made by `npm run docs`)').toBeDefined();
		const page = watch(await (await browserOf(visitor!)).newPage());
		try {
			await checkPage(await openPage(page, example!, way), way);
		} finally {
			await page.close();
		}
	});
}
