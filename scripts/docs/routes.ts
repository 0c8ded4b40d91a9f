// The table of routes: every address, what it takes, and what the running site answers to each persona of the example.
import pg from 'pg';
import { personaKeys } from '#modules/members/personas.ts';
import { routeSamples, sampleNames } from './route-samples.ts';
import { routesOf, type Route } from './route-files.ts';

export type Site = { address: string; databaseUrl: string };

/** A route with an address in the example, when the example has one. */
export type RouteExample = Route & { sample: string; example: string | undefined };

/** With the status that a GET gives each visitor. */
export type AnsweredRoute = RouteExample & { statuses: Record<string, number> };

export const visitors = ['visitor', ...personaKeys] as const;

async function cookieOf(address: string, persona: string): Promise<string> {
	if (persona === 'visitor') return '';
	const answer = await fetch(`${address}/sign-in/persona`, {
		method: 'POST',
		headers: { origin: address },
		body: new URLSearchParams({ persona }),
		redirect: 'manual'
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
	if (answer.status !== 303 || cookies.length === 0)
		throw new Error(`Signing in as ${persona} was answered with status ${answer.status}.`);
	return cookies.join('; ');
}

/** The path with the parameters of a sample filled in; undefined when the example has nothing there. */
async function exampleOf(client: pg.Client, path: string, sample: string): Promise<string | undefined> {
	if (sample === '') return path;
	const query = routeSamples[path]?.[sample];
	if (!query) return undefined;
	const [found] = (await client.query<Record<string, string>>(query)).rows;
	return (
		found && path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_match, name: string) => encodeURIComponent(found[name] ?? ''))
	);
}

const answersGet = ({ isPage, methods }: Route) => isPage || methods.includes('GET') || methods.includes('fallback');

const statusOf = async (address: string, cookie: string) =>
	(await fetch(address, { headers: { cookie }, redirect: 'manual' })).status;

/** Every route with an address for each of its samples. */
export async function routeExamples(databaseUrl: string): Promise<RouteExample[]> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const examples: RouteExample[] = [];
		for (const route of routesOf()) {
			for (const sample of sampleNames(route.path)) {
				examples.push({ ...route, sample, example: await exampleOf(client, route.path, sample) });
			}
		}
		return examples;
	} finally {
		await client.end();
	}
}

/** Asks the running site for every route as every visitor. */
export async function answeredRoutes({ address, databaseUrl }: Site): Promise<AnsweredRoute[]> {
	const cookies: [string, string][] = [];
	for (const visitor of visitors) cookies.push([visitor, await cookieOf(address, visitor)]);
	const answered: AnsweredRoute[] = [];
	for (const route of await routeExamples(databaseUrl)) {
		const { example } = route;
		const asked = example !== undefined && answersGet(route) ? cookies : [];
		const statuses = asked.map(
			async ([visitor, cookie]) => [visitor, await statusOf(`${address}${example}`, cookie)] as const
		);
		answered.push({ ...route, statuses: Object.fromEntries(await Promise.all(statuses)) });
	}
	return answered;
}

const kindOf = ({ isPage, isPlain, actions, methods }: Route) =>
	[isPage && (isPlain ? 'page without script' : 'page'), ...methods].filter(Boolean).join(', ') +
	(actions.length > 0 ? `, actions ${actions.join(', ')}` : '');

const nameOf = ({ path, sample }: Pick<RouteExample, 'path' | 'sample'>) => `\`${path}\`${sample && ` (${sample})`}`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The whole table, as it stands in docs/generated/routes.md. */
export const routesTable = (routes: readonly AnsweredRoute[]) =>
	`# All addresses

Made by \`npm run docs\` from the built site with the example year in it: the status that each persona gets when asking for an
address (200 a page, 303 sent elsewhere, 403 may not, 404 not there for them). \`npm test\` fails when an answer changes and
this table does not. Every page stands under \`/en\` too, in English.

${[row(['address', 'is', ...visitors]), row(['---', '---', ...visitors.map(() => ':-:')])].join('\n')}
${routes.map((route) => row([nameOf(route), kindOf(route), ...visitors.map((visitor) => String(route.statuses[visitor] ?? ''))])).join('\n')}
`;

/** The first visitor who by the committed table gets this status there; undefined when nobody does, or no line says. */
export function firstByTable(table: string, of: Pick<RouteExample, 'path' | 'sample'>, status: number) {
	const line = table.split('\n').find((each) => each.startsWith(`| ${nameOf(of)} |`));
	const statuses = line?.split(' | ').slice(2);
	return visitors.find((_visitor, at) => statuses?.[at]?.startsWith(String(status)));
}
