// What people drop that is broken, forged, huge or something else: it is read rightly, or refused with its place and the cure.
import { expect } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { group } from '#modules/groups/server/schema.ts';
import { Invalid } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { listSuggestions } from './decide-suggestions.ts';
import { takeIn } from './take-in.ts';

async function setScene({ db }: Scene) {
	await writeRegister(db);
	await db
		.insert(group)
		.values({ id: newId(), key: 'integrity', kind: 'working-group', name: { nl: 'Werkgroep Integriteit' } });
}

const take = (scene: Scene, input: Parameters<typeof takeIn>[1]) => takeIn(scene.as('bureau'), input);
const suggested = async (scene: Scene) => (await listSuggestions(scene.as('bureau'), {})).suggestions;

/** What is wrong, as `path: code`; every code has a sentence in both languages. */
async function wrongs(deed: Promise<unknown>): Promise<string[]> {
	const error = await deed.then(
		() => undefined,
		(refused: unknown) => refused
	);
	if (!(error instanceof Invalid)) throw new Error('It was not refused.');
	for (const issue of error.issues) {
		for (const locale of ['nl', 'en'] as const) expect(sayIssue(issue, locale)).not.toMatch(/undefined|\{|_issue_/);
	}
	return error.issues.map(({ path, code }) => `${path}: ${code}`);
}

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);

story('what is nothing that we can read says so beside the field', async (scene) => {
	await setScene(scene);
	const refused: [File, string][] = [
		[file('leeg.csv', ''), 'files: platform_issue_table_empty'],
		[file('foto.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])), 'files: intake_issue_what_is_this'],
		[file('plan.pdf', '%PDF-1.7 …'), 'files: intake_issue_what_is_this'],
		[file('bericht.eml', '\u0000\u0001'), 'files: intake_mail_unreadable'],
		[file('agenda.ics', 'hallo'), 'files: intake_calendar_none'],
		[file('lijst.csv', 'a;b\n1;2\n'), 'files: intake_issue_what_is_this'],
		[file('feiten.csv', 'kind,external_id,starts_on\nissue.sent,a,2022-01-01\n'), 'files: intake_issue_fact_file']
	];
	for (const [dropped, wrong] of refused) expect((await wrongs(take(scene, { files: dropped })))[0]).toBe(wrong);
	expect(await wrongs(take(scene, { files: [] }))).toEqual(['files: intake_issue_nothing_dropped']);
	expect(await suggested(scene)).toEqual([]);
});

story('one file that cannot be read leaves the others as they are', async (scene) => {
	await setScene(scene);
	const good = file('lijst.csv', 'Onderwerp;Verzonden op\nNieuws;17-5-2022\n');
	const { taken, refused } = await take(scene, { files: [good, file('plan.pdf', '%PDF-1.7')] });
	expect([taken.length, refused.map(({ name }) => name)]).toEqual([1, ['plan.pdf']]);
	expect(await suggested(scene)).toHaveLength(1);
});

story('files that are too large are refused before anybody reads them', async (scene) => {
	await setScene(scene);
	const large = file('groot.eml', new Uint8Array(10_000_001));
	expect(await wrongs(take(scene, { files: large }))).toEqual(['files.0: too_big']);
	const many = Array.from({ length: 21 }, () => file('a.csv', 'x'));
	expect(await wrongs(take(scene, { files: many }))).toEqual(['files: too_big']);
});

story('a list of newsletters in UTF-16 with Excel’s own numbers for days, Arabic and emoji', async (scene) => {
	await setScene(scene);
	const text = '\uFEFFOnderwerp\tVerzonden op\tOntvangers\r\nنشرة 🎉\t44804\t1.204\r\n=1+1\t31-8-2022 09:30\t12\r\n';
	await take(scene, { files: file('verzonden.csv', new Uint8Array(Buffer.from(text, 'utf16le'))) });
	expect((await suggested(scene)).map(({ title, happenedOn }) => `${title.nl} ${happenedOn}`).toSorted()).toEqual([
		'=1+1 2022-08-31',
		'نشرة 🎉 2022-08-31'
	]);
});

story('lists may come as workbooks', async (scene) => {
	await setScene(scene);
	const workbook = async (name: string, rows: string[][]) =>
		file(name, new Uint8Array(await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer()));
	const sent = [
		['Onderwerp', 'Verzonden op', 'Ontvangers'],
		['Nieuws', '17-5-2022', '1.204']
	];
	const present = [
		['Titel van vergadering', 'Werkgroep Integriteit'],
		['Begintijd', '17-05-2022 10:00'],
		['Naam', 'E-mail', 'Rol'],
		['Tarik', 't@lid.example', 'Deelnemer']
	];
	await take(scene, { files: [await workbook('verzonden.xlsx', sent), await workbook('presentie.xlsx', present)] });
	expect((await suggested(scene)).map(({ deed, happenedOn }) => `${deed} ${happenedOn}`).toSorted()).toEqual([
		'attendance 2022-05-17',
		'issue 2022-05-17'
	]);
});

story('a day that can be read in two ways is asked about, with its row and column', async (scene) => {
	await setScene(scene);
	const list = () => file('sent.csv', 'Subject,Send date\nNews,3/4/2022\nMore,31/12/2202\n');
	expect(await wrongs(take(scene, { files: list() }))).toEqual([
		'files: platform_issue_table_two_ways',
		'rows.3.send_date: platform_issue_table_year'
	]);
	expect(await suggested(scene)).toEqual([]);
});

story('more rows than a mailing tool ever sent are refused, and nothing of them is kept', async (scene) => {
	await setScene(scene);
	const rows = Array.from({ length: 50_000 }, (_one, at) => `Nieuws ${at};17-5-2022`);
	const list = file('veel.csv', ['Onderwerp;Verzonden op', ...rows].join('\n'));
	expect(await wrongs(take(scene, { files: list }))).toEqual(['files: platform_issue_table_rows']);
	expect(await suggested(scene)).toEqual([]);
});

story('a list that does not say which meeting it is of asks for it, and takes it from the form', async (scene) => {
	await setScene(scene);
	const list = () => file('deelnemers.csv', 'Naam,E-mail,Rol\nTarik,t@lid.example,Deelnemer\n');
	expect(await wrongs(take(scene, { files: list() }))).toEqual(['heldOn: intake_issue_which_meeting']);
	await take(scene, { files: list(), heldOn: '2022-05-17', title: 'Werkgroep Integriteit' });
	expect(await suggested(scene)).toMatchObject([
		{ deed: 'attendance', happenedOn: '2022-05-17', people: 1, isSure: true }
	]);
});

story('a mail that is only a page is read by its words, and one without any is refused', async (scene) => {
	await setScene(scene);
	const head = 'From: a@x.example\r\nTo: bureau@b.example\r\nDate: Wed, 18 May 2022 10:00:00 +0200\r\n';
	const page = `${head}Subject: Bezoek aan Eigen lid\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><p>Bezoek op <b>17 mei 2022</b></p>`;
	await take(scene, { files: file('pagina.eml', page) });
	expect(await suggested(scene)).toMatchObject([{ deed: 'contact', happenedOn: '2022-05-17', isSure: false }]);
	const empty = file('leeg.eml', `${head}Subject: hallo\r\n\r\n`);
	expect(await wrongs(take(scene, { files: empty }))).toEqual(['files: intake_issue_mail_says_nothing']);
});

story('a mail from the future was sent today, whatever it says', async (scene) => {
	await setScene(scene);
	const future =
		'From: a@x.example\r\nSubject: Bezoek aan Eigen lid\r\nDate: Wed, 18 May 2202 10:00:00 +0200\r\n\r\nBedankt!';
	await take(scene, { files: file('later.eml', future) });
	expect((await suggested(scene)).map(({ happenedOn }) => happenedOn)).toEqual(['2022-08-31']);
});

story(
	'an address that is pasted is a calendar, and the server asks nobody on its own network for it',
	async (scene) => {
		await setScene(scene);
		for (const address of [
			'http://127.0.0.1:5432/x.ics',
			'webcal://169.254.169.254/latest',
			'http://[::1]/',
			'http://10.0.0.1/a.ics'
		]) {
			expect(await wrongs(take(scene, { files: [], text: address }))).toEqual(['text: intake_fetch_private']);
		}
		expect(await wrongs(take(scene, { files: [], text: 'https://user:secret@x.example/' }))).toEqual([
			'text: intake_fetch_address'
		]);
	}
);
