// Who sees which report, and what of it.
import { expect } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, OWN_ORGANISATION, personaNames, personas } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { monitor, monitorScene, onMonitor, owner } from '../../../../../tests/setup/reports.ts';
import { maySeeReport } from '../../rules.ts';
import { readers } from '../../words.ts';
import { freezeReport } from './freeze-report.ts';
import { prepareReport } from './prepare-report.ts';
import { listReports, showReport, showReportLine } from './show-report.ts';

planStory(
	'whoever may see a report finds it in the list, and no one else',
	async (told) => {
		const { as } = told;
		await monitorScene(told, '2022-08-22');
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

planStory('a report contains what its reader may see, whoever opens it', async (told) => {
	const { as, db } = told;
	await monitorScene(told, '2022-08-22');
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
