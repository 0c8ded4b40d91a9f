// How things are measured: the median and the 95th percentile of many times, in one process, one after another.

export type Times = { median_ms: number; p95_ms: number };

const rounded = (ms: number) => Math.round(ms * 100) / 100;

export function timesOf(all: readonly number[]): Times {
	const sorted = [...all].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { median_ms: rounded(at(0.5)), p95_ms: rounded(at(0.95)) };
}

/** Does it `times` times and answers how long each took, in milliseconds. */
export async function repeat(times: number, deed: () => Promise<unknown>): Promise<number[]> {
	const all: number[] = [];
	for (let turn = 0; turn < times; turn += 1) {
		const start = performance.now();
		await deed();
		all.push(performance.now() - start);
	}
	return all;
}

export const ratio = (ours: number, limit: number) => Math.round((ours / limit) * 1000) / 1000;

/** One line of the report. */
export const say = (line: Record<string, unknown>) => console.log(JSON.stringify(line));
