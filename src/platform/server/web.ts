// The web process: opened once, before the first request. It serves pages and works jobs, on one pool of connections.
import type { Clock } from '#platform/clock.ts';
import { system } from '#platform/actor.ts';
import { clockFor, DEFAULT_TIME_ZONE, theAssociation, type Association } from './association.ts';
import { connect, type Connection, type Database } from './database.ts';
import { keptSecret } from './data-folder.ts';
import { openHome } from './home.ts';
import { setInstallation } from './installation.ts';
import { enqueue, startJobs, stopJobs } from './jobs.ts';
import { logLine } from './log.ts';
import { TRY_MAIL_AGAIN } from './mail.ts';
import { modules } from './module.ts';
import type { Caller } from './operation.ts';
import { loadSettings, type Settings } from './settings.ts';

type Web = { connection: Connection; settings: Pick<Settings, 'today'> };

let opened: Web | undefined;

const web = () => {
	if (!opened) throw new Error('Call openWeb() first.');
	return opened;
};

/** Requests are answered from this database from now on. */
export const serveFrom = (from: Web) => void (opened = from);

export const webDatabase = (): Database => web().connection.db;

/** The association's day as this process reads it. */
export const clockOf = (
	association: Association | undefined,
	{ today }: Pick<Settings, 'today'> = web().settings
): Clock => clockFor(association, today);

/** Jobs act as the system, in the association's first language. */
const jobCaller =
	(settings: Settings) =>
	async (db: Database): Promise<Caller> => ({
		db,
		actor: system,
		clock: clockOf(await theAssociation(db), settings),
		locale: 'nl'
	});

/**
 * `npm start` has put the database, the secret and the origin in the environment by now; under `vite dev` nobody has,
 * and we find them ourselves.
 */
export async function openWeb(): Promise<void> {
	if (opened) return;
	const settings = loadSettings();
	const { url: databaseUrl, leave } = await openHome(settings);
	setInstallation({
		...settings,
		origin: settings.origin ?? `http://localhost:${settings.port}`,
		secret: settings.secret ?? keptSecret(settings.dataFolder)
	});
	const connection = connect(databaseUrl);
	serveFrom({ connection, settings });
	const association = await theAssociation(connection.db);
	await startJobs({
		databaseUrl,
		db: connection.db,
		jobs: modules().flatMap((module) => module.jobs ?? []),
		timeZone: association?.timeZone ?? DEFAULT_TIME_ZONE,
		work: true,
		caller: jobCaller(settings)
	});
	await enqueue({ db: connection.db }, TRY_MAIL_AGAIN, { young: true });
	// oxlint-disable-next-line typescript/no-misused-promises -- our own server waits for what its listeners promise.
	process.on('sveltekit:shutdown', () => closeWeb().then(leave));
	logLine('info', 'web.opened', { mail: settings.smtpUrl ? 'smtp' : 'outbox' });
}

async function closeWeb(): Promise<void> {
	await stopJobs();
	await opened?.connection.close();
	opened = undefined;
}
