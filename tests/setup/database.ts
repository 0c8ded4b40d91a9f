// Before the tests on PostgreSQL: one cluster for the run (or TEST_DATABASE_URL), and one migrated database that all others are copies of.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import '#modules/list.server.ts';
import { dropDatabase } from '#platform/server/drop-database.ts';
import { startCluster } from '#platform/server/cluster.ts';
import { connect } from '#platform/server/database.ts';
import { startJobs, stopJobs } from '#platform/server/jobs.ts';
import { migrate } from '#platform/server/migrate.ts';
import { modules } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';

const template = `schakel_test_${process.pid}`;

async function cluster() {
	const given = process.env.TEST_DATABASE_URL;
	if (given) return { url: given, stop: async () => undefined };
	const folder = await mkdtemp(join(tmpdir(), 'schakel-test-'));
	const started = await startCluster(folder, { durable: false });
	const stop = async () => {
		await started.discard();
		await rm(folder, { recursive: true, force: true });
	};
	return { url: started.url, stop };
}

/** Tables, views and queues, in a database that nobody connects to afterwards. */
async function makeTemplate(maintenanceUrl: string) {
	const maintenance = connect(maintenanceUrl, 1);
	await maintenance.pool.query(`create database ${template}`);
	await maintenance.close();
	const url = new URL(maintenanceUrl);
	url.pathname = `/${template}`;
	const { db, close } = connect(url.href, 2);
	await migrate(db);
	const jobs = modules().flatMap((module) => module.jobs ?? []);
	const caller = (): Promise<Caller> => Promise.reject(new Error('No job is worked while a template is made.'));
	await startJobs({ databaseUrl: url.href, db, jobs, timeZone: 'Europe/Amsterdam', work: false, caller });
	await stopJobs();
	await close();
}

async function dropDatabases(maintenanceUrl: string) {
	const { pool, close } = connect(maintenanceUrl, 1);
	const { rows } = await pool.query<{ datname: string }>('select datname from pg_database where datname like $1', [
		`${template}%`
	]);
	for (const { datname } of rows) await dropDatabase((statement) => pool.query(statement), datname);
	await close();
}

export async function setup(project: TestProject) {
	const { url, stop } = await cluster();
	await makeTemplate(url);
	project.provide('testDatabase', { maintenanceUrl: url, template });
	return async () => {
		if (process.env.TEST_DATABASE_URL) await dropDatabases(url);
		await stop();
	};
}
