// The form of a target: what it can say comes back as it was, and how much of real plans it can say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { promisesIn } from '../plan-file-merge.ts';
import { readPlanFile } from '../plan-file-read.ts';
import { allKinds } from './kinds-in-tests.ts';
import { parseTarget } from './parse.ts';
import { draftOfTarget, draftPath, targetOfDraft } from './target-draft.ts';
import { partsOf, type Target } from './target.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const plan = readPlanFile(text('../../../../examples/partos-2022/plan.yaml'), allKinds).file!;
const planned = promisesIn(plan).flatMap(({ target }) => (target ? [target] : []));
const invented = (parse(text('promises.test-data.yaml')) as { promises: { target?: unknown }[] }[])
	.flatMap(({ promises }) => promises)
	.flatMap(({ target }) => (target ? [parseTarget(target) as Target] : []));

test('nine in ten targets of real plans fit in the form; the rest is written in the notation of the file', () => {
	const all = [...planned, ...invented];
	const fitting = all.filter((target) => draftOfTarget(target, allKinds) !== undefined);
	expect(fitting.length / all.length).toBeGreaterThanOrEqual(0.9);
});

test('what does not fit is a share, names several things at once, or has bounds that both leave their number out', () => {
	const tooRich = [...planned, ...invented].filter((target) => draftOfTarget(target, allKinds) === undefined);
	for (const target of tooRich) expect(JSON.stringify(partsOf(target))).toMatch(/"share"|:\[|more_than.*less_than/);
});

const draft = { what: 'event.done', way: 'facts', where: { series: 'lobby-network' } };

test('the fields of the form make a target', () => {
	const parts = [{ ...draft, how: 'between', number: '5', until: '6', every: '2 months' }];
	expect(targetOfDraft({ parts }, allKinds)).toEqual({
		count: 'event.done',
		where: { series: 'lobby-network' },
		at_least: 5,
		at_most: 6,
		every: '2 months'
	});
});

test('parts without a kind are not there, and without any part there is no target', () => {
	expect(targetOfDraft({ parts: [{ what: '' }] }, allKinds)).toBeUndefined();
	const raw = targetOfDraft({ parts: [{ what: '' }, { what: 'reach', thing: 'office-moved' }], if: '' }, allKinds);
	expect(raw).toEqual({ reach: 'office-moved' });
});

test('a number may be written with a comma; what is no number is told beside its field', () => {
	const target = (number: string) => targetOfDraft({ parts: [{ ...draft, how: 'at_least', number }] }, allKinds);
	expect(target('7,5')).toMatchObject({ at_least: 7.5 });
	expect(parseTarget(target('a few'))).toMatchObject([{ path: 'at_least', code: 'plan_issue_expected_number' }]);
});

test('countries are typed after each other, and may be an exception', () => {
	const part = { what: 'event.attended', where: { country: 'NL, BE' }, not: { country: 'true' } };
	expect(targetOfDraft({ parts: [{ ...part, how: 'at_least', number: '1' }] }, allKinds)).toMatchObject({
		where: { country: { not: ['NL', 'BE'] } }
	});
});

test.each([
	['at_least', 'parts.0.number'],
	['all.2.where.series', 'parts.2.where.series'],
	['all.1.count', 'parts.1.what'],
	['having.0.at_most', 'parts.0.having.0.number'],
	['', 'parts.0.number'],
	['if', 'if']
])('a problem at %s of the target stands at %s of the form', (path, field) => {
	expect(draftPath(path)).toBe(field);
});
