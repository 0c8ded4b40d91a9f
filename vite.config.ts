// Builds the web application and configures the kinds of tests that Vite runs.
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** The design system's styles in one file that every page shares, rather than a small file per component. */
const sharedStyles = { name: 'ui', test: /platform\/ui\/.*type=style/ };

export default defineConfig({
	// Node reads its package.json of 180 kB again at every import of it: half of the processor time of a start.
	ssr: { noExternal: ['drizzle-orm'] },
	build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedStyles] } } } },
	plugins: [
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			compilerOptions: { runes: true },
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// The one style attribute: SvelteKit hides the line that reads page titles aloud (`#svelte-announcer`).
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
					'frame-ancestors': ['none'],
					'manifest-src': ['self']
				}
			}
		})
	]
});
