// Starts Schakel: settings, port, build, database, migrations, example, site; and ends it in the opposite order.
import { parseArgs } from 'node:util';
import { openDataFolder, keptSecret } from '#platform/server/data-folder.ts';
import { openHome, type Home } from '#platform/server/home.ts';
import { messageOf, Problem, WrongUse } from '#platform/server/problem.ts';
import { loadSettings, type Settings } from '#platform/server/settings.ts';
import { listenForSite, type Handler, type Site } from '#platform/server/site.ts';
import { buildIfNeeded } from './build.ts';
import { inStep, rememberInStep, type Holds } from './in-step.ts';

const help = `npm start [-- --empty]

Starts Schakel: installs and builds when needed, starts the database, brings it up to date and serves the site.
An empty database gets the example year; with --empty it gets nothing, and the site opens with a first screen.

Settings (environment or .env): PORT, SCHAKEL_ORIGIN, SCHAKEL_HOST, DATABASE_URL, SCHAKEL_DATA, SCHAKEL_TODAY,
SMTP_URL, MAIL_FROM, SCHAKEL_SECRET.`;

function readOptions(): { empty: boolean; help: boolean } {
	try {
		const { values } = parseArgs({
			options: { empty: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }
		});
		return values;
	} catch (error) {
		throw new WrongUse(`${messageOf(error)}\n\n${help}`);
	}
}

/** The site reads its settings from the environment; what was decided here must stand there. */
function tellSite(settings: Settings, site: Site, databaseUrl: string): void {
	process.env.NODE_ENV = 'production';
	process.env.DATABASE_URL = databaseUrl;
	process.env.SCHAKEL_DATA = settings.dataFolder;
	process.env.SCHAKEL_ORIGIN = site.address;
	process.env.SCHAKEL_SECRET = settings.secret ?? keptSecret(settings.dataFolder);
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	// SvelteKit stops reading a request there, whatever the page; the site itself refuses earlier, with a page that says why.
	process.env.BODY_SIZE_LIMIT ??= '52M';
}

function tellWhereDatabaseIs({ cluster }: Home): void {
	if (!cluster?.made) return;
	const asWhom = cluster.user ? `, as user ${cluster.user} because PostgreSQL does not run as root` : '';
	console.log(`The database stands in ${cluster.folder}${asWhom}.`);
}

const howToSignIn: Record<Holds, (address: string) => string> = {
	nothing: (address) => `Open it to name your association and its first administrator: ${address}`,
	'the example': (address) => `Choose a persona to sign in: ${address}/sign-in`,
	'an association': (address) => `Sign in with your mail address: ${address}/sign-in`
};

/** Brings the database to this release, with the example in it when it is empty and may have it. */
async function prepare(url: string, { empty }: { empty: boolean }): Promise<Holds> {
	let holds = await inStep(url);
	if (holds === undefined || (holds === 'nothing' && !empty)) {
		const { prepareDatabase } = await import('./prepare-database.ts');
		await prepareDatabase(url, { example: !empty, tell: console.log });
		holds = await rememberInStep(url);
	}
	if (holds !== 'the example' || !empty) return holds;
	throw new Problem(
		'The database already holds the example: for a clean association name another data folder, ' +
			'as in SCHAKEL_DATA=.schakel-own npm start -- --empty.'
	);
}

async function openSite(site: Site): Promise<void> {
	// Not known before the build, so not to TypeScript either.
	const built = new URL('../build/handler.js', import.meta.url).href;
	const { handler } = (await import(built)) as { handler: Handler };
	site.open(handler);
}

/** What runs, in order of starting. */
const running: { site?: Promise<Site>; home?: Promise<Home> } = {};

async function start(): Promise<void> {
	const options = readOptions();
	if (options.help) {
		console.log(help);
		process.exit(0);
	}
	const settings = loadSettings();
	const site = await (running.site = listenForSite(settings));
	openDataFolder(settings.dataFolder);
	await buildIfNeeded(console.log);
	const home = await (running.home = openHome(settings));
	tellWhereDatabaseIs(home);
	tellSite(settings, site, home.url);
	const holds = await prepare(home.url, options);
	await openSite(site);
	console.log(`Schakel runs at ${site.address}\n${howToSignIn[holds](site.address)}`);
}

/** SvelteKit's own event; its listeners (the worker of jobs) may need the database, so they are waited for. */
async function endWork(): Promise<void> {
	const event = 'sveltekit:shutdown';
	const listeners = process.rawListeners(event);
	await Promise.allSettled(listeners.map((listener) => listener.call(process, 'SIGTERM')));
}

const settled = <Part>(part: Promise<Part> | undefined) => part?.catch(() => undefined);

let ending: Promise<void> | undefined;

async function stop(): Promise<void> {
	await (await settled(running.site))?.close();
	await endWork();
	await (await settled(running.home))?.leave();
}

/** Ends what was started, once, also when it is still starting. Ctrl-C reaches us several times: npm passes it on too. */
function end(code: number): void {
	ending ??= stop().then(
		() => process.exit(code),
		(error: unknown) => {
			console.error(messageOf(error));
			process.exit(1);
		}
	);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
// The process that started us was killed: nobody could end us any more.
process.on('disconnect', () => end(1));

start().catch((error: unknown) => {
	if (ending) return;
	console.error(error instanceof Problem ? error.message : error);
	end(error instanceof WrongUse ? 2 : 1);
});
