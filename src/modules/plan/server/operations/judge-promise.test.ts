// Judged readings and overrulings through the whole of the plan: the page, the readings as data, the year and the account.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { rowsOf } from '../../year-view.ts';
import { judgePromise, withdrawJudgement } from './judge-promise.ts';
import { listReadings } from './list-readings.ts';
import { liftOverruling, overrulePromise } from './overrule-promise.ts';
import { showAccount } from './show-account.ts';
import { showPromise } from './show-promise.ts';
import { showYear } from './show-year.ts';

/** An ambition in words, and an output that is counted. */
const inWords = 'P22-PI-MON-A1';
const counted = 'P22-PI-MON-O1';
const said = { source: 'Verslag van de evaluatie', reason: 'Kamerleden noemen de monitor.' };

const readingOf = async ({ as }: Scene, code: string, on?: string) =>
	(await listReadings(as('bureau'), { on })).find(({ id }) => id === code)!;
const statusOn = async (scene: Scene, code: string, on: string) => (await readingOf(scene, code, on)).status;

planStory('what cannot be counted is judged, with a source and a reason, and stands so everywhere', async (scene) => {
	const { db, as } = scene;
	expect(await readingOf(scene, inWords)).toMatchObject({ status: 'not_measurable', judged: null });
	await judgePromise(as('bureau'), { code: inWords, judgedOn: '2022-06-01', verdict: 'met', value: '7,5', ...said });
	expect(await readingOf(scene, inWords)).toMatchObject({
		status: 'met',
		value: 7.5,
		judged: { on: '2022-06-01', verdict: 'met', ...said },
		overruled: null
	});
	expect(await statusOn(scene, inWords, '2022-05-31')).toBe('not_measurable');
	const shown = await showPromise(as('bureau'), { code: inWords });
	expect(shown).toMatchObject({ status: 'met', reading: '7,5', isJudged: true, may: { judge: true } });
	expect(shown.why).toContain(said.reason);
	const shownRows = rowsOf((await showYear(as('bureau'), {})).sections);
	expect(shownRows.find(({ code }) => code === inWords)).toMatchObject({ status: 'met', isJudged: true });
	const facts = await rows(db, sql`select starts_on, role, quantity, href from fact where kind = 'promise.judged'`);
	expect(facts).toEqual([{ starts_on: '2022-06-01', role: 'met', quantity: 7.5, href: `/promises/${inWords}` }]);
});

planStory('a judgement that is withdrawn stood until then, and leaves a trace', async (scene) => {
	const { as } = scene;
	const june = as('bureau', { today: '2022-06-10' });
	const { id: judgementId } = await judgePromise(june, {
		code: inWords,
		judgedOn: '2022-06-01',
		verdict: 'missed',
		...said
	});
	await withdrawJudgement(as('bureau', { today: '2022-07-01' }), { code: inWords, judgementId, why: 'Vergissing' });
	expect(await statusOn(scene, inWords, '2022-06-30')).toBe('missed');
	expect(await statusOn(scene, inWords, '2022-07-01')).toBe('not_measurable');
	expect((await showPromise(as('bureau'), { code: inWords })).said.judgements).toMatchObject([
		{ withdrawnOn: '2022-07-01', withdrawnWhy: 'Vergissing', by: 'Bente Bureau' }
	]);
	expect((await showPromise(as('visitor'), { code: inWords })).said.judgements).toMatchObject([{ by: null }]);
});

planStory('one judges what cannot be counted, up to today, and says something', async (scene) => {
	const { as } = scene;
	const judge = (rest: object, who: 'bureau' | "member's staff" = 'bureau') =>
		judgePromise(as(who), { code: inWords, judgedOn: '2022-06-01', verdict: 'met', ...said, ...rest });
	await expect(judge({ code: counted })).rejects.toThrow(Conflict);
	await expect(judge({ judgedOn: '2022-09-01' })).rejects.toThrow(Invalid);
	await expect(judge({ verdict: '' })).rejects.toMatchObject({ issues: [{ path: 'verdict' }] });
	await expect(judge({ source: '' })).rejects.toThrow(Invalid);
	await expect(judge({}, "member's staff")).rejects.toThrow(Forbidden);
});

planStory('an overruling stands everywhere with the computed status beside it, until its last day', async (scene) => {
	const { as } = scene;
	const computed = await statusOn(scene, counted, '2022-08-31');
	const why = 'Met de leden is afgesproken dat hij in het reces uitvalt.';
	await overrulePromise(as('bureau'), { code: counted, status: 'on_track', why, endsOn: '2022-09-30' });
	expect(await readingOf(scene, counted)).toMatchObject({
		status: 'on_track',
		overruled: { computed, why, from: '2022-08-31', until: '2022-09-30' }
	});
	expect(await statusOn(scene, counted, '2022-08-30')).not.toBe('on_track');
	expect(await statusOn(scene, counted, '2022-10-01')).not.toBe('on_track');
	const shown = await showPromise(as('bureau'), { code: counted });
	expect(shown).toMatchObject({ status: 'on_track', computed });
	expect(shown.why).toContain(why);
	const publicRows = rowsOf((await showAccount(as('visitor'), {})).sections);
	expect(publicRows.find(({ code }) => code === counted)).toMatchObject({ status: 'on_track', computed });
});

planStory('an overruling is lifted, and the next takes the place of the one before', async (scene) => {
	const { as } = scene;
	const overrule = (status: string, today: string) =>
		overrulePromise(as('bureau', { today }), { code: counted, status: status as 'met', why: 'Afgesproken' });
	await overrule('met', '2022-06-01');
	await overrule('lapsed', '2022-07-01');
	await liftOverruling(as('bureau', { today: '2022-08-01' }), { code: counted });
	expect(await statusOn(scene, counted, '2022-06-15')).toBe('met');
	expect(await statusOn(scene, counted, '2022-07-15')).toBe('lapsed');
	expect((await readingOf(scene, counted, '2022-08-15')).overruled).toBeNull();
	await expect(liftOverruling(as('bureau'), { code: counted })).rejects.toThrow(Conflict);
	const past = { code: counted, status: 'met' as const, why: 'x', endsOn: '2022-08-30' };
	await expect(overrulePromise(as('bureau'), past)).rejects.toThrow(Invalid);
	await expect(overrulePromise(as('board member'), { ...past, endsOn: undefined })).rejects.toThrow(Forbidden);
});
