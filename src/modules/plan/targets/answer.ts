// What facts say to a question: the same whether SQL or the naive evaluator read them.
import type { Day } from '#platform/day.ts';

export type DayCount = { on: Day; done: number; planned: number };

/** For counts and sums: by day, in order. People and organisations stand on the first day they count. */
export type CountAnswer = { days: readonly DayCount[] };

/** For states: from each day on the number that holds, until the next one; days in order. */
export type HoldAnswer = { steps: readonly { on: Day; value: number }[] };

/** For averages and levels. `base` is what `not_below` looks back at. */
export type ValueAnswer = { value: number | null; answers: number; base: number | null };

export type ShareAnswer = { part: number; whole: number };

export type Answer = CountAnswer | HoldAnswer | ValueAnswer | ShareAnswer;

export const doneOf = ({ days }: CountAnswer) => days.reduce((total, day) => total + day.done, 0);
export const plannedOf = ({ days }: CountAnswer) => days.reduce((total, day) => total + day.planned, 0);

/** How many hold on a day. */
export const heldOn = ({ steps }: HoldAnswer, day: Day) => steps.findLast((step) => step.on <= day)?.value ?? 0;

/** The lowest number that holds on any day from `from` until `until`. */
export function lowestHeld(answer: HoldAnswer, from: Day, until: Day): number {
	const inside = answer.steps.filter((step) => step.on > from && step.on <= until).map((step) => step.value);
	return Math.min(heldOn(answer, from), ...inside);
}
