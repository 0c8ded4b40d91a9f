// Facts from files: they count at once, told again without effect, corrected, taken back.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { OTHER_GROUP, OWN_GROUP, personas } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { rows } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import {
	fileOf,
	lines,
	json,
	take,
	wrongs,
	facts,
	said,
	setScene,
	header
} from '../../../../../tests/setup/fact-files.ts';
import { checkFacts } from './import-facts.ts';

story('a file with facts counts at once, and says how it was read', async (scene) => {
	await setScene(scene);
	const report = await take(
		scene,
		lines(
			'kind;external_id;starts_on;channel;quantity;title;tags',
			'issue.sent;m-1;2022-01-14;political-monitor;1250;"Monitor; week 2";integriteit, klimaat',
			'issue.sent;m-2;21-1-2022;political-monitor;12,5;;',
			'issue.sent;m-3;44589;political-monitor;;مرحبا 🎉 שלום;'
		)
	);
	expect(report).toMatchObject({
		rows: 3,
		separator: ';',
		encoding: 'utf-8',
		dayForms: { iso: 1, 'day-first': 1, excel: 1 }
	});
	expect(report.fates).toMatchObject({ new: 3, same: 0 });
	const issues = (await facts(scene.db)).filter(({ kind }) => kind === 'issue.sent');
	expect(issues.map(({ starts_on, quantity, title }) => [starts_on, quantity, title.nl])).toEqual([
		['2022-01-07', null, 'Editie 1'],
		['2022-01-14', 1250, 'Monitor; week 2'],
		['2022-01-21', 12.5, 'editie'],
		['2022-01-28', null, 'مرحبا 🎉 שלום']
	]);
});

story('a meeting of several groups names them all, and is told the same in any order of files', async (scene) => {
	await setScene(scene);
	const columns = 'kind,external_id,starts_on,group,title';
	const joint = (groups: string) => lines(columns, `event.done,j-1,2022-03-01,"${groups}",Samen`);
	await take(scene, joint('own-group, other-group'));
	const groups = () =>
		rows(scene.db, sql`select group_id, also_group_ids from fact where kind = 'event.done' and title->>'nl' = 'Samen'`);
	expect(await groups()).toEqual([{ group_id: OWN_GROUP, also_group_ids: [OTHER_GROUP] }]);
	expect((await take(scene, joint('own-group|other-group'))).fates).toMatchObject({ same: 1, corrected: 0 });
	const report = await take(
		scene,
		json({ kind: 'event.done', external_id: 'j-1', starts_on: '2022-03-01', group: ['other-group'], title: 'Samen' })
	);
	expect(report.shown).toMatchObject([{ fate: 'corrected', changed: ['group'] }]);
	expect(await groups()).toEqual([{ group_id: OTHER_GROUP, also_group_ids: [] }]);
	expect(await wrongs(take(scene, joint('own-group, other-grop')))).toEqual(['2, group: unknown_near']);
});

story('the same file again changes nothing, in whatever encoding and with the columns in any order', async (scene) => {
	await setScene(scene);
	const text = `${header}\nissue.sent,m-1,2022-01-14,10,“é” 🎉\nissue.sent,m-2,2022-01-21,,\n`;
	await take(scene, fileOf(text));
	const before = await facts(scene.db);
	const utf16 = (littleEndian: boolean) => {
		const view = new DataView(new ArrayBuffer(text.length * 2));
		for (const [place, character] of text.split('').entries())
			view.setUint16(place * 2, character.charCodeAt(0), littleEndian);
		return view.buffer;
	};
	const again = [
		fileOf(text),
		fileOf('\uFEFF', text),
		fileOf(new Uint8Array([0xff, 0xfe]), utf16(true)),
		fileOf(new Uint8Array([0xfe, 0xff]), utf16(false)),
		fileOf(utf16(true)),
		fileOf(
			`title\texternal id\tStarts On\tKIND\tquantity\n“é” 🎉\tm-1\t14-01-2022\tissue.sent\t10\n\tm-2\t21/1/2022\tissue.sent\t`
		),
		json(
			{ kind: 'issue.sent', external_id: 'm-2', starts_on: '2022-01-21' },
			{ kind: 'issue.sent', external_id: 'm-1', starts_on: '2022-01-14', quantity: 10, title: { nl: '“é” 🎉' } }
		)
	];
	for (const file of again) expect((await take(scene, file)).fates).toMatchObject({ new: 0, same: 2, corrected: 0 });
	expect(await facts(scene.db)).toEqual(before);
});

story('a later file corrects, and the audit trail says what, when and by whom', async (scene) => {
	await setScene(scene);
	await take(scene, lines(header, 'issue.sent,m-1,2022-01-14,10,Van Jan'));
	const later = lines(header, 'issue.sent,m-1,2022-01-15,12,Van Piet');
	expect((await checkFacts(scene.as('bureau'), { file: later, source: 'shop' })).report?.shown).toMatchObject([
		{ row: 2, fate: 'corrected', changed: ['starts_on', 'ends_on', 'quantity', 'title'] }
	]);
	expect((await take(scene, later)).fates).toMatchObject({ corrected: 1 });
	const [fact] = (await facts(scene.db)).filter(({ quantity }) => quantity === 12);
	const [line] = await auditLinesOf(scene.db, fact!.id);
	expect(line).toMatchObject({ operation: 'intake.importFacts', actorId: personas.bureau.personId });
	expect(line!.reason).toBe(
		'corrected: starts_on 2022-01-14 → 2022-01-15; ends_on 2022-01-14 → 2022-01-15; quantity 10 → 12; title'
	);
});

story('what is withdrawn disappears, and comes back when it is told again', async (scene) => {
	await setScene(scene);
	const file = lines(header, 'issue.sent,m-1,2022-01-14,10,a');
	await take(scene, file);
	const back = lines('external_id,withdrawn', 'm-1,true', 'm-9,ja');
	expect((await take(scene, back)).fates).toMatchObject({ withdrawn: 1, nothing: 1 });
	expect(await said(scene.db)).not.toContain('issue.sent 2022-01-14 10');
	expect((await take(scene, back)).fates).toMatchObject({ withdrawn: 0, same: 1 });
	expect((await take(scene, file)).fates).toMatchObject({ back: 1 });
	expect(await said(scene.db)).toContain('issue.sent 2022-01-14 10');
});

story('days with the month first are read when somebody says so', async (scene) => {
	await setScene(scene);
	const file = lines(header, 'issue.sent,a,3/4/2022,,', 'issue.sent,b,8/30/2022,,');
	expect((await take(scene, file, { source: 'shop', days: 'month-first' })).dayForms).toEqual({ 'month-first': 2 });
	expect(await said(scene.db)).toEqual(expect.arrayContaining(['issue.sent 2022-03-04 -', 'issue.sent 2022-08-30 -']));
});
