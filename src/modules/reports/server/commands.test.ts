// The commands of reports: everything that the form asks can be said, and what is wrong is told in words.
import { expect } from 'vitest';
import type { Surroundings } from '#platform/server/command.ts';
import { WrongUse } from '#platform/server/problem.ts';
import { STORY_DAY, type Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../tests/setup/plan.ts';
import { listCommand, prepareCommand } from './commands.ts';
import { listReports, showReport } from './operations/show-report.ts';

/** Runs a command as if typed, and answers what it printed. */
async function typed({ db }: Scene, command: typeof prepareCommand, ...args: string[]): Promise<string[]> {
	const printed: string[] = [];
	const surroundings: Partial<Surroundings> = {
		settings: { today: STORY_DAY } as Surroundings['settings'],
		database: async () => ({ db }) as Awaited<ReturnType<Surroundings['database']>>,
		print: (line) => printed.push(line)
	};
	await command.run(args, surroundings as Surroundings);
	return printed;
}

const said = ['--title', 'For you', '--title-nl', 'Voor jou', '--closes', '2022-08-28'];

planStory('a report is set up for a group, a funder or everyone, with all that the form asks', async (scene) => {
	const prepare = (...args: string[]) => typed(scene, prepareCommand, ...said, ...args);
	expect(await prepare('--reader', 'group', '--group', 'own-group', '--scope', 'goal:G3')).toEqual(['g3-2022-08-28']);
	expect(await prepare('--reader', 'funder', '--funder', 'own-organisation', '--asks', 'counted')).toEqual([
		'plan-2022-08-28'
	]);
	const more = [
		'--scope',
		'activities:P22-PI-MON,P22-PI-NET',
		'--comments-before',
		'2022-09-05',
		'--intro-nl',
		'Vooraf'
	];
	expect(await prepare('--reader', 'assembly', '--group', 'own-group', ...more)).toEqual(['activities-2022-08-28']);
	const { reports } = await listReports(scene.as('bureau'), {});
	const shown = async (key: string) => {
		const { id } = reports.find((one) => one.key === key)!;
		return (await showReport(scene.as('bureau'), { reportId: id })).report;
	};
	const title = { en: 'For you', nl: 'Voor jou' };
	expect(await shown('g3-2022-08-28')).toMatchObject({ title, groupName: { nl: 'Eigen groep' }, asks: 'slipping' });
	expect(await shown('plan-2022-08-28')).toMatchObject({ organisationName: { nl: 'Eigen lid' }, asks: 'counted' });
	expect(await shown('activities-2022-08-28')).toMatchObject({
		intro: { nl: 'Vooraf' },
		commentsBefore: '2022-09-05',
		groupName: { nl: 'Eigen groep' }
	});
	expect((await typed(scene, listCommand)).join('\n')).toContain('plan-2022-08-28');
});

planStory('what is wrong with it is told with its field', async (scene) => {
	const prepare = (...args: string[]) => typed(scene, prepareCommand, ...said, ...args);
	await expect(prepare('--reader', 'group')).rejects.toThrow(/^groupId: /);
	await expect(prepare('--reader', 'group', '--group', 'no-such')).rejects.toThrow('no group with the key no-such');
	await expect(prepare('--reader', 'funder', '--funder', 'no-such')).rejects.toThrow('no organisation with the key');
	await expect(prepare('--reader', 'board', '--asks', 'nothing')).rejects.toThrow(/^asks: /);
	await expect(prepare('--reader', 'board', '--for', 'all')).rejects.toThrow(WrongUse);
	await expect(typed(scene, prepareCommand, '--reader', 'board', '--closes', '2022-08-28')).rejects.toThrow(/^title/);
});
