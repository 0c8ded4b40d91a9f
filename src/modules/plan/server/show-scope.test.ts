// Activities, goals, priorities and SDGs with their promises.
import { expect } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../tests/setup/plan.ts';
import { rowsOf } from '../year-view.ts';
import { showPromise } from './operations/show-promise.ts';
import { showScope } from './operations/show-scope.ts';
import { showYear } from './operations/show-year.ts';

const codesIn = ({ sections, inText }: Awaited<ReturnType<typeof showScope>>) =>
	[...sections.flatMap(({ activities }) => activities.flatMap(({ rows }) => rows)), ...inText].map(({ code }) => code);
const show = (
	{ as }: Scene,
	kind: 'activity' | 'goal' | 'priority' | 'sdg',
	code: string,
	who: 'bureau' | 'visitor' = 'bureau'
) => showScope(as(who), { kind, code });

planStory('an activity shows its own promises and what the plan says of its planning', async (scene) => {
	const shown = await show(scene, 'activity', 'P22-PI-MON');
	expect(codesIn(shown)).toEqual(['P22-PI-MON-O1', 'P22-PI-MON-A1', 'P22-PI-MON-A2', 'P22-N-40']);
	expect(shown.texts).toEqual([{ nl: 'elke week', en: 'every week' }]);
});

planStory('a goal, a priority and an SDG show the promises tied to them', async (scene) => {
	expect(codesIn(await show(scene, 'goal', 'G3'))).toContain('P22-PI-MON-O1');
	expect(codesIn(await show(scene, 'goal', 'G2'))).not.toContain('P22-PI-MON-O1');
	expect(codesIn(await show(scene, 'sdg', '16'))).toContain('P22-PI-MON-O1');
	const priority = await show(scene, 'priority', 'PR2');
	expect(priority.title.en).toBe('Climate justice');
	expect(priority.texts).toHaveLength(3);
	// Stands in the text and cannot be counted: it belongs here all the same.
	expect(codesIn(priority)).toContain('P22-N-02');
});

planStory(
	'what the bureau keeps to itself is not among them for others, and what does not exist is not found',
	async (scene) => {
		await scene.db.execute(sql`update promise set visibility = 'bureau' where code = 'P22-PI-MON-O1'`);
		expect(codesIn(await show(scene, 'goal', 'G3', 'visitor'))).not.toContain('P22-PI-MON-O1');
		await expect(show(scene, 'goal', 'G99')).rejects.toThrow(NotFound);
		await expect(show(scene, 'sdg', '18')).rejects.toThrow(NotFound);
	}
);

planStory('what the text says once more stands as the output that says the same, with a way to it', async (scene) => {
	const bureau = scene.as('bureau');
	const rowIn = async (code: string) => {
		const { sections, inText } = await showYear(bureau, {});
		return [...rowsOf(sections), ...inText].find((row) => row.code === code);
	};
	const output = await rowIn('P22-QL-INT-O3');
	expect(output?.status).not.toBe('not_measurable');
	const again = await rowIn('P22-N-05');
	expect(again).toMatchObject({
		kind: 'commitment',
		status: output!.status,
		reading: output!.reading,
		sameAs: [{ code: 'P22-QL-INT-O3', reading: output!.reading }]
	});
	const two = await rowIn('P22-N-01');
	expect(two?.sameAs?.map(({ code }) => code)).toEqual(['P22-PI-SUP-O2', 'P22-CM-SUP-O1']);
	const page = await showPromise(bureau, { code: 'P22-N-05' });
	expect(page).toMatchObject({ status: output!.status, sameAs: again!.sameAs, may: { judge: false } });
	expect(page.why).toContain('P22-QL-INT-O3');
	// Who may not see the output sees no reading of it either.
	await scene.db.execute(sql`update promise set visibility = 'bureau' where code = 'P22-QL-INT-O3'`);
	const seen = await showPromise(scene.as('visitor'), { code: 'P22-N-05' });
	expect(seen).toMatchObject({ status: 'not_measurable', sameAs: undefined, reading: '' });
});
