// Does the language of targets fit what associations promise? The plan of 2022, and sixty promises of two other kinds of association.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { promisesIn } from '../plan-file-merge.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { checkTarget } from './check.ts';
import { allKinds } from './kinds-in-tests.ts';
import { parseTarget } from './parse.ts';
import { referencesIn } from './references.ts';
import { targetSchema, type Target } from './target.ts';

type Invented = { words: { nl: string; en: string }; target?: unknown; cannot?: string };
type Association = {
	association: { nl: string; en: string };
	names: Record<string, string[]>;
	windows: string[];
	triggers: string[];
	calendars: string[];
	promises: Invented[];
};

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const associations = parse(text('promises.test-data.yaml')) as Association[];
const plan = readPlanFile(text('../../../../examples/partos-2022/plan.yaml'), allKinds);
const promises = promisesIn(plan.file!);
const withTarget = promises.filter(({ target }) => target !== undefined);

test('every quantified output and ambition of the real plan has a target, and the commitments that stand only in the text', () => {
	const quantified = promises.filter(({ figures, same_as }) => figures?.quantified && !same_as);
	expect(plan.issues).toEqual([]);
	expect(withTarget.map(({ code }) => code)).toEqual(quantified.map(({ code }) => code));
	expect(withTarget).toHaveLength(66 + 9 + 11);
});

const all = associations.flatMap(({ promises: own }) => own);

test('at least 95 % of the 86 promises of the plan and the 60 invented ones fit', () => {
	expect(all).toHaveLength(60);
	const fitting = all.filter(({ target }) => target !== undefined).length + withTarget.length;
	expect(fitting / (all.length + withTarget.length)).toBeGreaterThanOrEqual(0.95);
	for (const { cannot, target } of all) expect(cannot === undefined).toBe(target !== undefined);
});

describe.each(associations)('$association.en', ({ names, windows, triggers, calendars, promises: own }) => {
	const context = {
		kinds: allKinds,
		references: new Map(Object.entries(names).map(([refersTo, keys]) => [refersTo, new Set(keys)])),
		windows: new Set(windows),
		triggers: new Set(triggers),
		calendars: new Set(calendars)
	};

	test.each(own.filter(({ target }) => target !== undefined))('$words.en', ({ target: raw }) => {
		const target = parseTarget(raw);
		expect(target).toEqual(targetSchema.parse(raw));
		expect(checkTarget(target as Target, context)).toEqual([]);
	});
});

test('a target refers to everything it names, each once', () => {
	const target = withTarget.find(({ code }) => code === 'P22-QL-IMP-O2')!.target!;
	expect(referencesIn(target, allKinds)).toEqual([
		{ refersTo: 'trigger', key: 'demand-pme-course' },
		{ refersTo: 'series', key: 'pme-course' }
	]);
});
