// Owners say a few words in a report: who is asked, who is reminded, and what is kept of it.
import { expect } from 'vitest';
import { withdrawIssue } from '#modules/channels/server/operations.ts';
import { addDays } from '#platform/day.ts';
import { showWeek } from '#modules/plan/server/operations/show-week.ts';
import { Conflict, Invalid, NotFound } from '#platform/errors.ts';
import { sql } from '#platform/server/database.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { outgoingMail } from '#platform/server/schema.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { lineOf, monitor, monitorScene, onMonitor, owner } from '../../../../../tests/setup/reports.ts';
import { freezeReport } from './freeze-report.ts';
import { askAgain } from '../asking.ts';
import { changeReport, prepareReport } from './prepare-report.ts';
import { showReport } from './show-report.ts';
import { remindOwners, showComments, writeComments } from './write-comments.ts';

/** `from`, and so many days later, up to `until`. */
function daysEvery(days: number, from: string, until: string): string[] {
	const found = [];
	for (let day = from; day <= until; day = addDays(day, days)) found.push(day);
	return found;
}

setInstallation({ origin: 'https://plan.example.org', secret: 'a secret for tests, 32 characters long' });

planStory(
	'an owner says a few words, in one language and the other; a tick is enough; the bureau may write for them',
	async (told) => {
		const { as } = told;
		await monitorScene(told, '2022-08-22');
		const { id } = await prepareReport(as('bureau'), onMonitor);
		const asked = await showComments(as('group lead'), { reportId: id });
		expect(asked.owner).toMatchObject({ isYou: true });
		expect(asked.promises).toMatchObject([
			{ code: monitor, text: null, agreed: false, why: { nl: expect.stringContaining('1') } }
		]);
		const say = (text: string, agreed = false) => ({ reportId: id, comments: [{ code: monitor, text, agreed }] });
		await writeComments(as('group lead'), say('Elke week, behalve in het reces.'));
		await writeComments(as('bureau', { locale: 'en' }), say('Every week, but not in recess.'));
		expect((await lineOf(as('bureau'), id)).comment).toEqual({
			nl: 'Elke week, behalve in het reces.',
			en: 'Every week, but not in recess.'
		});
		await writeComments(as('group lead'), say(''));
		await writeComments(as('group lead', { locale: 'en' }), say(''));
		expect((await showComments(as('group lead'), { reportId: id })).promises).toMatchObject([{ writtenOn: null }]);
		await writeComments(as('group lead'), say('', true));
		expect((await showReport(as('bureau'), { reportId: id })).owners).toMatchObject([
			{ id: owner, asked: 1, written: 1 }
		]);

		await expect(writeComments(as("member's staff"), say('x'))).rejects.toThrow(NotFound);
		const foreign = { reportId: id, comments: [{ code: 'P22-PW-MEM-O4', text: 'x' }] };
		await expect(writeComments(as('group lead'), foreign)).rejects.toThrow(Invalid);
		await freezeReport(as('administrator'), { reportId: id });
		await expect(writeComments(as('group lead'), say('te laat'))).rejects.toThrow(Conflict);
	}
);

planStory(
	'who has not written is reminded by mail, once a day; it stands in their week and in nobody else’s',
	async (told) => {
		const { as, db } = told;
		await monitorScene(told);
		const { id } = await prepareReport(as('bureau'), onMonitor);
		const due = async (who: 'group lead' | 'bureau') =>
			(await showWeek(as(who), {})).deadlines.filter(({ kind }) => kind === 'report.comment');
		expect(await due('group lead')).toMatchObject([{ dueOn: '2022-09-05', href: `/reports/${id}/comments` }]);
		expect(await due('bureau')).toEqual([]);
		expect(await remindOwners(as('bureau'), { reportId: id })).toEqual({ reminded: 1 });
		const [mail] = await db.select().from(outgoingMail);
		expect(mail).toMatchObject({ recipient: 'guus@example.org', subject: 'Je toelichting voor: De monitor' });
		expect(mail!.body).toContain(`https://plan.example.org/reports/${id}/comments`);
		await expect(remindOwners(as('bureau'), { reportId: id })).rejects.toThrow(Conflict);
		await remindOwners(as('bureau', { today: '2022-09-01' }), { reportId: id });
		await writeComments(as('group lead'), { reportId: id, comments: [{ code: monitor, text: '', agreed: true }] });
		await expect(remindOwners(as('bureau', { today: '2022-09-02' }), { reportId: id })).rejects.toThrow(Conflict);
		expect(await due('group lead')).toEqual([]);
	}
);

planStory(
	'owners are asked about what slips, unless the report asks about more; they may say something of the rest',
	async (told) => {
		const { as, db } = told;
		const { send } = await monitorScene(told);
		await db.execute(sql`update promise set owner_person_id = ${owner} where code like 'P22-PI-MON-%'`);
		const { asks: _asks, ...byDefault } = onMonitor;
		const { id } = await prepareReport(as('bureau'), byDefault);
		const asked = async (who: 'group lead' | 'bureau' = 'group lead') =>
			(await showComments(as(who), { reportId: id, ownerId: owner })).promises.map(({ code }) => code).toSorted();
		const about = (asks: 'slipping' | 'counted' | 'everything') =>
			changeReport(as('bureau'), { ...onMonitor, reportId: id, asks });
		// Nothing was sent, and it should have been every week.
		expect((await showReport(as('bureau'), { reportId: id })).report.asks).toBe('slipping');
		expect(await asked()).toEqual([monitor]);
		await about('everything');
		expect(await asked()).toEqual(['P22-PI-MON-A1', 'P22-PI-MON-A2', monitor]);
		await about('slipping');

		const say = (text: string) =>
			writeComments(as('group lead'), { reportId: id, comments: [{ code: 'P22-PI-MON-A1', text }] });
		const { others } = await showComments(as('group lead'), { reportId: id });
		expect(others.map(({ code }) => code)).toEqual(['P22-PI-MON-A1', 'P22-PI-MON-A2']);
		await say('Kamerleden noemen hem vaak.');
		expect(await asked()).toEqual(['P22-PI-MON-A1', monitor]);
		await say('');
		expect(await asked()).toEqual([monitor]);

		// It catches up: from the next night on nobody is asked, and there is nothing in anybody's week.
		for (const day of daysEvery(7, '2022-01-03', '2022-08-22')) await send(day);
		expect((await lineOf(as('bureau'), id)).status).toBe('on_track');
		await askAgain.run(as('system'), {});
		expect(await asked('bureau')).toEqual([]);
		expect((await showWeek(as('group lead'), {})).deadlines.filter(({ kind }) => kind === 'report.comment')).toEqual(
			[]
		);
		await expect(remindOwners(as('bureau'), { reportId: id })).rejects.toThrow(Conflict);
	}
);

planStory('a reminder asks first about what slips since', async (told) => {
	const { as } = told;
	const { send } = await monitorScene(told);
	const sent = [];
	for (const day of daysEvery(7, '2022-01-03', '2022-08-22')) sent.push(await send(day));
	const { id } = await prepareReport(as('bureau'), { ...onMonitor, asks: 'slipping' });
	await expect(remindOwners(as('bureau'), { reportId: id })).rejects.toThrow(Conflict);
	for (const { id: issueId } of sent.slice(3, 6)) await withdrawIssue(as('bureau'), { issueId });
	expect(await remindOwners(as('bureau'), { reportId: id })).toEqual({ reminded: 1 });
});
