// Runs steps side by side in order of need, prints a line for each and one line over all.

export type Outcome = {
	passed: number;
	failed: number;
	/** Everything the step said; shown in full when something failed. */
	output: string;
	/** Shown also when all passed: what was not checked, or how much was. */
	remark?: string;
};

export type Step = {
	name: string;
	/** Names of steps that must have passed first. */
	after?: readonly string[];
	/** Sees to what the step needs of the machine; answers why that is impossible, or nothing. */
	setUp?: () => Promise<string | undefined>;
	run: () => Promise<Outcome>;
};

const failure = (output: string): Outcome => ({ passed: 0, failed: 1, output });

async function perform(step: Step): Promise<Outcome> {
	try {
		const obstacle = await step.setUp?.();
		return obstacle ? failure(obstacle) : await step.run();
	} catch (error) {
		return failure(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
}

function print(name: string, seconds: number, { passed, failed, output, remark }: Outcome) {
	const verdict =
		failed > 0 ? `FAILED (${failed} of ${passed + failed})` : passed > 1 ? `passed (${passed})` : 'passed';
	console.log(`${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${verdict}${remark ? ` · ${remark}` : ''}`);
	if (failed > 0) console.log(`${output.trimEnd().replaceAll(/^/gm, '    ')}\n`);
}

/** The steps asked for and all that they need, in the order of the list. */
function chosen(steps: readonly Step[], names: readonly string[]): Step[] {
	if (names.length === 0) return [...steps];
	const wanted = new Set<string>();
	const want = (name: string) => {
		const step = steps.find((candidate) => candidate.name === name);
		if (!step) throw new Error(`There is no step '${name}'. Steps: ${steps.map((each) => each.name).join(', ')}.`);
		wanted.add(name);
		step.after?.forEach(want);
	};
	names.forEach(want);
	return steps.filter((step) => wanted.has(step.name));
}

/** Answers the exit code: 0 when nothing failed. */
export async function runSteps(all: readonly Step[], names: readonly string[], lanes: number): Promise<number> {
	const waiting = chosen(all, names);
	const outcomes = new Map<string, Outcome>();
	const running = new Map<string, Promise<void>>();
	const start = (step: Step) => {
		const startedAt = performance.now();
		const unmet = step.after?.find((name) => outcomes.get(name)?.failed);
		const work = unmet ? Promise.resolve(failure(`Not run: '${unmet}' failed.`)) : perform(step);
		const done = work.then((outcome) => {
			outcomes.set(step.name, outcome);
			running.delete(step.name);
			print(step.name, (performance.now() - startedAt) / 1000, outcome);
		});
		running.set(step.name, done);
	};
	while (waiting.length > 0 || running.size > 0) {
		const ready = waiting.findIndex((step) => (step.after ?? []).every((name) => outcomes.has(name)));
		if (ready >= 0 && running.size < lanes) start(waiting.splice(ready, 1)[0]!);
		else await Promise.race(running.values());
	}
	const total = (of: 'passed' | 'failed') => [...outcomes.values()].reduce((sum, outcome) => sum + outcome[of], 0);
	console.log(`${total('passed')} passed, ${total('failed')} failed`);
	return total('failed') > 0 ? 1 : 0;
}
