// The clerk test: a month of a real bureau goes in through the screens. Nobody should have to become a clerk for the plan to count itself.
import { chromium, type Page } from 'playwright-core';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startSite, type RunningSite } from '../../scripts/test/site.ts';
import { signIn } from './browser.ts';
import { watch } from './check-page.ts';
import { month, monthFiles, noiseTitles } from './clerk-month.ts';

/** A site of its own: the month must not stand in the year that the other journeys look at. */
let site: RunningSite;
beforeAll(async () => {
	site = await startSite();
}, 240_000);
afterAll(() => site.stop());

const people = month.reduce((sum, one) => sum + (one.people ?? 0), 0);
const mostSteps = 3;

/** Counts what a hand does: each press, each choice from a list, each field that is filled in, each file dialog. */
class Clerk {
	page: Page;
	clicks = 0;
	/** Of the deed that is being done: pages that it leads through. */
	steps = 0;
	longest = 0;
	constructor(page: Page) {
		this.page = page;
	}
	async press(role: 'link' | 'button', name: string | RegExp, within = 'main') {
		this.clicks += 1;
		this.steps += 1;
		await this.page
			.locator(within)
			.getByRole(role, { name, exact: typeof name === 'string' })
			.first()
			.click();
		await this.page.waitForLoadState();
	}
	/** What does not lead to another page. */
	async touch(deed: () => Promise<unknown>) {
		this.clicks += 1;
		await deed();
	}
	async deed(body: () => Promise<void>) {
		this.steps = 0;
		await body();
		this.longest = Math.max(this.longest, this.steps);
	}
}

type Suggested = { deed: string; title: string; happened_on: string; is_sure: boolean; people: number };

async function ask<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: site.databaseUrl });
	await client.connect();
	const { rows } = await client.query<Row>(query);
	await client.end();
	return rows;
}

/** What the month has become, in the facts that the plan counts. */
const counted = () =>
	ask<{ kind: string; number: number }>(
		`select kind, sum(case when kind = 'event.attended' then quantity else 1 end)::int as number from fact
			where state = 'done' and starts_on between '2022-08-01' and '2022-08-31' group by kind`
	).then((rows) => new Map(rows.map(({ kind, number }) => [kind, number])));

const suggestions = () =>
	ask<Suggested>(
		`select deed, title->>'nl' as title, happened_on::text, is_sure,
			coalesce((select sum((n->>'quantity')::int) from jsonb_array_elements(payload->'numbers') n), 0)::int
			+ coalesce(jsonb_array_length(payload->'people'), 0) as people
			from suggestion where state = 'open' and told not in ('Bureau', 'presentie-lobbygroep.csv', 'nieuwsbrieven.csv')`
	);

async function bringIn(clerk: Clerk) {
	await clerk.press('link', 'Vastleggen', 'header');
	await clerk.press('link', 'Breng die binnen');
	await clerk.touch(() => clerk.page.setInputFiles('input[name="files"]', monthFiles()));
	await clerk.press('button', 'Binnenbrengen');
	expect(await clerk.page.locator('main [role="status"]').innerText()).toMatch(/39 suggesties gemaakt/);
	expect(await clerk.page.locator('main [role="alert"]').count()).toBe(0);
}

/** What arrived of the month, as what it was. */
function arrivedOf(found: readonly Suggested[]) {
	const is = (deed: string, day: string) => found.some((one) => one.deed === deed && one.happened_on === day);
	const deeds = month.filter(({ deed, day, source }) => source !== 'nowhere' && is(deed, day)).length;
	const attended = found.filter(({ deed }) => deed === 'attendance').reduce((sum, one) => sum + one.people, 0);
	return { deeds, attended };
}

const row = (title: string) => new RegExp(`: ${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);

async function decide(clerk: Clerk) {
	const { page } = clerk;
	await clerk.deed(async () => {
		await clerk.press('link', 'Bekijk ze');
		await clerk.press('button', /^Neem de \d+ over die zeker zijn$/);
	});
	await clerk.deed(async () => {
		for (const title of noiseTitles) await clerk.touch(() => page.getByRole('checkbox', { name: title }).check());
		await clerk.press('button', 'Aangevinkte weigeren');
	});
	await clerk.deed(async () => {
		await clerk.press('link', row('Debat in De Balie over klimaatgeld'));
		await clerk.touch(() => page.locator('details > summary').first().click());
		await clerk.touch(() => page.locator('[name="payload.host"][value="attended"]').check());
		await clerk.press('button', 'Overnemen');
	});
	await clerk.deed(async () => {
		await clerk.press('link', row('CoP Shift the Power'));
		await clerk.touch(() =>
			page.selectOption('[name="payload.groupId"]', { label: 'Community of Practice Shift-the-Power' })
		);
		await clerk.press('button', 'Overnemen');
	});
	await clerk.deed(async () => {
		await clerk.press('link', row('Op bezoek bij Kinderstem'));
		await clerk.press('link', 'contact');
		await clerk.touch(() => page.selectOption('[name="payload.organisationId"]', { label: 'Kinderstem Mondiaal' }));
		await clerk.press('button', 'Overnemen');
	});
	const looked = [
		'CoP Shift the Power',
		'Politieke Monitor: extra editie',
		'Concept en programma van het festival',
		'Integriteitsbenchmark vastgesteld',
		'Bezoek aan Alfabreed',
		'Dank voor jullie bezoek'
	];
	for (const title of looked)
		await clerk.deed(() => clerk.press('button', new RegExp(`^Overnemen${row(title).source}`)));
}

async function byHand(clerk: Clerk, what: string, fields: ((page: Page) => Promise<unknown>)[]) {
	await clerk.deed(async () => {
		await clerk.press('link', 'Vastleggen', 'header');
		await clerk.press('link', what);
		for (const fill of fields) await clerk.touch(() => fill(clerk.page));
		await clerk.press('button', 'Vastleggen');
		expect(await clerk.page.locator('main :is([role="status"], [role="alert"])').innerText()).toMatch(
			/^Vastgelegd: .+/
		);
	});
}

const into = (name: string, text: string) => (page: Page) => page.locator(`[name="payload.${name}"]`).fill(text);
const from = (name: string, label: string) => (page: Page) =>
	page.locator(`[name="payload.${name}"]`).selectOption({ label });

/** What no source told. */
async function tellTheRest(clerk: Clerk) {
	await byHand(clerk, 'Er was een bijeenkomst', [
		into('startsOn', '2022-08-22'),
		from('groupId', 'Partos-werkgroep Kwaliteit'),
		into('quantity', '14')
	]);
	await byHand(clerk, 'Ik weet hoeveel er waren', [
		from('eventId', '24 aug · Debat in De Balie over klimaatgeld'),
		into('numbers.0.quantity', '14')
	]);
	await byHand(clerk, 'Een document is klaar', [
		into('title.nl', 'Handreiking veilig vergaderen'),
		into('deliveredOn', '2022-08-19')
	]);
	await byHand(clerk, 'Ik sprak een organisatie', [
		from('organisationId', 'Beeldbrug'),
		into('contactedOn', '2022-08-25'),
		into('subject.nl', 'Bezoek aan Beeldbrug')
	]);
}

test('a month of the bureau goes in without anybody becoming a clerk', { timeout: 240_000 }, async () => {
	const browser = await chromium.connect(inject('browser'));
	const context = await browser.newContext({
		baseURL: site.address,
		// Every press is then a page of its own, and the count is the same.
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 900 },
		locale: 'nl-NL'
	});
	try {
		context.setDefaultTimeout(15_000);
		await signIn(context, 'communication-officer', site.address);
		const page = watch(await context.newPage());
		await page.goto('/week');
		const clerk = new Clerk(page);
		const before = await counted();
		await clerk.deed(() => bringIn(clerk));
		const arrived = arrivedOf(await suggestions());
		expect(await counted()).toEqual(before);
		await decide(clerk);
		await tellTheRest(clerk);
		const after = await counted();
		const grown = (kind: string) => (after.get(kind) ?? 0) - (before.get(kind) ?? 0);
		const facts = month.length + people;
		console.log(
			`The clerk test: ${month.length} deeds and ${people} attendances; ${arrived.deeds} and ${arrived.attended} arrived as suggestions` +
				` (${Math.round((100 * (arrived.deeds + arrived.attended)) / facts)} % of the facts, ${Math.round((100 * arrived.deeds) / month.length)} % of the deeds).` +
				` ${clerk.clicks} clicks, ${(clerk.clicks / facts).toFixed(2)} a fact, ${(clerk.clicks / month.length).toFixed(1)} a deed; at most ${clerk.longest} steps a deed.`
		);
		expect(arrived.deeds / month.length).toBeGreaterThanOrEqual(0.6);
		expect(arrived.attended / people).toBeGreaterThanOrEqual(0.6);
		expect(clerk.longest).toBeLessThanOrEqual(mostSteps);
		// The example's own suggestions that were sure went along.
		expect(grown('event.attended')).toBe(people + 6);
		expect(grown('event.done')).toBe(12 + 3);
		expect(grown('contact.made')).toBe(8 + 1);
		expect(grown('issue.sent')).toBe(5 + 1);
		expect(grown('document.delivered')).toBe(3);
	} finally {
		await context.close();
		await browser.close();
	}
});
