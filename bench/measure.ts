// How things are measured: the median and the 95th percentile of many times, in one process, one after another.

export type Times = { median_ms: number; p95_ms: number };

export const rounded = (ms: number) => Math.round(ms * 100) / 100;

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

/** Does several deeds in turns, so that what else the machine does weighs on all of them alike. */
export async function inTurns<Name extends string>(
	times: number,
	deeds: Record<Name, () => Promise<unknown>>
): Promise<Record<Name, number[]>> {
	const names = Object.keys(deeds) as Name[];
	const all = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
	// What is asked often is kept from the sixth time on: warm is after that.
	for (const name of names) await repeat(8, deeds[name]);
	for (let turn = 0; turn < times; turn += 1) {
		for (const name of names) all[name].push(...(await repeat(1, deeds[name])));
	}
	return all;
}

export const ratio = (ours: number, limit: number) => Math.round((ours / limit) * 1000) / 1000;

/** One line of the report. */
export const say = (line: Record<string, unknown>) => console.log(JSON.stringify(line));
