// Everything that must be true on main, in one run: `npm test`, or `npm test -- lint types` for some of it.
import { availableParallelism } from 'node:os';
import { ensureChromium } from './test/chromium.ts';
import { runSteps, type Step } from './test/run-steps.ts';
import { command, script, tests } from './test/step-kinds.ts';

const typesOn = (name: string, ...args: string[]): Step => ({
	name,
	after: ['prepare'],
	run: command('svelte-check', '--threshold', 'warning', '--fail-on-warnings', '--output', 'human', ...args)
});

const steps: Step[] = [
	{ name: 'prepare', run: script('scripts/prepare.ts') },
	{ name: 'build', after: ['prepare'], run: script('scripts/build.ts') },
	{ name: 'tests', after: ['prepare'], run: tests('pure', 'server') },
	typesOn('types', '--tsgo'),
	{ name: 'lint', after: ['prepare'], run: command('oxlint', '--type-aware', '--deny-warnings') },
	{ name: 'boundaries', after: ['prepare'], run: script('scripts/check-boundaries.ts') },
	{ name: 'files', run: script('scripts/check-files.ts') },
	{ name: 'messages', run: script('scripts/check-messages.ts') },
	{ name: 'migrations', run: script('scripts/check-migrations.ts') },
	{ name: 'format', run: command('prettier', '--check', '--log-level', 'warn', '--cache', '.') },
	{ name: 'vulnerabilities', run: script('scripts/check-vulnerabilities.ts') },
	{
		name: 'new-module',
		after: ['types', 'lint', 'format', 'boundaries', 'files', 'messages', 'migrations'],
		run: script('scripts/check-new-module.ts')
	},
	{ name: 'faults', after: ['build'], run: tests('faults') },
	{ name: 'journeys', after: ['build'], setUp: ensureChromium, run: tests('journeys') }
];

// The interface of TypeScript 6 is what tools still build on; 7 is what checks in a third of the time.
if (process.env.CI) steps.push(typesOn('types-6'));

process.exitCode = await runSteps(steps, process.argv.slice(2), Math.max(2, Math.min(4, availableParallelism())));
