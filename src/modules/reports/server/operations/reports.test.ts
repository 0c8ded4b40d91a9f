// A report from setting it up to a year later: asked, commented, frozen, corrected, concluded; and who sees what of it.
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { channelsByKey } from '#modules/channels/server/public.ts';
import { recordIssue, withdrawIssue } from '#modules/channels/server/operations.ts';
import { erasePerson, exportPerson } from '#modules/members/server/operations.ts';
import { importPlan } from '#modules/plan/server/operations/import-plan.ts';
import { showWeek } from '#modules/plan/server/operations/show-week.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, OWN_ORGANISATION, personaNames, personas } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import { setInstallation } from '#platform/server/installation.ts';
import { outgoingMail } from '#platform/server/schema.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { maySeeReport } from '../../rules.ts';
import { readers } from '../../words.ts';
import { addOutcome, changeOutcome, withdrawOutcome } from './conclude.ts';
import { freezeReport } from './freeze-report.ts';
import { changeReport, dropReport, listReportChoices, prepareReport } from './prepare-report.ts';
import { findReport, listReports, showReport, showReportLine } from './show-report.ts';
import { remindOwners, showComments, writeComments } from './write-comments.ts';

setInstallation({ origin: 'https://plan.example.org', secret: 'a secret for tests, 32 characters long' });

const monitor = 'P22-PI-MON-O1';
const file = readFile(new URL('../../../../../examples/partos-2022/plan.yaml', import.meta.url), 'utf8');
const owner = personas['group lead'].personId!;

type Content = Parameters<typeof prepareReport>[1];
const onMonitor: Content = {
	title: { nl: 'De monitor', en: 'The monitor' },
	scope: 'activities',
	activities: ['P22-PI-MON'],
	reader: 'public',
	closesOn: '2022-08-28',
	commentsBefore: '2022-09-05'
};

/** The plan, with an owner from outside the bureau for the monitor, and issues of it on these days. */
async function scene({ db, as }: Scene, ...sentOn: string[]) {
	await writeRegister(db);
	await importPlan(as('bureau'), { file: await file });
	await db.execute(sql`update promise set owner_person_id = ${owner} where code = ${monitor}`);
	const channelId = (await channelsByKey(db)).get('political-monitor')!.id;
	const send = (on: string) => recordIssue(as('bureau'), { channelId, title: { nl: `Monitor ${on}` }, sentOn: on });
	const issues = [];
	for (const on of sentOn) issues.push(await send(on));
	return { send, issues };
}

const lineOf = async (caller: Parameters<typeof showReport>[0], reportId: string) =>
	(await showReport(caller, { reportId })).report.lines.find(({ code }) => code === monitor)!;

story('what is frozen stays, and what is corrected afterwards stands beside it', async (told) => {
	const { as } = told;
	const { send, issues } = await scene(told, '2022-08-15', '2022-08-22');
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

story('the next report says what changed since', async (told) => {
	const { as } = told;
	const { send } = await scene(told, '2022-01-03', '2022-01-10');
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

story(
	'an owner says a few words, in one language and the other; a tick is enough; the bureau may write for them',
	async (told) => {
		const { as } = told;
		await scene(told, '2022-08-22');
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

story(
	'who has not written is reminded by mail, once a day; it stands in their week and in nobody else’s',
	async (told) => {
		const { as, db } = told;
		await scene(told);
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

story('a person who is erased leaves the figures and the words, and no name', async (told) => {
	const { as, db } = told;
	await scene(told, '2022-08-22');
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

story(
	'whoever may see a report finds it in the list, and no one else',
	async (told) => {
		const { as } = told;
		await scene(told, '2022-08-22');
		const made: { id: string; reader: (typeof readers)[number]; groupId: string | null; frozen: boolean }[] = [];
		for (const reader of readers) {
			for (const groupId of reader === 'group' ? [OWN_GROUP, OTHER_GROUP] : [null]) {
				for (const frozen of [false, true]) {
					const organisationId = reader === 'funder' ? OWN_ORGANISATION : undefined;
					const content = { ...onMonitor, reader, organisationId, groupId: groupId ?? undefined };
					const { id } = await prepareReport(as('bureau'), content);
					if (frozen) await freezeReport(as('administrator'), { reportId: id });
					made.push({ id, reader, groupId, frozen });
				}
			}
		}
		for (const name of personaNames) {
			const found = (await listReports(as(name), {})).reports.map(({ id }) => id);
			const allowed = made.filter(({ reader, groupId, frozen }) =>
				maySeeReport(personas[name], {
					reader,
					groupId,
					askedIds: [owner],
					frozenOn: frozen ? '2022-08-31' : null,
					organisationId: reader === 'funder' ? OWN_ORGANISATION : null
				})
			);
			expect(found.toSorted(), name).toEqual(allowed.map(({ id }) => id).toSorted());
			for (const { id } of made) {
				const opened = showReport(as(name), { reportId: id });
				if (found.includes(id)) await opened;
				else await expect(opened, name).rejects.toThrow(NotFound);
			}
		}
	},
	60_000
);

story('a report contains what its reader may see, whoever opens it', async (told) => {
	const { as, db } = told;
	await scene(told, '2022-08-22');
	await db.execute(sql`update promise set visibility = 'members' where code = ${monitor}`);
	await db.execute(sql`update channel set visibility = 'members' where key = 'political-monitor'`);
	const forAll = await prepareReport(as('bureau'), onMonitor);
	const codes = async (id: string) =>
		(await showReport(as('bureau'), { reportId: id })).report.lines.map(({ code }) => code);
	expect(await codes(forAll.id)).not.toContain(monitor);
	const forMembers = await prepareReport(as('bureau'), { ...onMonitor, reader: 'assembly' });
	expect(await codes(forMembers.id)).toContain(monitor);
	await freezeReport(as('administrator'), { reportId: forMembers.id });
	const evidence = async (who: Parameters<typeof as>[0]) =>
		(await showReportLine(as(who), { reportId: forMembers.id, code: monitor })).evidence;
	expect(await evidence("member's staff")).toMatchObject({
		total: 1,
		visible: 1,
		records: [{ startsOn: '2022-08-22' }]
	});
	await db.execute(sql`update channel set visibility = 'bureau' where key = 'political-monitor'`);
	expect(await evidence("member's staff")).toMatchObject({ total: 1, visible: 0, records: [] });
});

story('the group that it goes to concludes and recommends; what is withdrawn stays in sight', async (told) => {
	const { as } = told;
	await scene(told, '2022-08-22');
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

story('what cannot be is refused beside its field', async (told) => {
	const { as } = told;
	await scene(told);
	const paths = async (change: Partial<Content>) => {
		const refused = await prepareReport(as('bureau'), { ...onMonitor, ...change }).catch((error: unknown) => error);
		return refused instanceof Invalid ? refused.issues.map(({ path }) => path) : refused;
	};
	expect(await paths({ scope: 'goal:G99' })).toEqual(['scope']);
	expect(await paths({ scope: 'everything' })).toEqual(['scope.kind']);
	expect(await paths({ activities: [] })).toEqual(['activities']);
	expect(await paths({ activities: ['P22-NOT-THERE'] })).toEqual(['activities']);
	expect(await paths({ reader: 'group' })).toEqual(['groupId']);
	expect(await paths({ reader: 'funder' })).toEqual(['organisationId']);
	expect(await paths({ reader: 'group', groupId: OWN_ORGANISATION })).toEqual(['groupId']);
	expect(await paths({ closesOn: '31 augustus' })).toEqual(['closesOn']);
	await expect(prepareReport(as('board member'), onMonitor)).rejects.toThrow(Forbidden);
	const { id } = await prepareReport(as('bureau'), { ...onMonitor, closesOn: '2022-09-30' });
	await expect(freezeReport(as('administrator'), { reportId: id })).rejects.toThrow(Conflict);
	await expect(freezeReport(as('bureau'), { reportId: id })).rejects.toThrow(Forbidden);
});

story(
	'every part of the plan can be reported on',
	async (told) => {
		const { as } = told;
		await scene(told);
		const { scopes } = await listReportChoices(as('bureau'), {});
		expect(new Set(scopes.map(({ kind }) => kind)).size).toBe(7);
		const lines = async (scope: string) => {
			const { id } = await prepareReport(as('bureau'), { ...onMonitor, reader: 'board', scope, activities: [] });
			return (await showReport(as('bureau'), { reportId: id })).report.lines.length;
		};
		const all = await lines('plan');
		expect(all).toBeGreaterThan(150);
		for (const kind of ['core-task', 'programme', 'goal', 'value-strategy', 'theme', 'priority']) {
			const code = scopes.find((scope) => scope.kind === kind)!.code;
			const found = await lines(`${kind}:${code}`);
			expect(found, kind).toBeGreaterThan(0);
			expect(found, kind).toBeLessThan(all);
		}
		await expect(findReport(as('bureau'), { key: 'plan-2022-08-28' })).resolves.toMatchObject({ reader: 'board' });
	},
	60_000
);

story('a report that nobody needs is dropped; changing one asks the owners of what came in', async (told) => {
	const { as, db } = told;
	await scene(told);
	const { id } = await prepareReport(as('bureau'), onMonitor);
	const asked = async () => (await showReport(as('bureau'), { reportId: id })).owners;
	expect(await asked()).toMatchObject([{ id: owner, asked: 1 }]);
	await db.execute(sql`update promise set owner_person_id = ${personas.bureau.personId} where code = ${monitor}`);
	await changeReport(as('bureau'), { ...onMonitor, reportId: id, title: { nl: 'Anders' } });
	expect(await asked()).toMatchObject([{ id: personas.bureau.personId, asked: 1 }]);
	await dropReport(as('bureau'), { reportId: id });
	await expect(showReport(as('bureau'), { reportId: id })).rejects.toThrow(NotFound);
});
