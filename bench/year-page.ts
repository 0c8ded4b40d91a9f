// The Year page at twenty connections, against a bare server with the same SQL and the same HTML; and what pages weigh.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import '#modules/list.server.ts';
import { showYear } from '#modules/plan/server/operations/show-year.ts';
import { visitor } from '#platform/actor.ts';
import { clockFor, theAssociation } from '#platform/server/association.ts';
import { connect } from '#platform/server/database.ts';
import type { Bare, Query } from './bare-server.ts';
import { ask, loadOf, type Load } from './load.ts';
import { ratio, rounded, say, timesOf } from './measure.ts';
import { startedUp } from './started.ts';

const connections = 20;

/** Every statement that one view of the Year asks, with its values; what the site keeps prepared goes by the same name. */
async function queriesOf(databaseUrl: string): Promise<Query[]> {
	const queries: Query[] = [];
	const { db, pool, close } = connect(databaseUrl, 1);
	const query = pool.query.bind(pool) as (asked: Query, values: unknown[]) => Promise<unknown>;
	const remembered = (asked: Query, values: unknown[]) => {
		const { text, name } = asked;
		queries.push({ text, values, ...(name === undefined ? {} : { name }) });
		return query(asked, values);
	};
	Object.assign(pool, { query: remembered });
	const association = await theAssociation(db);
	await showYear({ db, actor: visitor, clock: clockFor(association, undefined), locale: 'nl' }, {});
	await close();
	return queries;
}

const decoded = (body: Buffer, encoding: string | undefined) =>
	(encoding === 'br' ? brotliDecompressSync(body) : body).toString();

/** What a browser fetches along with a page: style sheets, scripts and what they announce. */
const filesIn = (html: string) => [
	...new Set(
		[...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]+\.(?:css|js|woff2))"/g)].map(([, path]) => path!)
	)
];

/** Bytes over the line of a page with its styles and scripts, as a browser asks for them. */
async function weightOf(address: string, path: string, cookie = '') {
	const headers = { 'accept-encoding': 'br', ...(cookie ? { cookie } : {}) };
	const page = await ask(`${address}${path}`, headers);
	if (page.status !== 200) throw new Error(`${path} answered with status ${page.status}.`);
	const files = filesIn(decoded(page.body, page.headers['content-encoding']));
	const bytes = { html: page.body.length, css: 0, js: 0 };
	for (const file of files) {
		const { body } = await ask(new URL(file, `${address}${path}`).href, headers);
		bytes[file.endsWith('.css') ? 'css' : 'js'] += body.length;
	}
	const kb = (number: number) => Math.round(number / 100) / 10;
	return {
		html_kb: kb(bytes.html),
		css_kb: kb(bytes.css),
		js_kb: kb(bytes.js),
		without_script_kb: kb(bytes.html + bytes.css),
		total_kb: kb(bytes.html + bytes.css + bytes.js)
	};
}

export async function benchWeights(address: string, cookie: string, paths: readonly string[]): Promise<void> {
	for (const path of paths) {
		say({
			bench: 'page.weight',
			path,
			...(await weightOf(address, path, cookie)),
			aim: { total_kb: 60, without_script_kb: 30 }
		});
	}
}

const middle = (loads: readonly Load[], what: keyof Load) => timesOf(loads.map((load) => load[what])).median_ms;

type Site = { address: string; databaseUrl: string; folder: string };

export async function benchYearPage(
	{ address, databaseUrl, folder }: Site,
	{ quick }: { quick: boolean }
): Promise<void> {
	const path = '/year';
	const html = (await ask(`${address}${path}`)).body.toString();
	const bare: Bare = { databaseUrl, queries: await queriesOf(databaseUrl), pieces: html.split(/(?=<(?:tr|li|svg)\b)/) };
	const file = join(folder, 'bare.json');
	await writeFile(file, JSON.stringify(bare));
	const limit = await startedUp('bench/bare-server.ts', [file], {}, /^(\d+)\n/);
	const urls = { site: `${address}${path}`, limit: `http://127.0.0.1:${limit.found}/` };
	try {
		for (const encoding of ['identity', 'br']) {
			const headers = { 'accept-encoding': encoding };
			const loads: Record<keyof typeof urls, Load[]> = { site: [], limit: [] };
			for (const url of Object.values(urls)) await loadOf(url, { connections, seconds: quick ? 2 : 4, headers });
			for (let turn = 0; turn < (quick ? 2 : 5); turn += 1) {
				for (const name of ['site', 'limit'] as const)
					loads[name].push(await loadOf(urls[name], { connections, seconds: quick ? 2 : 5, headers }));
			}
			say({
				bench: 'year-page',
				connections,
				encoding,
				html_kb: rounded(html.length / 1000),
				statements: bare.queries.length,
				per_second: middle(loads.site, 'per_second'),
				median_ms: middle(loads.site, 'median_ms'),
				p95_ms: middle(loads.site, 'p95_ms'),
				limit: 'bare node:http server, the same SQL, the same HTML concatenated, the same compression',
				limit_per_second: middle(loads.limit, 'per_second'),
				limit_p95_ms: middle(loads.limit, 'p95_ms'),
				ratio: ratio(middle(loads.site, 'per_second'), middle(loads.limit, 'per_second')),
				aim: { ratio: 0.4 }
			});
		}
	} finally {
		await limit.stop();
	}
}
