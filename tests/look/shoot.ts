// Takes pictures of the rendered design system at several widths, in both schemes and on paper: `node tests/look/shoot.ts [scene …]`.
import { basename, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { lookFolder, renderLook } from './render.ts';
import { scenes } from './scenes.ts';

const widths = [1280, 360, 320] as const;

async function shootOne(browser: Browser, path: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
	const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
	await page.goto(`file://${path}`);
	const name = `${basename(path, '.html')}-${width}-${colorScheme}.png`;
	await page.screenshot({ path: join(lookFolder, name), fullPage: true });
	await page.close();
}

const papers = {
	a4: { format: 'A4' },
	a3: { format: 'A3' },
	'a3-side': { format: 'A3', landscape: true }
} as const;

async function printOne(browser: Browser, path: string, paper: keyof typeof papers): Promise<void> {
	const page = await browser.newPage();
	await page.goto(`file://${path}`);
	const name = `${basename(path, '.html')}-${paper}.pdf`;
	await page.pdf({ path: join(lookFolder, name), ...papers[paper], printBackground: true });
	await page.close();
}

const wanted = process.argv.slice(2);
const chosen = Object.fromEntries(
	Object.entries(scenes).filter(([name]) => wanted.length === 0 || wanted.includes(name))
);
const paths = await renderLook(chosen);
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--hide-scrollbars']
});
for (const path of paths) {
	for (const width of widths)
		for (const scheme of ['light', 'dark'] as const) await shootOne(browser, path, width, scheme);
	for (const paper of ['a4', 'a3', 'a3-side'] as const) await printOne(browser, path, paper);
}
await browser.close();
console.log(`${paths.length} pages in test-results/look`);
