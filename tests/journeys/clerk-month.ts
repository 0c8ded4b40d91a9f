// One month of a bureau, made up but the same every time, as it lies around there: a calendar, attendance lists, mails, a list of newsletters.
// 20 deliveries (12 meetings, 5 mailings, 3 documents), 300 attendances, 8 visits; and what nobody wrote down anywhere but in their head.

export type Source = 'calendar' | 'list' | 'mail' | 'mailing tool' | 'nowhere';

/** A deed of the month, and which source tells of it. */
export type MonthDeed = {
	deed: 'event' | 'contact' | 'issue' | 'document';
	day: string;
	title: string;
	source: Source;
	/** How many came, of a meeting; and which source tells that. */
	people?: number;
	attendanceIn?: Source;
	organisation?: string;
};

const meeting = (
	day: string,
	title: string,
	people: number,
	source: Source = 'calendar',
	attendanceIn: Source = 'list'
) => ({ deed: 'event', day, title, source, people, attendanceIn }) as const;
const visit = (day: string, organisation: string, title: string, source: Source) =>
	({ deed: 'contact', day, title, source, organisation }) as const;

export const month: readonly MonthDeed[] = [
	meeting('2022-08-02', 'Overleg werkgroep Integriteit', 18),
	meeting('2022-08-03', 'Lobbynetwerk: na het reces', 41),
	meeting('2022-08-04', 'PME-platform, sessie over evalueren', 27),
	meeting('2022-08-09', 'PFN: Partos Financial Network', 22),
	meeting('2022-08-10', 'Redactieraad Impactwijzer', 9),
	meeting('2022-08-11', 'CoP Shift the Power', 33),
	meeting('2022-08-16', 'Platform civic space – digitale veiligheid', 38),
	meeting('2022-08-17', 'Linking & learning: macht delen', 46),
	meeting('2022-08-18', 'Training morele oordeelsvorming', 12),
	meeting('2022-08-19', 'Digital Journey 5', 26),
	meeting('2022-08-24', 'Debat in De Balie over klimaatgeld', 14, 'calendar', 'nowhere'),
	meeting('2022-08-22', 'Werkgroep Kwaliteit: ingelaste bijeenkomst', 14, 'nowhere', 'nowhere'),
	{ deed: 'issue', day: '2022-08-04', title: 'EU-nieuwsbrief augustus', source: 'mailing tool' },
	{ deed: 'issue', day: '2022-08-09', title: 'Nieuwsbrief voor leden nr. 8', source: 'mailing tool' },
	{ deed: 'issue', day: '2022-08-11', title: 'Mailing lobbynetwerk: de begroting', source: 'mailing tool' },
	{ deed: 'issue', day: '2022-08-16', title: 'Nieuwsbrief communicatienetwerk', source: 'mailing tool' },
	{ deed: 'issue', day: '2022-08-17', title: 'Politieke Monitor: extra editie', source: 'mail' },
	{ deed: 'document', day: '2022-08-15', title: 'Concept en programma van het festival', source: 'mail' },
	{ deed: 'document', day: '2022-08-18', title: 'Integriteitsbenchmark', source: 'mail' },
	{ deed: 'document', day: '2022-08-19', title: 'Handreiking veilig vergaderen', source: 'nowhere' },
	visit('2022-08-03', 'Akkerbond Zuid', 'Bezoek Akkerbond Zuid', 'calendar'),
	visit('2022-08-05', 'Kinderstem Mondiaal', 'Op bezoek bij Kinderstem', 'calendar'),
	visit('2022-08-10', 'Afvalkans', 'Kennismaking Afvalkans', 'calendar'),
	visit('2022-08-15', 'Apotheek op Wielen', 'Werkbezoek Apotheek op Wielen', 'calendar'),
	visit('2022-08-18', 'Bal & Baken', 'Langs bij Bal & Baken', 'calendar'),
	visit('2022-08-12', 'Alfabreed', 'Bezoek aan Alfabreed', 'mail'),
	visit('2022-08-19', 'Stichting Heldere Bron', 'Dank voor jullie bezoek', 'mail'),
	visit('2022-08-25', 'Beeldbrug', 'Bezoek aan Beeldbrug', 'nowhere')
];

/** What stands in the calendar and is no deed of the plan. */
const noise = [
	['2022-08-02', 'Lunch met Sanne'],
	['2022-08-08', 'Vrij'],
	['2022-08-15', 'Verjaardag Koen'],
	['2022-08-23', 'Onderhoud printer']
] as const;
export const noiseTitles = noise.map(([, title]) => title);

const compact = (day: string) => day.replaceAll('-', '');

function calendarEvent(day: string, title: string, at: number): string[] {
	const hour = String(9 + (at % 7)).padStart(2, '0');
	return [
		'BEGIN:VEVENT',
		`UID:month-${at}@voorbeeld.example`,
		'DTSTAMP:20220831T080000Z',
		`DTSTART;TZID=Europe/Amsterdam:${compact(day)}T${hour}0000`,
		`DTEND;TZID=Europe/Amsterdam:${compact(day)}T${hour}4500`,
		`SUMMARY:${title.replaceAll(',', '\\,')}`,
		'END:VEVENT'
	];
}

function calendar(): string {
	const told = month.filter(({ source }) => source === 'calendar').map(({ day, title }) => [day, title] as const);
	const events = [...told, ...noise].flatMap(([day, title], at) => calendarEvent(day, title, at));
	const around = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//voorbeeld//NL', 'X-WR-CALNAME:Team'];
	return [...around, ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** Some of the example's members, by the domain of their mail. */
const domains = [
	'kinderstem',
	'heldere-bron',
	'klimaatdijk',
	'goede-akker',
	'gelijke-stem',
	'zorgbaken',
	'waterkring',
	'leerplaats-zuid'
];
const bureau = ['lobbyist', 'programmamanager', 'communicatie', 'fatima.ouahbi', 'ilse.vermaat'];

/** Two of the bureau, people of members, and of every ten one without an address and one with a free one. */
function attendee(at: number, meetingAt: number): [string, string] {
	if (at < 2) return [`Collega ${at}`, `${bureau[(meetingAt + at) % bureau.length]}@voorbeeld.example`];
	if (at % 10 === 7) return [`Gast ${at}`, ''];
	if (at % 10 === 8) return [`Gast ${at}`, `gast${meetingAt}.${at}@gmail.com`];
	return [`Deelnemer ${at}`, `d${meetingAt}.${at}@${domains[(at + meetingAt) % domains.length]}.example`];
}

/** As Teams writes it: UTF-16 with a mark in front, tabs between. */
function attendanceList({ day, title, people = 0 }: MonthDeed, meetingAt: number): Buffer {
	const [year, monthNumber, date] = day.split('-');
	const moment = `${date}-${monthNumber}-${year} 10:00:12`;
	const rows = Array.from({ length: people }, (_one, at) => {
		const [name, email] = attendee(at, meetingAt);
		return [name, moment, moment, '1 u', email, '', at === 0 ? 'Organisator' : 'Deelnemer'].join('\t');
	});
	const text = [
		'1. Samenvatting',
		`Titel van vergadering\t${title}`,
		`Begintijd\t${moment}`,
		'',
		'2. Deelnemers',
		'Naam\tEerste keer deelgenomen\tLaatste keer verlaten\tDuur in vergadering\tE-mail\tDeelnemer-id (UPN)\tRol',
		...rows,
		''
	].join('\r\n');
	return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

type Mail = { from: string; subject: string; text: string; more?: string };
const mailFrom: Readonly<Record<string, Mail>> = {
	'Politieke Monitor: extra editie': {
		from: 'Partos <nieuws@voorbeeld.example>',
		subject: 'Politieke Monitor: extra editie',
		text: 'Een extra editie, want er is nieuws uit Den Haag.',
		more: 'List-Unsubscribe: <https://voorbeeld.example/af>\r\n'
	},
	'Concept en programma van het festival': {
		from: 'Naomi Sarpong <naomi.sarpong@voorbeeld.example>',
		subject: 'Concept en programma van het festival',
		text: 'Dag allemaal,\r\n\r\nHierbij de definitieve versie. Naomi'
	},
	Integriteitsbenchmark: {
		from: 'Fatima Ouahbi <fatima.ouahbi@voorbeeld.example>',
		subject: 'Fwd: Integriteitsbenchmark vastgesteld',
		text: 'Bijgevoegd de vastgestelde benchmark.'
	},
	'Bezoek aan Alfabreed': {
		from: 'Ilse Vermaat <ilse.vermaat@voorbeeld.example>',
		subject: 'Re: Bezoek aan Alfabreed',
		text: 'Dank voor de gastvrijheid op 12 augustus!'
	},
	'Dank voor jullie bezoek': {
		from: 'Tarik <t.yilmaz@heldere-bron.example>',
		subject: 'Dank voor jullie bezoek',
		text: 'Het was fijn dat jullie vrijdag 19 augustus langs kwamen.'
	}
};

function mail({ day, title }: MonthDeed, at: number): string {
	const { from, subject, text, more = '' } = mailFrom[title]!;
	const sent = new Date(`${day}T15:00:00Z`).toUTCString().replace('GMT', '+0000');
	const head = `From: ${from}\r\nTo: bureau@voorbeeld.example\r\nSubject: ${subject}\r\nDate: ${sent}\r\n`;
	return `${head}Message-ID: <month-${at}@voorbeeld.example>\r\n${more}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
}

function mailings(): string {
	const rows = month
		.filter(({ source }) => source === 'mailing tool')
		.map(({ day, title }, at) => `${title};${day.split('-').reverse().join('-')} 09:30;${1200 + at * 37}`);
	return ['Onderwerp;Verzonden op;Ontvangers', ...rows, ''].join('\r\n');
}

export type MonthFile = { name: string; mimeType: string; buffer: Buffer };
const file = (name: string, mimeType: string, content: string | Buffer): MonthFile => ({
	name,
	mimeType,
	buffer: Buffer.from(content)
});

/** Everything as files, the calendar first. */
export const monthFiles = (): MonthFile[] => [
	file('team.ics', 'text/calendar', calendar()),
	...month
		.filter(({ attendanceIn }) => attendanceIn === 'list')
		.map((one, at) => file(`presentie-${at + 1}.csv`, 'text/csv', attendanceList(one, at))),
	...month
		.filter(({ source }) => source === 'mail')
		.map((one, at) => file(`bericht-${at + 1}.eml`, 'message/rfc822', mail(one, at))),
	file('verzonden.csv', 'text/csv', mailings())
];
