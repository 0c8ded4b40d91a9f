// The kinds of tests: pure ones, those on real PostgreSQL, and journeys in a browser. Each runs alone with `--project`.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const onPostgres = ['src/**/server/**/*.test.ts', 'tests/frame/**/*.test.ts'];

export default defineConfig({
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	test: {
		// Modules are read once per worker: nothing of ours keeps state between tests, and no test mocks our own code.
		isolate: false,
		pool: 'forks',
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'pure',
					include: ['src/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
					exclude: onPostgres
				}
			},
			{
				extends: true,
				test: {
					name: 'server',
					include: onPostgres,
					globalSetup: ['tests/setup/database.ts'],
					setupFiles: ['tests/setup/modules.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'faults',
					include: ['tests/faults/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.journey.ts'],
					globalSetup: ['tests/setup/site.ts'],
					testTimeout: 60_000
				}
			}
		]
	}
});
