// Files with facts that are not taken in: every refusal with its row and column, and nothing half taken.
import { expect } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import type { Persona } from '#platform/personas.ts';
import { story } from '#platform/server/testing.ts';
import { fileOf, lines, take, wrongs, said, setScene, header } from '../../../../../tests/setup/fact-files.ts';
import { checkFacts, importFacts } from './import-facts.ts';

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
