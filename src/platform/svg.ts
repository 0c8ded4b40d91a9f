// Pictures as text: what every SVG that stands outside a page needs. Colours are those of the page's light scheme (styles/tokens.css).

export const inks = {
	paper: '#ffffff',
	ink: '#1d2530',
	soft: '#5b6470',
	line: '#e4dfd6',
	rule: '#efebe3',
	edge: '#857f74',
	faint: '#b5ada0',
	accent: '#0f5c63',
	/** The page's bands are see-through; on white paper they come to this. */
	band: '#efebe5',
	bandPast: '#dedacf'
} as const;

export const statusInks = {
	met: '#2c7a4f',
	on_track: '#2b5d8c',
	at_risk: '#985a08',
	behind: '#b23a2e',
	missed: '#7a1f2b',
	waiting: '#5b6470',
	not_yet_due: '#5b6470',
	lapsed: '#5b6470',
	not_measurable: '#5b6470'
} as const;

/** The shapes of the statuses as characters, for texts that cannot draw. */
export const statusSigns = {
	met: '●',
	on_track: '◐',
	at_risk: '▲',
	behind: '▼',
	missed: '✕',
	waiting: '◇',
	not_yet_due: '○',
	lapsed: '⊘',
	not_measurable: '–'
} as const;

/** Text between tags or in an attribute. What XML 1.0 cannot hold is left out. */
export const xml = (text: string) =>
	text
		.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function tag(name: string, attributes: Attributes, ...children: string[]): string {
	const said = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : xml(value!)}"`)
		.join('');
	return children.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${children.join('')}</${name}>`;
}

/** The condensed face is embedded where the picture becomes dots; elsewhere the reader's own comes near. */
export const pictureFont = "'DejaVu Sans Condensed', 'Arial Narrow', Arial, sans-serif";

export type Picture = { svg: string; width: number; height: number };

export function picture(width: number, height: number, title: string, ...content: string[]): Picture {
	const svg = tag(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			role: 'img',
			'aria-label': title,
			'font-family': pictureFont
		},
		tag('rect', { width, height, fill: inks.paper }),
		...content
	);
	return { svg, width, height };
}

/** Lines of at most so many pixels, measured roughly: an average letter is half as wide as it is high. */
export function wrapped(text: string, width: number, size: number): string[] {
	const most = Math.max(8, Math.floor(width / (size * 0.48)));
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/)) {
		if (line !== '' && line.length + 1 + word.length > most) {
			lines.push(line);
			line = '';
		}
		line = line === '' ? word : `${line} ${word}`;
		while (line.length > most) {
			lines.push(line.slice(0, most));
			line = line.slice(most);
		}
	}
	return [...lines, line];
}
