// What a frozen report keeps: its figures, what was corrected since, what the next one compares with, and what was concluded.
import { expect } from 'vitest';
import { withdrawIssue } from '#modules/channels/server/operations.ts';
import { erasePerson, exportPerson } from '#modules/members/server/operations.ts';
import { showPromise } from '#modules/plan/server/operations/show-promise.ts';
import { tickCondition, untickCondition } from '#modules/plan/server/operations/tick-condition.ts';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { OWN_GROUP } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { lineOf, monitor, monitorScene, onMonitor, owner } from '../../../../../tests/setup/reports.ts';
import { addOutcome, changeOutcome, withdrawOutcome } from './conclude.ts';
import { freezeReport } from './freeze-report.ts';
import { changeReport, dropReport, prepareReport } from './prepare-report.ts';
import { showReport } from './show-report.ts';
import { writeComments } from './write-comments.ts';

planStory('what is frozen stays, and what is corrected afterwards stands beside it', async (told) => {
	const { as } = told;
	const { send, issues } = await monitorScene(told, '2022-08-15', '2022-08-22');
	const { id, key } = await prepareReport(as('bureau'), onMonitor);
	expect(key).toBe('p22-pi-mon-2022-08-28');
	expect((await lineOf(as('bureau'), id)).reading.en).toBe('2 / 52');
	await send('2022-08-08');
	expect((await lineOf(as('bureau'), id)).reading.en).toBe('3 / 52');
	await freezeReport(as('administrator'), { reportId: id });

	// Sent after the closing day: no correction. Then one that was forgotten, and one that never went out.
	await send('2022-08-29');
	expect((await showReport(as('visitor'), { reportId: id })).corrected).toEqual([]);
	await send('2022-08-01');
	await send('2022-07-25');
	await withdrawIssue(as('bureau'), { issueId: issues[0]!.id });
	const after = await showReport(as('visitor'), { reportId: id });
	expect(after.report).toMatchObject({ frozenOn: '2022-08-31', readOn: '2022-08-28' });
	expect(after.report.lines.find(({ code }) => code === monitor)).toMatchObject({
		reading: { nl: '3 / 52', en: '3 / 52' },
		evidenceCount: 3
	});
	expect(after.corrected).toMatchObject([
		{ code: monitor, frozen: { reading: { en: '3 / 52' } }, now: { reading: { en: '4 / 52' } }, came: 2, went: 1 }
	]);
	await expect(freezeReport(as('administrator'), { reportId: id })).rejects.toThrow(Conflict);
	await expect(dropReport(as('bureau'), { reportId: id })).rejects.toThrow(Conflict);
	await expect(changeReport(as('bureau'), { ...onMonitor, reportId: id })).rejects.toThrow(Conflict);
});

planStory('what the plan says in words is read as on the closing day: a later tick counts later', async (told) => {
	const { as, db } = told;
	await monitorScene(told, '2022-06-06');
	await db.execute(sql`insert into condition_in_words (id, promise_id, position, text)
		select gen_random_uuid(), id, at, '{"nl": "voor alle leden"}' from promise, unnest(array[98, 99]) as at where code = ${monitor}`);
	const { conditions } = await showPromise(as('bureau'), { code: monitor });
	const tick = (at: number, metOn: string) =>
		tickCondition(as('bureau'), { code: monitor, conditionId: conditions[at]!.id, metOn, metSource: 'Verslag' });
	const { id } = await prepareReport(as('bureau'), { ...onMonitor, closesOn: '2022-06-30' });
	const open = async () => (await lineOf(as('bureau'), id)).openConditions;
	expect(await open()).toBe(2);
	await tick(0, '2022-08-15');
	expect(await open()).toBe(2);
	await tick(1, '2022-06-30');
	expect(await open()).toBe(1);
	const later = await prepareReport(as('bureau'), onMonitor);
	expect((await lineOf(as('bureau'), later.id)).openConditions).toBe(0);

	await freezeReport(as('administrator'), { reportId: id });
	await untickCondition(as('bureau'), { code: monitor, conditionId: conditions[0]!.id });
	expect((await showReport(as('bureau'), { reportId: id })).corrected).toEqual([]);
	await untickCondition(as('bureau'), { code: monitor, conditionId: conditions[1]!.id });
	expect(await open()).toBe(1);
	expect((await showReport(as('bureau'), { reportId: id })).corrected).toMatchObject([{ code: monitor }]);
});

planStory('the next report says what changed since', async (told) => {
	const { as } = told;
	const { send } = await monitorScene(told, '2022-01-03', '2022-01-10');
	const early = { ...onMonitor, closesOn: '2022-01-31' };
	const first = await prepareReport(as('bureau'), early);
	await freezeReport(as('administrator'), { reportId: first.id });
	await send('2022-02-07');
	const { id } = await prepareReport(as('bureau'), onMonitor);
	expect((await showReport(as('bureau'), { reportId: id })).report.previous).toMatchObject({ id: first.id });
	expect((await lineOf(as('bureau'), id)).previous).toMatchObject({ value: 2, reading: { en: '2 / 52' } });
	await freezeReport(as('administrator'), { reportId: id });
	expect((await lineOf(as('visitor'), id)).previous).toMatchObject({ value: 2 });
});

planStory('a person who is erased leaves the figures and the words, and no name', async (told) => {
	const { as, db } = told;
	await monitorScene(told, '2022-08-22');
	const { id } = await prepareReport(as('bureau'), onMonitor);
	await writeComments(as('group lead'), { reportId: id, comments: [{ code: monitor, text: 'Zoals beloofd.' }] });
	await freezeReport(as('administrator'), { reportId: id });
	const before = await lineOf(as('bureau'), id);
	expect(JSON.stringify(await exportPerson(as('group lead'), { personId: owner }))).toContain('Zoals beloofd.');
	await erasePerson(as('administrator'), { personId: owner });
	expect(await lineOf(as('bureau'), id)).toEqual(before);
	expect(before).toMatchObject({ comment: { nl: 'Zoals beloofd.' }, reading: { en: '1 / 52' } });
	const kept = JSON.stringify((await db.execute(sql`select * from report_line`)).rows);
	expect(kept).not.toContain(owner);
	expect(kept).not.toContain('Guus');
});

planStory('the group that it goes to concludes and recommends; what is withdrawn stays in sight', async (told) => {
	const { as } = told;
	await monitorScene(told, '2022-08-22');
	const { id } = await prepareReport(as('bureau'), { ...onMonitor, reader: 'group', groupId: OWN_GROUP });
	const conclusion = {
		reportId: id,
		kind: 'recommendation',
		text: { nl: 'Ga zo door.' },
		concludedOn: '2022-08-31'
	} as const;
	await expect(addOutcome(as('bureau'), conclusion)).rejects.toThrow(Conflict);
	await freezeReport(as('administrator'), { reportId: id });
	const outcome = await addOutcome(as('group lead'), conclusion);
	await expect(addOutcome(as("member's staff"), conclusion)).rejects.toThrow(Forbidden);
	await expect(addOutcome(as('board member'), conclusion)).rejects.toThrow(Forbidden);
	await expect(addOutcome(as('bureau'), { ...conclusion, concludedOn: '2022-09-01' })).rejects.toThrow(Invalid);
	await changeOutcome(as('group lead'), { outcomeId: outcome.id, kind: 'conclusion', text: { nl: 'Het gaat goed.' } });
	await withdrawOutcome(as('group lead'), { outcomeId: outcome.id });
	expect((await showReport(as("member's staff"), { reportId: id })).report.outcomes).toMatchObject([
		{ kind: 'conclusion', text: { nl: 'Het gaat goed.' }, withdrawnOn: '2022-08-31' }
	]);
	await expect(withdrawOutcome(as('group lead'), { outcomeId: outcome.id })).rejects.toThrow(Conflict);
});
