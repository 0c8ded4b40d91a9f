// A small application that breaks every import rule once, and keeps to them everywhere else: proof that the rules fire, and only then.

/** Files that break a rule, by the rule's name. */
export const planted: Record<string, { path: string; text: string }[]> = {
	'pure-files-stay-pure': [
		{
			path: 'src/modules/alpha/texts.ts',
			text: "import { db } from '#platform/server/database.ts'; export const bad = db;"
		},
		{
			path: 'src/modules/alpha/deep/sum.ts',
			text: "import { readFileSync } from 'node:fs'; export const bad = readFileSync;"
		},
		{ path: 'src/platform/early.ts', text: "import { db } from './server/database.ts'; export const bad = db;" }
	],
	'screens-do-not-reach-the-server': [
		{
			path: 'src/modules/alpha/ui/Reach.svelte',
			text: '<script lang="ts">import { ask } from "#modules/alpha/server/queries.ts";</script>{ask}'
		},
		{
			path: 'src/routes/reach/+page.svelte',
			text: '<script lang="ts">import { ask } from "#modules/alpha/server/operations.ts";</script>{ask}'
		}
	],
	'screens-use-their-own-rules': [
		{
			path: 'src/modules/beta/ui/Borrow.svelte',
			text: '<script lang="ts">import { mayClose } from "#modules/alpha/rules.ts";</script>{mayClose}'
		}
	],
	'modules-meet-at-the-door': [
		{
			path: 'src/modules/beta/server/window.ts',
			text: "import { ask } from '#modules/alpha/server/queries.ts'; export const bad = ask;"
		},
		{
			path: 'src/modules/beta/server/chimney.ts',
			text: "import { close } from '#modules/alpha/server/operations.ts'; export const bad = close;"
		}
	],
	'platform-knows-no-module': [
		{
			path: 'src/platform/server/upward.ts',
			text: "import { alpha } from '#modules/alpha/server/public.ts'; export const bad = alpha;"
		}
	],
	'modules-know-no-route': [
		{
			path: 'src/modules/alpha/server/back.ts',
			text: "import { load } from '../../../routes/+page.server.ts'; export const bad = load;"
		}
	],
	'routes-call-operations-only': [
		{
			path: 'src/routes/door/+page.server.ts',
			text: "import { alpha } from '#modules/alpha/server/public.ts'; export const load = () => alpha;"
		},
		{
			path: 'src/routes/tables/+page.server.ts',
			text: "import { table } from '#modules/alpha/server/schema.ts'; export const load = () => table;"
		},
		{
			path: 'src/routes/queries/+server.ts',
			text: "import { ask } from '#modules/alpha/server/queries.ts'; export const GET = () => ask;"
		}
	],
	'routes-do-not-touch-the-database': [
		{
			path: 'src/routes/sql/+page.server.ts',
			text: "import { db } from '#platform/server/database.ts'; export const load = () => db;"
		},
		{ path: 'src/routes/raw/+server.ts', text: "import { sql } from 'drizzle-orm'; export const GET = () => sql;" }
	],
	'the-list-is-read-at-the-edges': [
		{
			path: 'src/routes/list/+page.server.ts',
			text: "import { list } from '#modules/list.server.ts'; export const load = () => list;"
		}
	],
	'testing-stays-in-tests': [
		{
			path: 'src/modules/alpha/server/pretend.ts',
			text: "import { story } from '#platform/server/testing.ts'; export const bad = story;"
		}
	],
	'the-application-runs-without-tools': [
		{ path: 'src/modules/alpha/server/tool.ts', text: "import fc from 'fast-check'; export const bad = fc;" }
	],
	'imports-exist': [
		{
			path: 'src/modules/alpha/server/ghost.ts',
			text: "import { ghost } from './nowhere.ts'; export const bad = ghost;"
		}
	],
	'no-circles': [
		{ path: 'src/modules/alpha/server/egg.ts', text: "import { hen } from './hen.ts'; export const egg = () => hen;" }
	]
};

/** Files that keep to the rules, by their path. */
export const lawful: Record<string, string> = {
	// The other half of the planted circle, which is reported on its first file.
	'src/modules/alpha/server/hen.ts': "import { egg } from './egg.ts'; export const hen = () => egg;",
	'src/platform/actor.ts': 'export type Actor = { id: string };',
	'src/platform/server/database.ts': "import { sql } from 'drizzle-orm'; export const db = sql;",
	'src/platform/server/operation.ts': "import { db } from './database.ts'; export const operation = db;",
	'src/platform/server/testing.ts': "import { test } from 'vitest'; export const story = test;",
	'src/platform/ui/Page.svelte':
		'<script lang="ts">import type { Actor } from "#platform/actor.ts"; let a: Actor;</script>{a}',
	'src/paraglide/messages.js': 'export const m = {};',
	'src/modules/list.server.ts': "import { alpha } from './alpha/server/module.ts'; export const list = [alpha];",
	'src/modules/alpha/rules.ts':
		"import type { Actor } from '#platform/actor.ts'; import { m } from '#paraglide/messages.js'; export const mayClose = (a: Actor) => !!a && m;",
	'src/modules/alpha/inputs.ts': "import { z } from 'zod'; export const close = z;",
	'src/modules/alpha/server/module.ts': "import { close } from './operations.ts'; export const alpha = close;",
	'src/modules/alpha/server/operations.ts':
		"import { operation } from '#platform/server/operation.ts'; import { mayClose } from '../rules.ts'; import { ask } from './queries.ts'; export const close = [operation, mayClose, ask];",
	'src/modules/alpha/server/operations.test.ts':
		"import { story } from '#platform/server/testing.ts'; import fc from 'fast-check'; export const t = [story, fc];",
	'src/modules/alpha/server/queries.ts': "import { table } from './schema.ts'; export const ask = table;",
	'src/modules/alpha/server/schema.ts': "import { pgTable } from 'drizzle-orm/pg-core'; export const table = pgTable;",
	'src/modules/alpha/server/public.ts': "import { ask } from './queries.ts'; export const alpha = ask;",
	'src/modules/alpha/ui/Card.svelte': '<script lang="ts">import { mayClose } from "../rules.ts";</script>{mayClose}',
	'src/modules/beta/rules.ts': "import { mayClose } from '#modules/alpha/rules.ts'; export const mayOpen = mayClose;",
	'src/modules/beta/server/operations/open-beta.ts':
		"import { alpha } from '#modules/alpha/server/public.ts'; import { table } from '#modules/alpha/server/schema.ts'; import { mayClose } from '#modules/alpha/rules.ts'; export const open = [alpha, table, mayClose];",
	'src/modules/beta/server/scene.test.ts':
		"import { close } from '#modules/alpha/server/operations.ts'; export const t = close;",
	'src/modules/beta/ui/Row.svelte':
		'<script lang="ts">import Card from "#modules/alpha/ui/Card.svelte"; import Page from "#platform/ui/Page.svelte";</script><Card /><Page />',
	'src/routes/+page.server.ts':
		"import { close } from '#modules/alpha/server/operations.ts'; import { open } from '#modules/beta/server/operations/open-beta.ts'; export const load = () => [close, open];",
	'src/routes/+page.svelte':
		'<script lang="ts">import Card from "#modules/alpha/ui/Card.svelte"; import { mayClose } from "#modules/alpha/rules.ts";</script><Card />{mayClose}'
};
