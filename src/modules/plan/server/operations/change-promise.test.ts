// Changing a promise in its form: what may be changed, what is refused and where it is said, and what is kept of it.
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, type Issue } from '#platform/errors.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { adoptedPlanStory, planStory } from '../../../../../tests/setup/plan.ts';
import { addPromise, changePromise, resumePromise, withdrawPromise } from './change-promise.ts';
import { exportPlan } from './export-plan.ts';
import { showPromise } from './show-promise.ts';
import { showPromiseForm } from './show-promise-form.ts';
import { previewTarget } from './preview-target.ts';

const plan = 'partos-annual-plan-2022';
const code = 'P22-PI-MON-O1';

/** The form of a promise as it stands, as a browser would send it back. */
async function formOf({ as }: Scene, promise = code) {
	const { start } = await showPromiseForm(as('bureau'), { plan, code: promise });
	return structuredClone(start);
}

const issuesOf = (deed: Promise<unknown>): Promise<Issue[]> =>
	deed.then(
		() => [],
		(error: unknown) => {
			if (error instanceof Invalid) return error.issues;
			throw error;
		}
	);

adoptedPlanStory('the form of every promise, sent back as it is, changes nothing', async (scene) => {
	const { as } = scene;
	const before = await exportPlan(as('bureau'), { key: plan });
	for (const promise of [code, 'P22-QL-IMP-O2', 'P22-N-08', 'P22-PI-LOBBY-O5', 'P22-CM-SUP-A1']) {
		const form = await formOf(scene, promise);
		expect(await changePromise(as('bureau'), { plan, code: promise, ...form })).toEqual({ code: promise, changes: 0 });
	}
	expect(await exportPlan(as('bureau'), { key: plan })).toEqual(before);
});

adoptedPlanStory(
	'a target that is lowered after adoption is kept with who, when and why, and counts at once',
	async (scene) => {
		const { as, db } = scene;
		const form = await formOf(scene);
		form.target.parts[0]!.number = '40';
		const change = { plan, code, ...form };
		expect(await issuesOf(changePromise(as('bureau'), change))).toMatchObject([
			{ path: 'why', code: 'plan_issue_why_needed' }
		]);
		await changePromise(as('bureau', { today: '2022-05-03' }), {
			...change,
			why: 'In de zomer is er geen Kamernieuws.'
		});
		expect((await showPromise(as('bureau'), { code })).reading).toBe('0 / 40');
		expect(
			await rows(
				db,
				sql`select subject, field, before->'at_least' as before, after->'at_least' as after, why, changed_on from plan_change where field <> 'adopted'`
			)
		).toEqual([
			{
				subject: code,
				field: 'target',
				before: 52,
				after: 40,
				why: 'In de zomer is er geen Kamernieuws.',
				changed_on: '2022-05-03'
			}
		]);
	}
);

planStory('before adoption the plan changes without a reason', async (scene) => {
	const form = await formOf(scene);
	form.target.parts[0]!.number = '40';
	expect(await changePromise(scene.as('bureau'), { plan, code, ...form })).toMatchObject({ changes: 1 });
	expect(await rows(scene.db, sql`select from plan_change`)).toEqual([]);
});

adoptedPlanStory('what a form says wrong is told beside its field, and nothing changes', async (scene) => {
	const { as } = scene;
	const before = await exportPlan(as('bureau'), { key: plan });
	const wrong = async (change: (form: Awaited<ReturnType<typeof formOf>>) => void) => {
		const form = await formOf(scene);
		change(form);
		const issues = await issuesOf(changePromise(as('bureau'), { plan, code, why: 'Proef', ...form }));
		return issues.map(({ path, code: issue }) => [path, issue]);
	};
	expect(await wrong((form) => (form.goals = ['G9']))).toEqual([['goals.0', 'plan_issue_unknown_reference']]);
	expect(await wrong((form) => (form.windows = [{ starts_on: '2022-05-01', ends_on: '2022-04-01' }]))).toEqual([
		['windows.0.ends_on', 'plan_issue_ends_before_start']
	]);
	expect(await wrong((form) => (form.target.parts[0]!.where = { channel: 'no-such-channel' }))).toEqual([
		['target.parts.0.where.channel', 'plan_issue_unknown_reference']
	]);
	expect(await wrong((form) => (form.target.parts[0]!.number = 'veel'))).toEqual([
		['target.parts.0.number', 'plan_issue_expected_number']
	]);
	expect(await wrong((form) => (form.title = {}))).toEqual([['title', 'one_language']]);
	expect(await exportPlan(as('bureau'), { key: plan })).toEqual(before);
});

adoptedPlanStory('the notation of the plan file is told its mistakes by line, a bomb too', async (scene) => {
	const tried = async (notation: string) => {
		const form = await formOf(scene);
		const [issue, ...others] = await issuesOf(
			changePromise(scene.as('bureau'), { plan, code, why: 'Proef', ...form, target: { mode: 'notation', notation } })
		);
		expect(others).toEqual([]);
		expect(issue).toMatchObject({ path: 'target.notation', code: 'plan_issue_notation' });
		return issue!.params.problems;
	};
	expect(await tried('count: event.done\nwhere:\n  series: no-such\nat_least: 3\n')).toMatch(/^regel 3: “no-such”/);
	expect(await tried('count: event.done\nat_leest: 3\n')).toMatch(/regel 2: .*at_least/);
	expect(await tried('a: &a [x, x]\nb: &b [*a, *a]\ncount: *b\n')).toMatch(/regel 3: .*\(\*naam\)/);
});

adoptedPlanStory('what is wanted of it would be read before it is saved', async (scene) => {
	const { as } = scene;
	const { target, windows } = await formOf(scene);
	target.parts[0]!.number = '7';
	const shown = await previewTarget(as('bureau', { locale: 'en' }), { plan, code, target, windows });
	expect(shown).toMatchObject({ reading: '0 / 7' });
	expect(shown.sentence).toMatch(/^At least 7 issues of/);
	expect((await showPromise(as('bureau'), { code })).reading).toBe('0 / 52');
});

planStory('two who change the same promise at once: the second is told', async (scene) => {
	const { as } = scene;
	const [one, other] = [await formOf(scene), await formOf(scene)];
	const { mark: seen } = await showPromiseForm(as('bureau'), { plan, code });
	one.title = { nl: 'Anders' };
	await changePromise(as('bureau'), { plan, code, ...one, seen });
	await expect(changePromise(as('bureau'), { plan, code, ...other, seen })).rejects.toThrow(
		new Conflict('plan_conflict_changed_meanwhile')
	);
});

planStory('a promise is added under its activity with a code of its own', async (scene) => {
	const { as } = scene;
	const { start, code: suggested } = await showPromiseForm(as('bureau'), {
		plan,
		kind: 'output',
		activity: 'P22-PI-MON'
	});
	expect(suggested).toBe('P22-PI-MON-O2');
	await addPromise(as('bureau'), {
		plan,
		kind: 'output',
		code: suggested,
		...start,
		title: { nl: 'Een overzicht van moties' },
		target: {
			parts: [{ what: 'event.done', way: 'facts', where: { series: 'kenniscafe' }, how: 'at_least', number: '3' }]
		}
	});
	expect(await showPromise(as('bureau'), { code: suggested })).toMatchObject({ reading: '0 / 3' });
	const again = addPromise(as('bureau'), { plan, kind: 'output', code: suggested, ...start, title: { nl: 'Nog een' } });
	expect(await issuesOf(again)).toMatchObject([{ path: 'code', code: 'plan_issue_duplicate' }]);
});

adoptedPlanStory('a promise is withdrawn with day and reason, stays, and can be taken up again', async (scene) => {
	const { as, db } = scene;
	const why = 'De Kamer publiceert dit nu zelf.';
	await withdrawPromise(as('bureau'), { plan, code, on: '2022-06-01', why });
	expect((await showPromise(as('bureau'), { code })).promise.withdrawnOn).toBe('2022-06-01');
	await expect(withdrawPromise(as('bureau'), { plan, code, on: '2022-06-01', why })).rejects.toThrow(Conflict);
	await resumePromise(as('bureau'), { plan, code, why: 'Toch niet.' });
	expect(
		await rows(db, sql`select field, why from plan_change where field <> 'adopted' order by changed_at, id`)
	).toEqual([
		{ field: 'withdrawn', why },
		{ field: 'withdrawn', why: 'Toch niet.' }
	]);
});

adoptedPlanStory('only the bureau changes the plan', async (scene) => {
	const form = await formOf(scene);
	for (const who of ['board member', "member's staff", 'visitor'] as const) {
		await expect(changePromise(scene.as(who), { plan, code, ...form })).rejects.toThrow(Forbidden);
		await expect(showPromiseForm(scene.as(who), { plan, code })).rejects.toThrow(Forbidden);
	}
});
