// A list of newsletters that were sent, as a mailing tool exports it: which column is which, and what each row says.
import { readDay, readNumber, textOf, type DayOrder } from '#platform/cells.ts';
import type { Day } from '#platform/day.ts';
import { columnName, type Findings, type TableRow } from '#platform/table.ts';
import { daysInText } from './days-in-text.ts';

export type SentMailing = {
	row: number;
	/** What the tool calls it; undefined when it has no number of its own. */
	id: string | undefined;
	title: string;
	list: string;
	sentOn: Day;
	recipients: number | undefined;
	link: string | undefined;
};

/** What mailing tools call their columns, in order of preference. */
const names = {
	title: [
		'subject',
		'onderwerp',
		'subject_line',
		'onderwerpregel',
		'title',
		'titel',
		'campaign_name',
		'naam_campagne',
		'campaign',
		'campagne',
		'naam',
		'name',
		'nieuwsbrief',
		'newsletter'
	],
	sentOn: [
		'send_date',
		'sent_date',
		'date_sent',
		'sent_on',
		'sent_at',
		'send_time',
		'sent',
		'delivered_on',
		'verzonden_op',
		'verzenddatum',
		'verstuurd_op',
		'datum_verzonden',
		'verzonden',
		'verstuurd',
		'datum',
		'date',
		'dag',
		'day'
	],
	recipients: [
		'total_recipients',
		'recipients',
		'aantal_ontvangers',
		'ontvangers',
		'emails_sent',
		'sent_to',
		'aantal_verzonden',
		'successful_deliveries',
		'afgeleverd',
		'delivered',
		'aantal'
	],
	list: ['list', 'lijst', 'audience', 'doelgroep', 'channel', 'kanaal', 'segment', 'folder', 'map'],
	id: ['unique_id', 'campaign_id', 'campagne_id', 'id', 'external_id'],
	link: ['archive_url', 'url', 'link', 'online_versie', 'webversie', 'web_version']
} as const;
type Part = keyof typeof names;
export type MailingColumns = Record<Part, string | undefined>;

/** Which column says what; undefined when the table has no title or no day. */
export function mailingColumns(columns: readonly string[]): MailingColumns | undefined {
	const known = columns.map(columnName);
	const find = (part: Part) => names[part].find((name) => known.includes(name));
	const found = {
		title: find('title'),
		sentOn: find('sentOn'),
		recipients: find('recipients'),
		list: find('list'),
		id: find('id'),
		link: find('link')
	};
	return found.title && found.sentOn ? found : undefined;
}

/** A day with a time behind it, in figures or with the name of a month. */
function sentOnOf(text: string, order: DayOrder | undefined, today: Day) {
	const withoutTime = text.replace(/[ ,T]+\d{1,2}[:.]\d{2}.*$/, '');
	const inFigures = readDay(withoutTime, order);
	if ('value' in inFigures) return { value: inFigures.value.day };
	const [day, ...more] = /\p{L}{3}/u.test(withoutTime) ? daysInText(withoutTime, today) : [];
	return day && more.length === 0 ? { value: day } : { wrong: inFigures.wrong };
}

type How = { columns: MailingColumns; order: DayOrder | undefined; today: Day };

/** What a row says; undefined when something is wrong with it, which goes to the findings. */
export function readMailing(
	{ row, cells, wrong }: TableRow,
	{ columns, order, today }: How,
	findings: Findings
): SentMailing | undefined {
	const text = (part: Part) => (columns[part] ? (textOf(cells.get(columns[part])) ?? '') : '');
	const column = (part: Part) => columns[part] ?? '';
	const before = findings.issues.length;
	if (wrong) findings.add(row, '', wrong);
	const title = text('title')
		.replaceAll(/\p{Cc}+/gu, ' ')
		.slice(0, 300);
	if (title === '') findings.add(row, column('title'), { code: 'platform_issue_table_needed', params: {} });
	const sentOn = sentOnOf(text('sentOn'), order, today);
	if ('wrong' in sentOn) findings.add(row, column('sentOn'), sentOn.wrong!);
	const told = text('recipients').replaceAll(/(?<=\d)[.,](?=\d{3}\b)/g, '');
	const recipients = told === '' ? { value: undefined } : readNumber(told);
	if ('wrong' in recipients) findings.add(row, column('recipients'), recipients.wrong);
	if (findings.issues.length > before || 'wrong' in sentOn || 'wrong' in recipients) return undefined;
	const link = text('link');
	return {
		row,
		id: text('id') || undefined,
		title,
		list: text('list'),
		sentOn: sentOn.value,
		recipients: recipients.value === undefined ? undefined : Math.round(recipients.value),
		link: /^https?:\/\/\S+$/.test(link) && link.length <= 2000 ? link : undefined
	};
}
