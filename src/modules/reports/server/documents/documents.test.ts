// The files of a report: what stands in them, that office programs can read them, and that nobody can smuggle anything in.
import { expect } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { channelsByKey } from '#modules/channels/server/public.ts';
import { recordIssue } from '#modules/channels/server/operations.ts';
import { NotFound } from '#platform/errors.ts';
import { OWN_GROUP, personas } from '#platform/personas.ts';
import { sql } from '#platform/server/database.ts';
import type { Scene } from '#platform/server/testing.ts';
import { planStory } from '../../../../../tests/setup/plan.ts';
import { faultOfXml, unzip } from '../../../../../tests/setup/unzip.ts';
import { addOutcome } from '../operations/conclude.ts';
import { exportReport } from '../operations/export-report.ts';
import { freezeReport } from '../operations/freeze-report.ts';
import { prepareReport } from '../operations/prepare-report.ts';
import { writeComments } from '../operations/write-comments.ts';

const monitor = 'P22-PI-MON-O1';
const nasty = '=HYPERLINK("http://evil.example";"Klik") <b>&\u0000\u0007 “ja” 😀';

async function frozenReport({ db, as }: Scene) {
	await db.execute(
		sql`update promise set owner_person_id = ${personas['group lead'].personId} where code = ${monitor}`
	);
	await db.execute(sql`insert into association (name) values ('{"nl": "Vereniging", "en": "Association"}')`);
	const channelId = (await channelsByKey(db)).get('political-monitor')!.id;
	for (const on of ['2022-08-08', '2022-08-15', '2022-08-22'])
		await recordIssue(as('bureau'), { channelId, title: { nl: `Monitor van ${on}` }, sentOn: on });
	const { id } = await prepareReport(as('bureau'), {
		title: { nl: 'Monitor & meer <2022>', en: 'Monitor & more <2022>' },
		scope: 'activities',
		activities: ['P22-PI-MON'],
		reader: 'group',
		groupId: OWN_GROUP,
		asks: 'everything',
		closesOn: '2022-08-28'
	});
	await writeComments(as('group lead'), { reportId: id, comments: [{ code: monitor, text: nasty }] });
	await freezeReport(as('administrator'), { reportId: id });
	await addOutcome(as('group lead'), {
		reportId: id,
		kind: 'recommendation',
		text: { nl: 'Ga zo door.', en: 'Keep going.' },
		concludedOn: '2022-08-30'
	});
	return id;
}

const textOf = (xml: string) => xml.replaceAll(/<[^>]+>/g, ' ');

planStory(
	'the Word document has contents, headings, tables with a repeating head, pictures with words, and a language',
	async (told) => {
		const id = await frozenReport(told);
		const { bytes, name } = await exportReport(told.as('group lead', { locale: 'en' }), {
			reportId: id,
			format: 'docx'
		});
		expect(name).toBe('p22-pi-mon-2022-08-28.en.docx');
		const files = unzip(bytes);
		for (const [path, content] of files)
			if (/\.(xml|rels|svg)$/.test(path)) expect(faultOfXml(content.toString('utf8')), path).toBeUndefined();
		const document = files.get('word/document.xml')!.toString('utf8');
		for (const style of ['Title', 'Heading1', 'Heading2']) expect(document).toContain(`w:pStyle w:val="${style}"`);
		expect(document).toMatch(/TOC \\[^<]*o &quot;1-2&quot;|TOC \\h \\o &quot;1-2&quot;|w:instrText[^>]*>TOC/);
		expect(document).toContain('<w:tblHeader');
		expect(document.match(/<wp:docPr [^>]*descr="[^"]{20,}"/g)!.length).toBeGreaterThanOrEqual(2);
		expect(textOf(document)).toContain('3 / 52');
		expect(textOf(document)).toContain('Keep going.');
		expect(textOf(document)).toContain('=HYPERLINK(');
		const styles = files.get('word/styles.xml')!.toString('utf8');
		expect(styles).toContain('w:lang w:val="en-GB"');
		const core = files.get('docProps/core.xml')!.toString('utf8');
		expect(core).toContain('Monitor &amp; more &lt;2022&gt;');
		expect(core).toContain('<dc:creator>Association</dc:creator>');
		const foot = [...files]
			.filter(([path]) => path.startsWith('word/footer'))
			.map(([, content]) => textOf(content.toString('utf8')));
		expect(foot.join(' ')).toContain('As of 28 August 2022');
		const media = [...files.keys()].filter((path) => path.startsWith('word/media/'));
		expect(media.some((path) => path.endsWith('.svg'))).toBe(true);
		const png = media.find((path) => path.endsWith('.png'))!;
		expect(files.get(png)!.subarray(1, 4).toString()).toBe('PNG');
		expect(document + styles + core + foot.join('')).not.toContain('Guus');
	}
);

planStory('the spreadsheet has a row per promise, with numbers and days as such, and no formula', async (told) => {
	const id = await frozenReport(told);
	const { bytes } = await exportReport(told.as('group lead'), { reportId: id, format: 'xlsx' });
	const buffer = Buffer.from(bytes);
	for (const [path, content] of unzip(buffer)) {
		const text = content.toString('utf8');
		expect(faultOfXml(text), path).toBeUndefined();
		expect(text, path).not.toContain('<f>');
	}
	const sheets = await readXlsxFile(buffer);
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Toezeggingen', 'Over deze rapportage', 'Waar dit op rust']);
	const [promises, about, evidence] = sheets.map(({ data }) => data);
	const [head, ...rows] = promises!;
	const of = (label: string) => rows.find(([code]) => code === monitor)![head!.indexOf(label)];
	expect(of('Waarde')).toBe(3);
	expect(of('Gewenst')).toBe(52);
	expect(of('Records')).toBe(3);
	expect(of('Tot en met')).toEqual(new Date('2022-12-31T00:00:00Z'));
	expect(of('Toelichting')).toContain('=HYPERLINK(');
	expect(JSON.stringify(about)).toContain('Ga zo door.');
	expect(evidence!.length).toBe(1 + 3);
	expect(evidence![1]).toEqual([
		monitor,
		new Date('2022-08-08T00:00:00Z'),
		expect.any(String),
		'Monitor van 2022-08-08'
	]);
});

planStory(
	'the web file stands by itself: no script, nothing fetched, nothing that was typed becomes a tag',
	async (told) => {
		const id = await frozenReport(told);
		const { bytes } = await exportReport(told.as("member's staff"), { reportId: id, format: 'html' });
		const page = Buffer.from(bytes).toString('utf8');
		expect(page).toContain('<html lang="nl">');
		expect(page).toContain('&lt;b&gt;');
		expect(page).not.toMatch(/<script|<b>|<link|<img|src=/);
		expect(page).toContain('<svg');
		await expect(exportReport(told.as('visitor'), { reportId: id, format: 'html' })).rejects.toThrow(NotFound);
	}
);
