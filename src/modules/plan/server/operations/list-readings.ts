// Every promise with its reading on a day, as data: for commands, exports and whoever checks the counting.
import { read } from '#platform/server/operation.ts';
import { reading as input } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import type { StoodReading } from '../../targets/judged.ts';
import { targetText, type Names } from '../../targets/sentence.ts';
import { evidenceCount } from '../evidence.ts';
import { readPlan, type ReadPromise } from '../reading.ts';
import { currentPlan, planCases } from './show-year.ts';

/** One promise on a day. `value` is that of its only part; with several parts, how many of them are met. */
export type ListedReading = {
	id: string;
	kind: 'output' | 'ambition' | 'commitment';
	on: string;
	target: unknown;
	sentence_nl: string | null;
	sentence_en: string | null;
	parts: { value: number | null; wanted: number | null; status: string }[];
	value: number | null;
	status: string;
	planned: number;
	evidence: number;
	open_conditions: number;
	/** Where nothing can be counted: what a person found. */
	judged: { on: string; value: number | null; verdict: string | null; source: string; reason: string } | null;
	/** A person put `status` in the place of what was computed. */
	overruled: { computed: string; why: string; from: string; until: string | null } | null;
};

function saidListed({ judged, overruled, computed }: StoodReading): Pick<ListedReading, 'judged' | 'overruled'> {
	return {
		judged: judged
			? {
					on: judged.judgedOn,
					value: judged.value,
					verdict: judged.verdict,
					source: judged.source,
					reason: judged.reason
				}
			: null,
		overruled:
			overruled && computed ? { computed, why: overruled.why, from: overruled.startsOn, until: overruled.endsOn } : null
	};
}

function listed(one: ReadPromise, on: string, names: Names, evidence: number): ListedReading {
	const { promise, reading } = one;
	const sentence = (locale: 'nl' | 'en') =>
		promise.target ? targetText(promise.target, promise.windows, names, locale) : null;
	const parts = reading.parts.map(({ value, wanted, status }) => ({ value, wanted, status }));
	return {
		id: promise.code,
		kind: promise.kind,
		on,
		target: promise.target,
		sentence_nl: sentence('nl'),
		sentence_en: sentence('en'),
		parts,
		value:
			parts.length === 1
				? parts[0]!.value
				: parts.length > 1
					? parts.filter(({ status }) => status === 'met').length
					: (reading.judged?.value ?? null),
		status: reading.status,
		planned: reading.parts.reduce((sum, part) => sum + part.planned, 0),
		evidence,
		open_conditions: reading.openConditions,
		...saidListed(reading)
	};
}

export const listReadings = read({
	name: 'plan.listReadings',
	input,
	subject: currentPlan,
	may: rules.maySeePlan,
	cases: planCases,
	run: async ({ db, actor, clock, subject, input: { on = clock.today() } }): Promise<ListedReading[]> => {
		const { context, read: all } = await readPlan(db, actor, subject, on);
		const found: ListedReading[] = [];
		for (const one of all) found.push(listed(one, on, context.names, await evidenceCount(db, one.questions, on)));
		return found.sort((a, b) => (a.id < b.id ? -1 : 1));
	}
});
