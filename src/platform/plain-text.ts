// Plain text as people type it: paragraphs, lines, and web addresses that become links. Nothing else in it means anything.

export type Piece = { text: string; href?: string };
/** Paragraphs of lines of pieces. */
export type Paragraphs = Piece[][][];

const address = /https?:\/\/[^\s<>"'`]+/giu;
/** What stands right after an address and belongs to the sentence. */
const closing = /[.,;:!?…'"»”’]+$/u;

/** A bracket at the end belongs to the address only when it was opened inside it. */
function trimmed(found: string): string {
	let text = found.replace(closing, '');
	while (/[)\]}]$/u.test(text)) {
		const last = text.at(-1)!;
		const first = { ')': '(', ']': '[', '}': '{' }[last]!;
		if (text.split(first).length >= text.split(last).length) break;
		text = text.slice(0, -1).replace(closing, '');
	}
	return text;
}

function piecesOf(line: string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { 0: found, index } of line.matchAll(address)) {
		const text = trimmed(found);
		if (!URL.canParse(text)) continue;
		if (index > from) pieces.push({ text: line.slice(from, index) });
		pieces.push({ text, href: text });
		from = index + text.length;
	}
	if (from < line.length) pieces.push({ text: line.slice(from) });
	return pieces;
}

export const paragraphsOf = (text: string): Paragraphs =>
	text
		.split(/\n\s*\n/u)
		.map((paragraph) => paragraph.split('\n').map(piecesOf))
		.filter((lines) => lines.some((pieces) => pieces.length > 0));
