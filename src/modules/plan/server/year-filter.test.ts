// The year narrowed down: by what promises are linked to, by who answers for them, by how they stand.
import { expect } from 'vitest';
import { planStory } from '../../../../tests/setup/plan.ts';
import { rowsOf } from '../year-view.ts';
import { showYear } from './operations/show-year.ts';

const total = (counts: object) => Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);

planStory('every choice that is offered finds something, and only what it says', async (scene) => {
	const bureau = scene.as('bureau');
	const all = await showYear(bureau, {});
	const { goals, priorities, themes, coreTasks } = all.choices;
	expect([goals, priorities, themes, coreTasks].map((choices) => choices.length > 0)).toEqual([true, true, true, true]);
	const found = async (filter: Parameters<typeof showYear>[1]) => {
		const { sections, inText } = await showYear(bureau, filter);
		return [...rowsOf(sections), ...inText].map(({ code }) => code);
	};
	const everything = await found({});
	for (const { code } of goals) {
		const some = await found({ goal: code });
		expect(some.length, code).toBeGreaterThan(0);
		expect(some.length, code).toBeLessThan(everything.length);
	}
	const monitor = 'P22-PI-MON-O1';
	expect(await found({ goal: 'G3', q: monitor })).toEqual([monitor]);
	expect(await found({ goal: 'G2', q: monitor })).toEqual([]);
	expect(everything).toEqual(expect.arrayContaining(await found({ priority: priorities[0]!.code })));
});

planStory('the counts are of what passes, in every status, so that another status can be chosen', async (scene) => {
	const bureau = scene.as('bureau');
	const inGoal = await showYear(bureau, { goal: 'G3' });
	const outputs = rowsOf(inGoal.sections).filter(({ kind }) => kind === 'output');
	expect(total(inGoal.outputs)).toBe(outputs.length);
	const unmeasured = await showYear(bureau, { goal: 'G3', status: 'not_measurable' });
	expect(unmeasured.outputs).toEqual(inGoal.outputs);
	expect(rowsOf(unmeasured.sections).every(({ status }) => status === 'not_measurable')).toBe(true);
});
