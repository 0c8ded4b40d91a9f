// Axe, the standard's rules in the page itself: what it finds wrong by WCAG 2.2 AA and good practice.
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
	interface Window {
		axe: typeof axe;
	}
}

/** For a context that opens many pages: sent along once instead of with every look. */
export const axeScript = { content: axe.source };

// The rules of 2.2 (target-size) run only when their tag is asked for.
const options: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations']
};

/** A line for each element and rule. Needs script in the page. */
export async function accessTroubles(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options);
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`)
	);
}
