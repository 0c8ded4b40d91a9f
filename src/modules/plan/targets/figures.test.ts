// Every figure of the real plan is found in its target: each number, rhythm, part, stage and condition. The two stand side by side in
// `figures.test-data.txt`; a target that changes shows there.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { promisesIn } from '../plan-file-merge.ts';
import type { FilePromise, Figures } from '../plan-file-promises.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { allKinds } from './kinds-in-tests.ts';
import { partsOf, type Measure, type Target } from './target.ts';

const example = readFileSync(new URL('../../../../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');
const { file } = readPlanFile(example, allKinds);
const measured = promisesIn(file!).filter(({ target }) => target !== undefined);

/** Why a figure is not in the target as the plan has it. */
const reasons: Readonly<Record<string, string>> = {
	'P22-N-08 cadence yearly': 'the plan dates this year’s in one window; a window is one period'
};

const rhythms: Readonly<Record<string, { every: string; each?: number }>> = {
	weekly: { every: 'week' },
	monthly: { every: 'month' },
	bimonthly: { every: '2 months' },
	four_monthly: { every: '4 months' },
	yearly: { every: 'year' },
	twice_yearly: { every: 'year', each: 2 }
};

const isOnce = (measure: Measure) => 'reach' in measure || 'deliver' in measure;

/** The floor and the ceiling that a measure states; a milestone or document is wanted once. */
function bounds(measure: Measure): { floor: number | undefined; strict: boolean; ceiling: number | undefined } {
	if ('reach' in measure || 'deliver' in measure) return { floor: 1, strict: false, ceiling: 1 };
	const { at_least: least, more_than: more, exactly, at_most: most } = measure;
	return { floor: exactly ?? least ?? more, strict: more !== undefined, ceiling: exactly ?? most };
}

const sum = (parts: readonly Measure[], of: (part: Measure) => number | undefined) =>
	parts.reduce((total, part) => total + (of(part) ?? 0), 0);

/** The number as the least that is wanted: of one part, or of all parts together. */
const hasFloor = (parts: readonly Measure[], number: number, comparator?: string) =>
	parts.some((part) => bounds(part).floor === number && bounds(part).strict === (comparator === 'gt')) ||
	sum(parts, (part) => bounds(part).floor) === number;

const hasCeiling = (parts: readonly Measure[], number: number) =>
	parts.some((part) => bounds(part).ceiling === number) || sum(parts, (part) => bounds(part).ceiling) === number;

const hasRhythm = (parts: readonly Measure[], name: string) =>
	parts.some((part) => {
		if (!('count' in part)) return false;
		const wanted = rhythms[name];
		return part.every === wanted?.every && part.each === wanted?.each;
	});

const windowKeys = (windows: readonly { key: string }[] | undefined) => windows?.map(({ key }) => key).join();

type Part = NonNullable<Figures['parts']>[number];
const hasPart = (parts: readonly Measure[], { target, target_min: least, comparator, windows }: Part) =>
	parts.some((part) => {
		const { floor, strict } = bounds(part);
		const within = windows === undefined || part.in?.join() === windowKeys(windows);
		return floor === (target ?? least) && strict === (comparator === 'gt') && within;
	});

const havingFloors = (parts: readonly Measure[]) =>
	parts.flatMap((part) => ('count' in part ? (part.having ?? []).map(({ at_least: least }) => least) : []));

/** Every figure by a name of its own, with whether the target says it. */
function figuresOf(figures: Figures, target: Target): [string, boolean][] {
	const parts = partsOf(target);
	const { target_min: least, target_max: most, comparator, cadence, per_event: per } = figures;
	return [
		...(least === undefined
			? []
			: ([[`at least ${least}`, hasFloor(parts, least, comparator)]] as [string, boolean][])),
		...(most === undefined ? [] : ([[`at most ${most}`, hasCeiling(parts, most)]] as [string, boolean][])),
		...(cadence ? ([[`cadence ${cadence.name}`, hasRhythm(parts, cadence.name)]] as [string, boolean][]) : []),
		...(figures.trigger
			? ([[`trigger ${figures.trigger}`, target.if === figures.trigger]] as [string, boolean][])
			: []),
		...(figures.parts ?? []).map((part): [string, boolean] => [`part ${part.unit}`, hasPart(parts, part)]),
		...(figures.stages ?? []).map(({ name, window }): [string, boolean] => [
			`stage ${name}`,
			parts.some((part) => part.in?.join() === window && isOnce(part))
		]),
		...[per?.target_min, per?.sub_condition?.target_min, per?.sub_condition?.of]
			.filter((number) => number !== undefined)
			.map((number): [string, boolean] => [`per event ${number}`, havingFloors(parts).includes(number)])
	];
}

const lost = ({ code, figures, target }: FilePromise) =>
	figuresOf(figures!, target!)
		.filter(([name, found]) => !found && reasons[`${code} ${name}`] === undefined)
		.map(([name]) => `${code} ${name}`);

test('no figure of the plan is lost in its target', () => {
	expect(measured).toHaveLength(86);
	expect(measured.flatMap((promise) => figuresOf(promise.figures!, promise.target!))).toHaveLength(144);
	expect(measured.flatMap(lost)).toEqual([]);
});

test('every reason is still needed', () => {
	const missing = measured.flatMap(({ code, figures, target }) =>
		figuresOf(figures!, target!).flatMap(([name, found]) => (found ? [] : [`${code} ${name}`]))
	);
	expect(missing).toEqual(Object.keys(reasons));
});

test('a target that loses a number, a rhythm, a part, a stage or a condition is caught', () => {
	const found = (code: string) => measured.find((promise) => promise.code === code)!;
	const but = (code: string, target: Target) => lost({ ...found(code), target });
	const cafes = { count: 'event.done', where: { series: 'lobby-cafes' } };
	expect(but('P22-PI-NET-O1', { ...cafes, at_least: 5, every: '2 months' })).toEqual(['P22-PI-NET-O1 at most 6']);
	expect(but('P22-PI-NET-O1', { ...cafes, at_least: 5, at_most: 6 })).toEqual(['P22-PI-NET-O1 cadence bimonthly']);
	expect(but('P22-LI-FEST-A1', partsOf(found('P22-LI-FEST-A1').target!)[0]!)).toEqual(['P22-LI-FEST-A1 part speakers']);
	expect(but('P22-PI-SUP-O2', { deliver: 'public-support-strategy', in: ['q2'] })).toEqual([
		'P22-PI-SUP-O2 stage exploration',
		'P22-PI-SUP-O2 stage start of roll-out'
	]);
	expect(but('P22-PI-LOBBY-O5', { reach: 'input-policy-note' })).toEqual(['P22-PI-LOBBY-O5 trigger new-cabinet']);
});

test('what the plan says only in words stays a condition in words', () => {
	const outputs = measured.filter(({ code, conditions }) => /-O\d+\w?$/.test(code) && conditions !== undefined);
	expect(outputs).toHaveLength(22);
	expect(outputs.flatMap(({ conditions }) => conditions)).toHaveLength(34);
	for (const { figures, conditions } of measured)
		expect(conditions?.map(({ text }) => text.en)).toEqual(figures!.conditions);
});

test('the plan’s figures and the targets, side by side', async () => {
	const lines = measured.map(({ code, title, figures, target, windows }) => {
		const { parts, stages, ...plain } = figures!;
		const short = {
			...plain,
			...(parts && {
				parts: parts.map(({ windows: own, ...part }) => ({ ...part, ...(own && { in: windowKeys(own) }) }))
			}),
			...(stages && { stages: stages.map(({ name, window }) => `${name} ${window}`) })
		};
		const flow = (value: unknown) =>
			stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
		return `${code}  ${title.en}\n  plan    ${flow(short)}\n  target  ${flow(target)}\n  windows ${windowKeys(windows) ?? 'the plan’s own period'}\n`;
	});
	await expect(lines.join('\n')).toMatchFileSnapshot('figures.test-data.txt');
});
