// Renders the design system to plain HTML files, as the server would, so that people and axe can look at it without a database.
import { createServer, type ViteDevServer } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Component } from 'svelte';
import type { Locale } from '#platform/localized.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
export const lookFolder = join(checkout, 'test-results/look');

type Rendered = { head: string; body: string };
type Modules = {
	render: (component: Component<never>, options: { props: Record<string, unknown> }) => Rendered;
	overwriteGetLocale: (locale: () => Locale) => void;
};

const startVite = () =>
	createServer({
		root: checkout,
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		server: { middlewareMode: true, hmr: false, watch: null },
		plugins: [svelte({ configFile: false, emitCss: false, compilerOptions: { css: 'injected', runes: true } })],
		resolve: {
			// Forms only touch Kit in the browser; here they stay plain forms.
			alias: { '$app/forms': join(checkout, 'tests/look/app-forms.ts') }
		}
	});

async function modulesOf(vite: ViteDevServer): Promise<Modules> {
	const { render } = (await vite.ssrLoadModule('svelte/server')) as Pick<Modules, 'render'>;
	const { overwriteGetLocale } = (await vite.ssrLoadModule('#paraglide/runtime.js')) as Pick<
		Modules,
		'overwriteGetLocale'
	>;
	return { render, overwriteGetLocale };
}

const documentOf = (locale: Locale, { head, body }: Rendered, css: string) => `<!doctype html>
<html lang="${locale}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<style>${css}</style>
		${head}
	</head>
	<body>
		<div class="app">${body}</div>
	</body>
</html>
`;

/** Writes `<name>.<locale>.html` for every scene in both languages, and answers the paths. */
export async function renderLook(scenes: Record<string, Record<string, unknown>>): Promise<string[]> {
	const vite = await startVite();
	try {
		const { render, overwriteGetLocale } = await modulesOf(vite);
		const { default: css } = (await vite.ssrLoadModule('/src/platform/ui/styles/schakel.css?inline')) as {
			default: string;
		};
		await mkdir(lookFolder, { recursive: true });
		const paths: string[] = [];
		for (const [name, props] of Object.entries(scenes)) {
			const { default: scene } = (await vite.ssrLoadModule(`/tests/look/${name}.svelte`)) as {
				default: Component<never>;
			};
			for (const locale of ['nl', 'en'] as const) {
				overwriteGetLocale(() => locale);
				const path = join(lookFolder, `${name.toLowerCase()}.${locale}.html`);
				await writeFile(path, documentOf(locale, render(scene, { props: { ...props, locale } }), css));
				paths.push(path);
			}
		}
		return paths;
	} finally {
		await vite.close();
	}
}
