// Who may import whom (docs/architecture.md). `scripts/check-boundaries.ts` runs these rules and proves that each one still fires.
const module = '^src/modules/([^/]+)/';
const test = '\\.test\\.ts$';

/** A file of a module that does not touch the world: everything but `server/` and `ui/`. */
const pureOfModules = '^src/modules/[^/]+/(?!server/|ui/).+\\.ts$';
const pureOfPlatform = '^src/platform/(?!server/|ui/).+\\.ts$';
/** Packages without input or output of their own. */
const purePackages = 'node_modules/(zod|yaml)/';
const messages = '^src/paraglide/';

const rules = [
	{
		name: 'pure-files-stay-pure',
		comment: 'Rules and inputs touch nothing, so that anyone can read and trust them; they import only pure files.',
		from: { path: [pureOfModules, pureOfPlatform], pathNot: test },
		to: { pathNot: [pureOfModules, pureOfPlatform, purePackages, messages] }
	},
	{
		name: 'screens-do-not-reach-the-server',
		comment: 'What a screen shows is given to it; it asks nothing of the server by itself.',
		from: { path: ['/ui/', '\\.svelte$', '\\.svelte\\.ts$'] },
		to: { path: ['/server/', 'node_modules/(drizzle-orm|pg|pg-boss|better-auth)/'] }
	},
	{
		name: 'screens-use-their-own-rules',
		comment: "A screen uses its own module's pure files, and the screens of others; not the rules of others.",
		from: { path: `${module}ui/` },
		to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/ui/'] }
	},
	{
		name: 'modules-meet-at-the-door',
		comment:
			"Of another module's server only public.ts (to call) and its schema files (for foreign keys and joins). Tests may set a scene with any operation.",
		from: { path: `${module}server/`, pathNot: test },
		to: {
			path: '^src/modules/[^/]+/(server|ui)/',
			pathNot: ['^src/modules/$1/', '/server/public\\.ts$', '/server/[a-z-]*schema\\.ts$']
		}
	},
	{
		name: 'platform-knows-no-module',
		comment: 'The platform carries every module and names none. (Its tests may set a scene with them.)',
		from: { path: '^src/platform/', pathNot: test },
		to: { path: '^src/(modules|routes)/' }
	},
	{
		name: 'modules-know-no-route',
		comment: 'Routes translate an address into a call; nothing depends on them.',
		from: { path: '^src/modules/' },
		to: { path: '^src/routes/' }
	},
	{
		name: 'routes-call-operations-only',
		comment:
			"Of a module's server a route reaches operations only, so that every answer stands in the permission table.",
		from: { path: '^src/routes/' },
		to: {
			path: '^src/modules/[^/]+/server/',
			pathNot: '^src/modules/[^/]+/server/operations(/|-|\\.ts$)'
		}
	},
	{
		name: 'routes-do-not-touch-the-database',
		comment: 'No SQL in routes: no database, tables, views or packages that speak to PostgreSQL.',
		from: { path: '^src/routes/' },
		to: {
			path: [
				'^src/platform/server/(database|schema|auth-schema|views|migrate|audit|jobs)\\.ts$',
				'node_modules/(drizzle-orm|pg|pg-boss)/'
			]
		}
	},
	{
		name: 'the-list-is-read-at-the-edges',
		comment: 'The list of modules knows all modules; who imports it from within a module makes a circle.',
		from: { path: '^src/(modules|platform|routes)/', pathNot: '^src/modules/list\\.server\\.ts$' },
		to: { path: '^src/modules/list\\.server\\.ts$' }
	},
	{
		name: 'testing-stays-in-tests',
		comment: 'The application does not import what is made for tests.',
		from: { path: '^src/', pathNot: [test, '^src/platform/server/testing\\.ts$'] },
		to: { path: ['^src/platform/server/testing\\.ts$', '^tests/', test, 'node_modules/vitest/'] }
	},
	{
		name: 'the-application-runs-without-tools',
		comment: 'Packages for development are not there in production.',
		from: { path: '^src/', pathNot: [test, '^src/platform/server/testing\\.ts$'] },
		to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }
	},
	{
		name: 'imports-exist',
		comment: 'Everything imported is there, and is declared in package.json.',
		from: { path: '^(src|scripts|tests|bench)/' },
		to: { couldNotResolve: true, pathNot: '^(\\$app/|\\./\\$types)' }
	},
	{
		name: 'no-circles',
		comment: 'Two files that need each other are one file, or three. Types alone make no circle at run time.',
		from: { path: '^src/' },
		to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
	}
];

export default {
	forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|\\.svelte-kit)/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'node', 'default'] }
	}
};
