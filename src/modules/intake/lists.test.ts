// Attendance lists as Teams and Zoom export them, and lists of sent newsletters: who, when, what; made-up people, real shapes.
import { expect, test } from 'vitest';
import { findings, type TableRow } from '#platform/table.ts';
import { dayOfMoment, readAttendance } from './attendance-list.ts';
import { mailingColumns, readMailing } from './mailing-list.ts';

const teams = `1. Summary
Meeting title\tLobby network
Attended participants\t3
Start time\t5/17/22, 9:58:12 AM
End time\t5/17/22, 11:02:40 AM
Meeting duration\t1h 4m 28s

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Daan Verhulst\t5/17/22, 9:58:12 AM\t5/17/22, 11:02:40 AM\t1h 4m\tDaan@Bureau.example\tdaan@bureau.example\tOrganizer
Tarik Yilmaz\t5/17/22, 10:01:00 AM\t5/17/22, 11:00:00 AM\t59m\ttarik@lid.example\t\tPresenter
Tarik Yilmaz\t5/17/22, 10:30:00 AM\t5/17/22, 10:40:00 AM\t10m\ttarik@lid.example\t\tPresenter
Guest (Guest)\t5/17/22, 10:05:00 AM\t5/17/22, 11:00:00 AM\t55m\t\t\tAttendee

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Daan Verhulst\t5/17/22, 9:58:12 AM\t5/17/22, 11:02:40 AM\t1h 4m\tdaan@bureau.example\tOrganizer
`;

const teamsInDutch = `1. Samenvatting
Titel van vergadering\tWerkgroep integriteit
Deelgenomen deelnemers\t2
Begintijd\t17-05-2022 09:58:12

2. Deelnemers
Naam\tEerste keer deelgenomen\tLaatste keer verlaten\tDuur in vergadering\tE-mail\tDeelnemer-id (UPN)\tRol
Noor Hofstra\t17-05-2022 09:58:12\t17-05-2022 11:02:40\t1 u 4 m\tnoor@ander-lid.example\t\tOrganisator
محمد العلي\t17-05-2022 10:00:00\t17-05-2022 11:00:00\t1 u\tm@lid.example\t\tDeelnemer
`;

const olderTeams = `Full Name\tUser Action\tTimestamp
Daan Verhulst\tJoined\t2022-05-17 09:58
Tarik Yilmaz\tJoined\t2022-05-17 10:01
Tarik Yilmaz\tLeft\t2022-05-17 11:00
`;

const zoom = `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,"Directeurenoverleg, voorjaar",05/17/2022 09:58:12 AM,05/17/2022 11:02:40 AM,marit@bureau.example,65,3

Name (Original Name),User Email,Total Duration (Minutes),Guest
Marit van Loon,marit@bureau.example,65,No
"Akkerman, Yvonne (YA)",y.akkerman@lid.example,60,Yes
iPhone,,12,Yes
`;

test.each([
	[
		'Teams',
		teams,
		'Lobby network',
		'2022-05-17',
		['daan@bureau.example organiser', 'tarik@lid.example participant', 'Guest participant']
	],
	[
		'Teams in Dutch',
		teamsInDutch,
		'Werkgroep integriteit',
		'2022-05-17',
		['noor@ander-lid.example organiser', 'm@lid.example participant']
	],
	['older Teams', olderTeams, undefined, '2022-05-17', ['Daan Verhulst participant', 'Tarik Yilmaz participant']],
	[
		'Zoom',
		zoom,
		'Directeurenoverleg, voorjaar',
		'2022-05-17',
		['marit@bureau.example participant', 'y.akkerman@lid.example participant', 'iPhone participant']
	],
	['any table', 'Naam;E-mailadres\nBo;bo@lid.example\n', undefined, undefined, ['bo@lid.example participant']]
])('a list of %s', (_tool, text, title, heldOn, people) => {
	for (const each of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
		const list = readAttendance(each)!;
		expect([list.title, list.heldOn]).toEqual([title, heldOn]);
		expect(list.attendees.map(({ name, email, role }) => `${email ?? name} ${role}`)).toEqual(people);
	}
});

test.each(['', 'Hello', 'kind,external_id\nissue.sent,1', 'Name\tEmail\n', 'Beste allen,\nnaam volgt'])(
	'%j is no attendance list',
	(text) => {
		expect(readAttendance(text)).toBeUndefined();
	}
);

test.each([
	['5/17/22, 9:58:12 AM', '2022-05-17'],
	['05/06/2022 09:58:12 AM', '2022-05-06'],
	['17-05-2022 09:58', '2022-05-17'],
	['17/05/2022 09:58', '2022-05-17'],
	['05/06/2022 09:58', undefined],
	['2022-05-17T09:58:00', '2022-05-17'],
	['10:58', undefined]
])('%s', (text, day) => {
	expect(dayOfMoment(text)).toBe(day);
});

const row = (cells: Record<string, string>): TableRow => ({ row: 2, cells: new Map(Object.entries(cells)) });
const mailing = (cells: Record<string, string>) => {
	const found = findings();
	const columns = mailingColumns(Object.keys(cells))!;
	const read = readMailing(row(cells), { columns, order: undefined, today: '2022-08-31' }, found);
	return read ?? found.issues.map(({ path, code }) => `${path} ${code}`);
};

test('lists of newsletters are read by the names that tools give to columns', () => {
	expect(
		mailing({
			title: 'Campagne 4',
			subject: 'EU-nieuwsbrief mei',
			send_date: 'May 17, 2022 09:00 am',
			total_recipients: '1,250',
			unique_id: 'a1'
		})
	).toMatchObject({
		id: 'a1',
		title: 'EU-nieuwsbrief mei',
		sentOn: '2022-05-17',
		recipients: 1250
	});
	expect(
		mailing({ onderwerp: 'Politieke Monitor', verzonden_op: '17-05-2022 14:30', ontvangers: '310', lijst: 'Leden' })
	).toMatchObject({
		title: 'Politieke Monitor',
		list: 'Leden',
		sentOn: '2022-05-17',
		recipients: 310
	});
	expect(mailing({ subject: '', send_date: '3/4/2022', recipients: 'many' })).toEqual([
		'rows.2.subject platform_issue_table_needed',
		'rows.2.send_date platform_issue_table_two_ways',
		'rows.2.recipients platform_issue_table_no_number'
	]);
	expect(mailingColumns(['kind', 'external_id'])).toBeUndefined();
});
