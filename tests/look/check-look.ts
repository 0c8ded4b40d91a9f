// What must be true of every scene, in every scheme and at every size that WCAG 2.2 names.
import type { Page } from 'playwright-core';

/** Elements that stick out to the right of the window, where nothing around them scrolls by itself. */
export const sidewaysTroubles = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const { clientWidth, scrollWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		return [...document.querySelectorAll('main *, header *, footer *')]
			.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
			.slice(0, 5)
			.map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`);
	});

/** Text that is cut off: its box hides what does not fit. */
export const cutTroubles = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLElement>(
				'main *:not(select, option, input, .visually-hidden, .visually-hidden *)'
			)
		]
			.filter((element) => {
				const { overflowX, overflowY, clipPath } = getComputedStyle(element);
				const hides = overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip';
				// What is clipped away altogether is there for who listens.
				if (clipPath !== 'none') return false;
				return (
					hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
				);
			})
			.map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`)
	);

/** What takes the keyboard's focus without a visible outline around it or around the row it stands for. */
export async function focusTroubles(page: Page, most = 40): Promise<string[]> {
	const troubles: string[] = [];
	for (let step = 0; step < most; step++) {
		await page.keyboard.press('Tab');
		const trouble = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element || element === document.body) return null;
			const shown = [getComputedStyle(element), getComputedStyle(element, '::after')].some(
				(style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
			);
			return shown ? null : element.outerHTML.slice(0, 120);
		});
		if (trouble) troubles.push(trouble);
	}
	return troubles;
}

/** Text at twice its size, as a browser's own setting makes it. */
export const doubleText = (page: Page) =>
	page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));

/** How many sheets the page takes on this paper. */
export async function sheets(page: Page, paper: { format: 'A3' | 'A4'; landscape?: boolean }): Promise<number> {
	const pdf = await page.pdf({ ...paper, printBackground: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
