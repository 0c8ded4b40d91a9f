// Facts from files: taken in whole or not at all, told again without effect, corrected, taken back; every refusal with its row and column.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel, issue } from '#modules/channels/server/schema.ts';
import { Forbidden, Invalid } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { OTHER_GROUP, OWN_GROUP, personas, type Persona } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { checkFacts, exportFacts, importFacts, showFact } from './import-facts.ts';

const fileOf = (...parts: BlobPart[]) => new File(parts, 'facts.csv');
const lines = (...rows: string[]) => fileOf(rows.join('\r\n'));
const json = (...facts: object[]) => fileOf(facts.map((fact) => JSON.stringify(fact)).join('\n'));

type Options = { source?: string; days?: 'day-first' | 'month-first' };
const take = (scene: Scene, file: File, options: Options = { source: 'shop' }) =>
	importFacts(scene.as('bureau'), { file, ...options });

/** What is wrong, as `row, column: code`, in the order of the file. */
async function wrongs(deed: Promise<unknown>): Promise<string[]> {
	try {
		await deed;
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		for (const issue of error.issues) {
			for (const locale of ['nl', 'en'] as const) expect(sayIssue(issue, locale)).not.toMatch(/undefined|\{|_issue_/);
		}
		return error.issues.map(
			({ path, code }) => `${path.replace('rows.', '').replace('.', ', ')}: ${code.replace(/^.*_issue_/, '')}`
		);
	}
	throw new Error('It was not refused.');
}

type Found = {
	id: string;
	kind: string;
	starts_on: string;
	ends_on: string | null;
	state: string;
	quantity: number | null;
	title: { nl?: string; en?: string };
};
const facts = (db: Database) =>
	rows<Found>(
		db,
		sql`select id, kind, starts_on, ends_on, state, quantity, title from fact where kind <> 'membership.holds' order by starts_on, title::text`
	);
const said = async (db: Database) =>
	(await facts(db)).map(({ kind, starts_on, quantity }) => `${kind} ${starts_on} ${quantity ?? '-'}`);

async function setScene({ db }: Scene) {
	await writeRegister(db);
	const [seriesId, channelId, eventId, issueId] = [newId(), newId(), newId(), newId()];
	await db.insert(series).values({ id: seriesId, key: 'lobby-network', name: { nl: 'Lobbynetwerk' } });
	await db
		.insert(channel)
		.values({ id: channelId, key: 'political-monitor', name: { nl: 'Politieke monitor' }, kind: 'monitor' });
	await db.insert(event).values({
		id: eventId,
		key: 'festival',
		title: { nl: 'Festival' },
		startsOn: '2022-05-12',
		endsOn: '2022-05-12',
		state: 'done'
	});
	await db
		.insert(issue)
		.values({ id: issueId, channelId, title: { nl: 'Editie 1' }, sentOn: '2022-01-07', state: 'sent' });
	return { seriesId, channelId, eventId, issueId };
}

const header = 'kind,external_id,starts_on,quantity,title';

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

story('one source tells one fact in two ways in a file: refused, with both rows', async (scene) => {
	await setScene(scene);
	const file = lines(
		header,
		'issue.sent,m-1,2022-01-14,10,a',
		'issue.sent,m-2,2022-01-21,,b',
		'issue.sent,m-1,2022-01-14,11,a'
	);
	expect(await wrongs(take(scene, file))).toEqual(['4, external_id: told_twice']);
	expect(await said(scene.db)).not.toContain('issue.sent 2022-01-14 10');
	const twice = lines(header, 'issue.sent,m-1,2022-01-14,10,a', 'issue.sent,m-1,14-1-2022,10,a');
	expect((await take(scene, twice)).fates).toMatchObject({ new: 1, same: 1 });
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

story('every problem is told with its row and column, and nothing is taken in', async (scene) => {
	await setScene(scene);
	const file = lines(
		'kind,external_id,starts_on,ends_on,organisation,person,channel,means,quantity,country,state,visibility,withdrawn',
		'issue.sent,a,2202-01-01,,,,,,,,,,',
		'isue.sent,b,2022-01-01,,,,,,,,,,',
		'contact.made,c,2022-01-01,,other-organistion,nobody@example.org,,vist,,,,,',
		'contact.made,,,,,,political-monitor,,,,,,',
		'membership.holds,e,2022-02-01,2022-01-01,,,,,,,,,',
		'event.attended,f,3/4/2022,,,,,,1.250,Kenya,,,maybe',
		'event.done,g,2022-12-24,,,,,,,,done,,',
		'event.attended,h,2022-03-01,,,mila@example.org,,,,,,public,',
		'document.delivered,i,2022-03-01,,,,,,,,,group,',
		'issue.sent,j,2022-03-01,,,,,,,,,,,too many'
	);
	expect(await wrongs(take(scene, file))).toEqual([
		'2, starts_on: table_year',
		'3, kind: unknown_near',
		'4, means: unknown_near',
		'4, organisation: unknown_near',
		'4, person: person',
		'5, external_id: table_needed',
		'5, channel: not_of_kind',
		'5, starts_on: table_needed',
		'6, ends_on: ends_before_it_starts',
		'7, withdrawn: table_yes_no',
		'7, starts_on: table_two_ways',
		'7, country: country',
		'7, quantity: table_number_two_ways',
		'8, state: done_in_future',
		'9, visibility: named',
		'10, visibility: group_needed',
		'11: table_cells'
	]);
	expect(await said(scene.db)).toEqual(['issue.sent 2022-01-07 -', 'event.done 2022-05-12 -']);
});

story('days with the month first are read when somebody says so', async (scene) => {
	await setScene(scene);
	const file = lines(header, 'issue.sent,a,3/4/2022,,', 'issue.sent,b,8/30/2022,,');
	expect((await take(scene, file, { source: 'shop', days: 'month-first' })).dayForms).toEqual({ 'month-first': 2 });
	expect(await said(scene.db)).toEqual(expect.arrayContaining(['issue.sent 2022-03-04 -', 'issue.sent 2022-08-30 -']));
});

story('files that are no table are refused in a sentence', async (scene) => {
	await setScene(scene);
	const refused: [File, string][] = [
		[fileOf(''), 'file: table_empty'],
		[fileOf('  \r\n\r\n'), 'file: table_empty'],
		[fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), 'file: table_workbook'],
		[fileOf('%PDF-1.7 …'), 'file: table_binary'],
		[fileOf(`${header}\nissue.sent,a\0,2022-01-01,,`), 'file: table_binary'],
		[fileOf(`${header}\nissue.sent,`, new Uint8Array([0xe9, 0x2c])), 'file: table_encoding'],
		[fileOf('[{"kind": "issue.sent"}]'), 'file: table_json_list'],
		[fileOf(`${header}\nissue.sent,a,2022-01-01,,"open`), 'file: table_quote'],
		[fileOf(`kind,Kind\nissue.sent,b`), 'file: table_column_twice'],
		[fileOf(`${header},extrenal_id\n`), '1, extrenal_id: table_unknown_column_near'],
		[fileOf('{"kind": "issue.sent"\n'), '1: table_json'],
		[fileOf('{"kind": ["issue.sent"], "external_id": "a", "starts_on": "2022-01-01"}'), '1, kind: table_no_text']
	];
	for (const [file, wrong] of refused) expect((await wrongs(take(scene, file)))[0]).toBe(wrong);
});

story('attendance from a ticket shop is about the event above it, and makes it count', async (scene) => {
	const { eventId } = await setScene(scene);
	const file = lines(
		'kind,external_id,starts_on,subject,event,organisation,person,quantity,role',
		'event.done,e-1,2022-03-01,,,,,,',
		'event.attended,t-1,2022-03-01,e-1,,own-organisation,,3,',
		'event.attended,t-2,2022-03-01,e-1,,,Mila@Example.org,,speaker',
		'event.attended,t-3,2022-05-12,,festival,,,40,'
	);
	await take(scene, file);
	const about = await rows<{ subject_id: string; quantity: number; standing: string; visibility: string }>(
		scene.db,
		sql`select subject_id, quantity, standing, visibility from fact_event_attended order by starts_on, quantity desc`
	);
	const [held] = await rows<{ id: string }>(
		scene.db,
		sql`select id from fact_event_done where starts_on = '2022-03-01'`
	);
	expect(about).toEqual([
		{ subject_id: held!.id, quantity: 3, standing: 'member', visibility: 'members' },
		{ subject_id: held!.id, quantity: 1, standing: 'other', visibility: 'bureau' },
		{ subject_id: eventId, quantity: 40, standing: 'other', visibility: 'members' }
	]);
	const above = lines(
		'kind,external_id,starts_on,subject',
		'event.attended,t-9,2022-03-01,e-9',
		'event.done,e-9,2022-03-01,'
	);
	expect(await wrongs(take(scene, above))).toEqual(['2, subject: subject']);
});

story('a fact takes the place of our own record, and what was about it follows', async (scene) => {
	const { eventId, issueId } = await setScene(scene);
	await take(
		scene,
		lines('kind,external_id,starts_on,subject', 'event.done,e-1,2022-05-12,', 'event.attended,t-1,2022-05-12,e-1')
	);
	expect((await facts(scene.db)).filter(({ kind }) => kind === 'event.done').length).toBe(2);
	await take(scene, lines('kind,external_id,starts_on,event', 'event.done,e-1,2022-05-13,festival'));
	expect((await facts(scene.db)).filter(({ kind }) => kind === 'event.done')).toMatchObject([
		{ id: eventId, starts_on: '2022-05-13' }
	]);
	expect(await rows(scene.db, sql`select subject_id from fact_event_attended`)).toEqual([{ subject_id: eventId }]);
	const refused = lines(
		'kind,external_id,starts_on,event,replaces',
		'event.done,e-2,2022-05-12,festival,',
		`event.done,e-3,2022-05-12,,${issueId}`,
		'event.done,e-4,2022-05-12,,editie 1'
	);
	expect(await wrongs(take(scene, refused))).toEqual([
		'2, replaces: replaced',
		'3, replaces: nothing_to_replace',
		'4, replaces: replaces'
	]);
});

story('a dry run tells what would become of each row, and writes nothing', async (scene) => {
	await setScene(scene);
	const file = lines(header, 'issue.sent,m-1,2022-01-14,10,a', 'issue.sent,m-2,2022-13-14,10,a');
	const { report, issues } = await checkFacts(scene.as('bureau'), { file, source: 'shop' });
	expect(report).toMatchObject({
		rows: 2,
		fates: { new: 1 },
		shown: [{ row: 2, fate: 'new', externalId: 'm-1', kind: 'issue.sent' }]
	});
	expect(issues.map(({ path }) => path)).toEqual(['rows.3.starts_on']);
	expect(await said(scene.db)).toEqual(['issue.sent 2022-01-07 -', 'event.done 2022-05-12 -']);
});

story('a file that is too large is refused by its size alone', async (scene) => {
	let wasRead = false;
	const file = fileOf('x');
	Object.defineProperties(file, {
		size: { value: 200_000_000 },
		stream: {
			value: () => {
				wasRead = true;
				throw new Error('read');
			}
		},
		slice: {
			value: () => {
				wasRead = true;
				throw new Error('read');
			}
		}
	});
	expect(await wrongs(take(scene, file))).toEqual(['file: too_big']);
	expect(wasRead).toBe(false);
});

story('only the bureau takes facts in', async (scene) => {
	await setScene(scene);
	const file = lines(header, 'issue.sent,m-1,2022-01-14,10,a');
	for (const who of ['visitor', "member's representative", 'group lead', 'board member'] as Persona[]) {
		await expect(importFacts(scene.as(who), { file, source: 'shop' })).rejects.toThrow(Forbidden);
	}
});

story('everyone exports the facts that they may see, with all columns', async (scene) => {
	await setScene(scene);
	await take(
		scene,
		lines(
			'kind,external_id,starts_on,visibility',
			'issue.sent,a,2022-01-14,public',
			'issue.sent,b,2022-01-15,members',
			'issue.sent,c,2022-01-16,bureau'
		)
	);
	const exported = async (who: Persona) => {
		const { facts } = await exportFacts(scene.as(who), {});
		return (await Array.fromAsync(facts)).filter(({ kind }) => kind === 'issue.sent').map(({ starts_on }) => starts_on);
	};
	expect(await exported('visitor')).toEqual(['2022-01-14']);
	expect(await exported("member's staff")).toEqual(['2022-01-07', '2022-01-14', '2022-01-15']);
	expect(await exported('bureau')).toEqual(['2022-01-07', '2022-01-14', '2022-01-15', '2022-01-16']);
	const { facts } = await exportFacts(scene.as('bureau'), {});
	const [first] = await Array.fromAsync(facts);
	const columns = await rows<{ name: string }>(
		scene.db,
		sql`select attname as name from pg_attribute where attrelid = 'fact'::regclass and attnum > 0 order by attnum`
	);
	expect(Object.keys(first!)).toEqual(columns.map(({ name }) => name));
});

story('a fact is shown to who may see it, its corrections to the bureau', async (scene) => {
	await setScene(scene);
	await take(
		scene,
		lines('kind,external_id,starts_on,visibility,organisation', 'contact.made,a,2022-01-14,members,own-organisation')
	);
	const [{ id } = { id: '' }] = (await facts(scene.db)).filter(({ kind }) => kind === 'contact.made');
	await take(
		scene,
		lines('kind,external_id,starts_on,visibility,organisation', 'contact.made,a,2022-01-15,members,own-organisation')
	);
	expect((await showFact(scene.as('bureau'), { factId: id })).corrections).toHaveLength(1);
	const seen = await showFact(scene.as("member's staff"), { factId: id });
	expect(seen).toMatchObject({
		fact: { source: 'shop', organisation: { name: { nl: 'Eigen lid' } } },
		corrections: []
	});
	await expect(showFact(scene.as('visitor'), { factId: id })).rejects.toThrow('');
});
