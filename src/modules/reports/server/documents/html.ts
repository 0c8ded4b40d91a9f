// A report as one web file that stands by itself: no script, nothing fetched, the pictures in it.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { localizedText, say, type Locale, type Localized } from '#platform/localized.ts';
import { statuses, statusWord } from '#platform/ui/status.ts';
import { inks, statusInks, xml } from '#platform/svg.ts';
import { forWhom, outcomeHeading, readOnText, recordsText, standing, stateText, textOnly } from '../../labels.ts';
import { changeText, countsOf, drawnCourses, grouped, type ReportLine } from '../../report-view.ts';
import { outcomeKinds } from '../../words.ts';
import type { Documented } from './documented.ts';
import { coursePictures, yearPictures, type Described } from './pictures.ts';

const el = (name: string, ...children: string[]) => `<${name}>${children.join('')}</${name.split(' ')[0]}>`;
const p = (text: string) => (text ? el('p', xml(text).replaceAll('\n', '<br>')) : '');
const figure = ({ svg }: Described) => el('figure', svg);

const css = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:${inks.ink};font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3{font-family:Georgia,serif;line-height:1.25}h2{margin-top:3rem}table{width:100%;border-collapse:collapse}
th,td{padding:.4rem .8rem .4rem 0;border-bottom:1px solid ${inks.line};text-align:left;vertical-align:top}
th{color:${inks.soft};font-weight:400;border-color:${inks.ink}}small,.soft{color:${inks.soft}}
figure{margin:1rem 0}figure svg{width:100%;height:auto}
${statuses.map((status) => `.${status}{color:${statusInks[status]};font-weight:600}`).join('')}
@media print{body{margin:0;max-width:none}tr,figure{break-inside:avoid}thead{display:table-header-group}}`;

const table = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
	el(
		'table',
		el('thead', el('tr', ...columns.map((label) => el('th scope="col"', xml(label))))),
		el('tbody', ...rows.map((cells) => el('tr', ...cells.map((cell) => el('td', cell)))))
	);

/** In the other language where this one is missing, and said to be so. */
function text(words: Localized, locale: Locale) {
	const { text, lang, fallback } = localizedText(words, locale);
	const said = xml(text).replaceAll('\n', '<br>');
	return fallback ? el(`span lang="${lang}"`, said) : said;
}

function promise(line: ReportLine, locale: Locale): string[] {
	const { status } = line;
	const stands = [line.reading[locale], statusWord(status, locale)].filter(Boolean).join(' · ');
	return [
		text(line.title, locale) + (line.sentence ? `<br>${el('small', xml(line.sentence[locale]))}` : ''),
		[
			el(`span class="${status}"`, xml(stands)),
			xml(changeText(line, locale)),
			status === 'not_measurable' ? '' : el('small', xml(line.why[locale]))
		]
			.filter(Boolean)
			.join('<br>'),
		line.comment ? text(line.comment, locale) : ''
	];
}

function promises({ report }: Documented, locale: Locale): string {
	const drawn = new Set(drawnCourses(report.lines));
	const columns = [
		m.reports_column_promise({}, { locale }),
		readOnText(report, locale),
		m.reports_comment({}, { locale })
	];
	return grouped(report.lines)
		.map(({ section, activities }) => [
			el('h2', section ? text(section.title, locale) : xml(textOnly(locale))),
			...activities.flatMap(({ activity, lines }) => [
				activity ? el('h3', text(activity.title, locale)) : '',
				table(
					columns,
					lines.map((line) => promise(line, locale))
				),
				...lines.filter((line) => drawn.has(line)).flatMap((line) => coursePictures(line, locale).map(figure))
			])
		])
		.flat()
		.join('\n');
}

function since({ corrected, report }: Documented, locale: Locale): string {
	if (corrected.length === 0) return '';
	const columns = [m.reports_column_promise, m.reports_column_frozen, m.reports_column_now, m.reports_column_records];
	const rows = corrected.map((one) => [
		text(one.title, locale),
		xml(one.frozen.reading[locale]),
		xml(one.now?.reading[locale] ?? m.reports_since_gone({}, { locale })),
		xml(recordsText(one, locale))
	]);
	const lead = p(m.reports_since_lead({ day: dayText(report.closesOn, locale) }, { locale }));
	return (
		el('h2', xml(m.reports_since_line({}, { locale }))) +
		lead +
		table(
			columns.map((word) => word({}, { locale })),
			rows
		)
	);
}

function outcomes({ report }: Documented, locale: Locale): string {
	const own = report.outcomes.filter(({ withdrawnOn }) => withdrawnOn === null);
	return outcomeKinds
		.map((kind) => own.filter((outcome) => outcome.kind === kind))
		.filter((list) => list.length > 0)
		.map(
			(list) =>
				el('h2', xml(outcomeHeading(list[0]!.kind, locale))) +
				el('ol', ...list.map((one) => el('li', text(one.text, locale))))
		)
		.join('');
}

export function htmlOf(documented: Documented, locale: Locale): string {
	const { report, association, isExample } = documented;
	const counts = countsOf(report.lines);
	const rows = statuses.flatMap((status) =>
		counts[status] ? [[el(`span class="${status}"`, xml(statusWord(status, locale))), String(counts[status])]] : []
	);
	const body = [
		el('h1', text(report.title, locale)),
		el(
			'p class="soft"',
			xml([say(association, locale), forWhom(report, locale), stateText(report, locale)].join(' · '))
		),
		isExample ? p(m.reports_file_simulated({}, { locale })) : '',
		p(`${readOnText(report, locale)}. ${standing(report, locale)}.`),
		report.intro ? el('p', text(report.intro, locale)) : '',
		table([m.reports_column_status({}, { locale }), m.reports_counts_label({}, { locale })], rows),
		since(documented, locale),
		outcomes(documented, locale),
		el('h2', xml(m.reports_year({}, { locale }))),
		p(m.reports_picture_legend({}, { locale })),
		...yearPictures(report, locale).map(figure),
		promises(documented, locale)
	].join('\n');
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xml(say(report.title, locale))}</title><style>${css}</style>`;
	return `<!doctype html>\n<html lang="${locale}"><head>${head}</head><body>\n${body}\n</body></html>\n`;
}
