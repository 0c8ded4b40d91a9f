// When something came too late to count: the days between and after the periods in which a promise was due.
import { addDays, type Day } from '#platform/day.ts';
import type { Range } from './periods.ts';
import type { Question } from './question.ts';

/** From the end of each range until the next begins, and from the last one until `until`; the ranges are joined, in order. */
export const afterEach = (ranges: readonly Range[], until: Day): Range[] =>
	ranges
		.map(({ endsOn }, at) => {
			const next = ranges[at + 1];
			return { startsOn: addDays(endsOn, 1), endsOn: next ? addDays(next.startsOn, -1) : until };
		})
		.filter(({ startsOn, endsOn }) => startsOn <= endsOn);

/** Of a thing of its own, a document or a milestone, it is told whenever it comes; of others until the plan is over. */
const isOfOneThing = ({ asked }: Question) =>
	asked.ask === 'count' && asked.filters.some(({ column }) => column === 'id');

const farAway: Day = '2199-12-31';

/** The question, asked about the days after its periods; undefined for what does not count by day, or leaves no such days. */
export function askedAfter(question: Question, planEndsOn: Day): Question | undefined {
	if (question.asked.ask !== 'count') return undefined;
	const ranges = afterEach(question.ranges, isOfOneThing(question) ? farAway : planEndsOn);
	return ranges.length === 0 ? undefined : { ...question, ranges };
}
