// Pictures as dots, for programs that do not draw SVG. The drawing library is WebAssembly: read once, when the first one is asked for.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Picture } from '#platform/svg.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'];

async function begin() {
	const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
	await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
	const fontBuffers = await Promise.all(fontFiles.map((file) => readFile(resolve(`dejavu-fonts-ttf/ttf/${file}`))));
	return { Resvg, fontBuffers };
}

let begun: ReturnType<typeof begin> | undefined;

/** The picture as PNG, `zoom` dots to a pixel: 2 is sharp enough for paper. */
export async function pngOf({ svg }: Picture, zoom = 2): Promise<Uint8Array> {
	begun ??= begin();
	const { Resvg, fontBuffers } = await begun;
	const drawing = new Resvg(svg, {
		fitTo: { mode: 'zoom', value: zoom },
		font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed', sansSerifFamily: 'DejaVu Sans Condensed' }
	});
	const image = drawing.render();
	try {
		return image.asPng();
	} finally {
		image.free();
		drawing.free();
	}
}
