// A report as a Word document: contents, headings, tables whose head repeats, pictures with words for who cannot see them.
import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	TableOfContents,
	TextRun,
	type FileChild
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { localizedText, say, type Locale } from '#platform/localized.ts';
import { statuses, statusWord } from '#platform/ui/status.ts';
import {
	forWhom,
	outcomeHeading,
	readOnText,
	recordsCount,
	recordsText,
	standing,
	stateText,
	textOnly
} from '../../labels.ts';
import { changeText, countsOf, drawnCourses, grouped, movesOf, type ReportLine } from '../../report-view.ts';
import { outcomeKinds } from '../../words.ts';
import { statusInks, statusSigns } from '#platform/svg.ts';
import { image, plain, table, TEXT_WIDTH } from './docx-parts.ts';
import { paperStyles } from './docx-styles.ts';
import { coursePictures, yearPictures } from './pictures.ts';
import type { Documented } from './documented.ts';

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
	new Paragraph({ text: plain(text), heading: level, keepNext: true });
const h1 = (text: string) => heading(text, HeadingLevel.HEADING_1);
const h2 = (text: string) => heading(text, HeadingLevel.HEADING_2);
const h3 = (text: string) => heading(text, HeadingLevel.HEADING_3);
const p = (text: string, style?: string) => new Paragraph({ text: plain(text), ...(style ? { style } : {}) });
const bullet = (text: string, style?: string) =>
	new Paragraph({ text: plain(text), bullet: { level: 0 }, ...(style ? { style } : {}) });
/** Lines that people typed stay lines. */
const prose = (text: string, style?: string) => text.split('\n').map((line) => p(line, style));

function front({ report, association, isExample }: Documented, locale: Locale): FileChild[] {
	return [
		new Paragraph({ text: plain(say(report.title, locale)), heading: HeadingLevel.TITLE }),
		p([say(association, locale), forWhom(report, locale)].join(' · '), 'Subtitle'),
		p(`${readOnText(report, locale)}. ${stateText(report, locale)}.`, 'Subtitle'),
		...(isExample ? [p(m.reports_file_simulated({}, { locale }), 'Subtitle')] : []),
		p(m.reports_file_contents({}, { locale }), 'ContentsTitle'),
		new TableOfContents(m.reports_file_contents({}, { locale }), { hyperlink: true, headingStyleRange: '1-2' })
	];
}

function summary({ report }: Documented, locale: Locale): FileChild[] {
	const counts = countsOf(report.lines);
	const rows = statuses.flatMap((status) =>
		counts[status] ? [[[p(statusWord(status, locale))], [p(String(counts[status]))]]] : []
	);
	const { up, down } = movesOf(report.lines);
	const move = (lines: readonly ReportLine[], title: string) =>
		lines.length === 0
			? []
			: [
					h3(title),
					...lines.map((line) =>
						bullet(
							[say(line.title, locale), statusWord(line.status, locale), changeText(line, locale)]
								.filter(Boolean)
								.join(' · ')
						)
					)
				];
	return [
		h1(m.reports_file_summary({}, { locale })),
		p(`${standing(report, locale)}.`, 'Lead'),
		...(report.intro ? prose(localizedText(report.intro, locale).text) : []),
		table([m.reports_column_status({}, { locale }), m.reports_counts_label({}, { locale })], rows, [2, 8]),
		...(report.previous
			? [
					h2(m.reports_moves_since({ day: dayText(report.previous.closesOn, locale) }, { locale })),
					...(up.length + down.length === 0 ? [p(m.reports_moves_none({}, { locale }))] : []),
					...move(down, m.reports_moves_down({}, { locale })),
					...move(up, m.reports_moves_up({}, { locale }))
				]
			: [])
	];
}

function since({ corrected, report }: Documented, locale: Locale): FileChild[] {
	if (corrected.length === 0) return [];
	const rows = corrected.map((one) => [
		[p(say(one.title, locale))],
		[p([one.frozen.reading[locale], statusWord(one.frozen.status, locale)].filter(Boolean).join(', '))],
		[
			p(
				one.now
					? [one.now.reading[locale], statusWord(one.now.status, locale)].filter(Boolean).join(', ')
					: m.reports_since_gone({}, { locale })
			)
		],
		[p(recordsText(one, locale))]
	]);
	const columns = [m.reports_column_promise, m.reports_column_frozen, m.reports_column_now, m.reports_column_records];
	return [
		h1(m.reports_since_line({}, { locale })),
		p(m.reports_since_lead({ day: dayText(report.closesOn, locale) }, { locale })),
		table(
			columns.map((say) => say({}, { locale })),
			rows,
			[4, 2, 2, 2]
		)
	];
}

function outcomes({ report }: Documented, locale: Locale): FileChild[] {
	const standing = report.outcomes.filter(({ withdrawnOn }) => withdrawnOn === null);
	if (standing.length === 0) return [];
	return [
		h1(m.reports_outcomes({}, { locale })),
		...(report.groupName ? [p(m.reports_outcomes_of({ group: say(report.groupName, locale) }, { locale }))] : []),
		...outcomeKinds.flatMap((kind) => {
			const own = standing.filter((outcome) => outcome.kind === kind);
			return own.length === 0
				? []
				: [h2(outcomeHeading(kind, locale)), ...own.map(({ text }) => bullet(say(text, locale)))];
		})
	];
}

/** As on the page: the reading, and the status by shape, word and colour. */
function stands({ status, reading }: ReportLine, locale: Locale) {
	const bold = true;
	return new Paragraph({
		children: [
			...(reading[locale] ? [new TextRun({ text: plain(`${reading[locale]}  `), bold })] : []),
			new TextRun({
				text: `${statusSigns[status]} ${statusWord(status, locale)}`,
				color: statusInks[status].slice(1),
				bold
			})
		]
	});
}

function row(line: ReportLine, locale: Locale) {
	const sentence = line.sentence ? [p(line.sentence[locale], 'Small')] : [];
	const change = changeText(line, locale);
	const why = line.status === 'not_measurable' ? [] : [p(line.why[locale], 'Small')];
	const records = line.evidenceCount ? [p(recordsCount(line.evidenceCount, locale), 'Small')] : [];
	return [
		[p(say(line.title, locale)), ...sentence, p(line.code, 'Code')],
		[stands(line, locale), ...(change ? [p(change, 'Small')] : []), ...why, ...records],
		line.comment ? prose(localizedText(line.comment, locale).text) : [p('')]
	];
}

async function promises({ report }: Documented, locale: Locale): Promise<FileChild[]> {
	const drawn = new Set(drawnCourses(report.lines));
	const columns = [
		m.reports_column_promise({}, { locale }),
		readOnText(report, locale),
		m.reports_comment({}, { locale })
	];
	const all: FileChild[] = [];
	for (const { section, activities } of grouped(report.lines)) {
		all.push(h1(section ? say(section.title, locale) : textOnly(locale)));
		for (const { activity, lines } of activities) {
			if (activity) all.push(h2(say(activity.title, locale)));
			const rows = lines.map((line) => row(line, locale));
			all.push(table(columns, rows, [4, 3, 3]), p(''));
			for (const line of lines) {
				if (!drawn.has(line)) continue;
				for (const picture of coursePictures(line, locale)) {
					all.push(new Paragraph({ text: plain(say(line.title, locale)), style: 'Caption', keepNext: true }));
					all.push(await image(picture, TEXT_WIDTH));
				}
			}
		}
	}
	return all;
}

async function pictures({ report }: Documented, locale: Locale): Promise<FileChild[]> {
	const all: FileChild[] = [h1(m.reports_year({}, { locale })), p(m.reports_picture_legend({}, { locale }), 'Caption')];
	for (const picture of yearPictures(report, locale)) all.push(await image(picture, TEXT_WIDTH));
	return all;
}

const foot = ({ report, isExample }: Documented, locale: Locale) =>
	new Footer({
		children: [
			new Paragraph({
				style: 'Foot',
				alignment: AlignmentType.LEFT,
				children: [
					new TextRun(plain(`${say(report.title, locale)} · ${readOnText(report, locale)}`)),
					...(isExample ? [new TextRun(plain(` · ${m.reports_file_simulated_short({}, { locale })}`))] : []),
					new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
				]
			})
		]
	});

export async function docxOf(documented: Documented, locale: Locale): Promise<Uint8Array> {
	const { report, association } = documented;
	const document = new Document({
		title: plain(say(report.title, locale)),
		creator: plain(say(association, locale)),
		subject: plain(readOnText(report, locale)),
		description: plain(`${standing(report, locale)}.`),
		styles: paperStyles(locale),
		pageNumbers: estimatePageNumbers,
		sections: [
			{
				properties: {
					page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } }
				},
				footers: { default: foot(documented, locale) },
				children: [
					...front(documented, locale),
					...summary(documented, locale),
					...since(documented, locale),
					...outcomes(documented, locale),
					...(await pictures(documented, locale)),
					...(await promises(documented, locale))
				]
			}
		]
	});
	return Packer.toBuffer(document);
}
