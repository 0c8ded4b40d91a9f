// Excerpts as the database marks them, in pieces: what was found, and what stands around it. Pages escape both.

/** Private characters, which mean nothing anywhere else. */
export const marks = { start: '\uE000', stop: '\uE001' };

export type ExcerptPiece = { text: string; isHit: boolean };

export function piecesOf(marked: string): ExcerptPiece[] {
	const pieces: ExcerptPiece[] = [];
	for (const [index, part] of marked.split(marks.start).entries()) {
		const [hit = '', ...after] = index === 0 ? ['', part] : part.split(marks.stop);
		if (hit) pieces.push({ text: hit, isHit: true });
		const rest = after.join('');
		if (rest) pieces.push({ text: rest, isHit: false });
	}
	return pieces;
}

/** Of each word its beginning, for PostgreSQL's `to_tsquery`; null when there is no word in it. */
export function prefixQuery(q: string): string | null {
	const words = q.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
	return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}
