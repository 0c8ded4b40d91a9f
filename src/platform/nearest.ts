// Which known word was probably meant by one that nobody knows.

/** Edit distance with swaps of neighbours (optimal string alignment): how many slips of the finger lie between two words. */
function distance(a: string, b: string): number {
	const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swap =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
			row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same, swap));
		}
		rows.push(row);
	}
	return rows[a.length]![b.length]!;
}

const plain = (word: string) => word.toLowerCase().replaceAll('_', '-');

/** The known word that was probably meant, of which one in `of` letters may be other; undefined when nothing is near. */
export function nearest(word: string, known: Iterable<string>, of = 4): string | undefined {
	const wanted = plain(word.slice(0, 80));
	const allowed = Math.max(1, Math.floor(wanted.length / of));
	let best: { known: string; distance: number } | undefined;
	for (const candidate of known) {
		if (Math.abs(candidate.length - wanted.length) > allowed) continue;
		const found = distance(wanted, plain(candidate));
		if (found <= allowed && found < (best?.distance ?? Infinity)) best = { known: candidate, distance: found };
	}
	return best?.known;
}

/** Parameters of an issue that may end on "did you mean …": `near` is empty when nothing is near. */
export const meant = (word: string, known: Iterable<string>) => ({ word, near: nearest(word, known) ?? '' });
