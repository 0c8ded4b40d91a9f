// The few basic measures that all others are short for, and the bounds they are held against.
import type {
	AverageMeasure,
	CountMeasure,
	HoldMeasure,
	LevelMeasure,
	Measure,
	ShareMeasure,
	SumMeasure
} from './target.ts';

export type BasicMeasure = CountMeasure | SumMeasure | HoldMeasure | ShareMeasure | AverageMeasure | LevelMeasure;

/** `reach` and `deliver` written out as the counts they stand for. */
export function basic(measure: Measure): BasicMeasure {
	if ('reach' in measure) {
		const { reach, ...rest } = measure;
		return { count: 'milestone.reached', where: { milestone: reach }, at_least: 1, ...rest };
	}
	if ('deliver' in measure) {
		const { deliver, ...rest } = measure;
		return { count: 'document.delivered', where: { document: deliver }, at_least: 1, ...rest };
	}
	return measure;
}

export type Bounds = {
	at_least?: number | undefined;
	at_most?: number | undefined;
	more_than?: number | undefined;
	less_than?: number | undefined;
	exactly?: number | undefined;
	not_below?: 'start' | 'previous' | undefined;
};

/** Has a floor: something must come about. Without one, bounds are a ceiling: something must stay away. */
export const hasFloor = (bounds: Bounds) =>
	bounds.at_least !== undefined ||
	bounds.more_than !== undefined ||
	bounds.exactly !== undefined ||
	bounds.not_below !== undefined;

/** The lowest value that satisfies the floor. `base` is the value that `not_below` looks back at; null when there is none yet. */
export function floorOf(bounds: Bounds, base: number | null): { value: number; strict: boolean } | null {
	if (bounds.exactly !== undefined) return { value: bounds.exactly, strict: false };
	if (bounds.at_least !== undefined) return { value: bounds.at_least, strict: false };
	if (bounds.more_than !== undefined) return { value: bounds.more_than, strict: true };
	if (bounds.not_below !== undefined && base !== null) return { value: base, strict: false };
	return null;
}

export function reachesFloor(bounds: Bounds, value: number, base: number | null): boolean {
	const floor = floorOf(bounds, base);
	return floor === null || (floor.strict ? value > floor.value : value >= floor.value);
}

/** Only where it binds: alone, or as `exactly`. Beside `at_least`, `at_most` is what is expected, and more is still met. */
export function breaksCeiling(bounds: Bounds, value: number): boolean {
	if (bounds.exactly !== undefined) return value > bounds.exactly;
	if (hasFloor(bounds)) return false;
	if (bounds.at_most !== undefined && value > bounds.at_most) return true;
	return bounds.less_than !== undefined && value >= bounds.less_than;
}
