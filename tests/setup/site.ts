// Before the journeys: the production build on a free port with the example in it, and one browser for all of them.
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from '../../scripts/test/chromium.ts';
import { startSite } from '../../scripts/test/site.ts';

declare module 'vitest' {
	interface ProvidedContext {
		site: { address: string; databaseUrl: string };
		browser: string;
	}
}

/** Chromium stays on this machine: it asks nobody for updates, lists or time. */
const quiet = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export async function setup(project: TestProject) {
	const site = await startSite();
	const browser = await chromium.launchServer({
		executablePath: chromiumPath(),
		args: quiet,
		chromiumSandbox: process.getuid?.() !== 0
	});
	project.provide('site', { address: site.address, databaseUrl: site.databaseUrl });
	project.provide('browser', browser.wsEndpoint());
	return async () => {
		await browser.close();
		const errors = site.errors();
		await site.stop();
		if (errors.length > 0) throw new Error(`The site logged errors during the journeys:\n${errors.join('\n')}`);
	};
}
