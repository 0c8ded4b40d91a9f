// The course of one part of a promise over its year: what was done by when, what is planned, and what was due by then.
import type { Day } from '#platform/day.ts';
import { maxDay, minDay } from '#platform/day.ts';
import type { CourseInput, CoursePoint, ExpectedPoint } from '#platform/course.ts';
import type { Answer } from './targets/answer.ts';
import { extentOf, type Question } from './targets/question.ts';
import type { PartReading } from './targets/status.ts';

type Period = { startsOn: Day; endsOn: Day };

/** Running totals by day, from what is there already. */
function totals(days: readonly { on: Day; count: number }[], from: number): CoursePoint[] {
	let value = from;
	return days.filter(({ count }) => count !== 0).map(({ on, count }) => ({ on, value: (value += count) }));
}

/** By the end of each period of a rhythm so many were due; without a rhythm nothing is expected before the end. */
function expectedOf({ measure, periods }: Question, { startsOn }: Period, most: number | null): ExpectedPoint[] {
	if (!('count' in measure) || periods.length === 0) return [];
	const each = measure.each ?? 1;
	const due = (number: number) => (most === null ? number : Math.min(number, most));
	return [
		{ on: startsOn, low: 0, high: 0 },
		...periods.map(({ endsOn }, index) => ({ on: endsOn, low: due(index * each), high: due((index + 1) * each) }))
	];
}

/** Null when there is nothing that runs through time: a share, an average, a level. */
export function courseOf(
	question: Question,
	answer: Answer,
	part: PartReading,
	plan: Period,
	today: Day
): CourseInput | null {
	const extent = extentOf(question);
	const startsOn = minDay(plan.startsOn, extent.startsOn);
	const endsOn = minDay(maxDay(plan.endsOn, extent.endsOn), maxDay(plan.endsOn, today));
	const { measure } = question;
	const most = 'at_most' in measure ? (measure.at_most ?? null) : null;
	const wanted = part.wanted === null ? {} : { wanted: { low: part.wanted, high: most } };
	if ('steps' in answer) {
		const steps = answer.steps.map(({ on, value }) => ({ on, value }));
		return {
			startsOn,
			endsOn,
			today,
			points: steps.filter(({ on }) => on <= today),
			planned: steps.filter(({ on }) => on > today),
			...wanted
		};
	}
	if (!('days' in answer)) return null;
	const points = totals(
		answer.days.map(({ on, done }) => ({ on, count: done })),
		0
	);
	const planned = totals(
		answer.days.map(({ on, planned: count }) => ({ on, count })),
		points.at(-1)?.value ?? 0
	);
	return {
		startsOn,
		endsOn,
		today,
		points,
		planned,
		expected: expectedOf(question, { startsOn, endsOn }, part.wanted),
		...wanted
	};
}
