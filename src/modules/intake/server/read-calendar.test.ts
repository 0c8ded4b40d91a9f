// Calendars as programs write them, broken ones among them: every event is read rightly, or refused with its line; nothing hangs.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import { calendarText, readCalendar, type Period } from './read-calendar.ts';

const year = (number: number): Period => ({ startsOn: `${number}-01-01`, endsOn: `${number}-12-31` });
const read = (text: string, period = year(2022)) => readCalendar(text, period, 'Europe/Amsterdam');
const fixture = async (name: string, period: Period) => {
	const bytes = await readFile(new URL(`../../../../tests/fixtures/calendars/${name}.ics`, import.meta.url));
	return read(calendarText(bytes), period);
};

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n');

/** `2022-03-01 10:00–11:30 Title`, as the association sees it. */
const said = ({ entries }: ReturnType<typeof read>) =>
	entries.map(({ startsOn, endsOn, startTime, endTime, title }) => {
		const until = endsOn === startsOn ? (endTime ?? '') : `${endsOn} ${endTime ?? ''}`;
		return `${startsOn} ${startTime ?? 'all day'}${until ? `–${until}` : ''} ${title}`.replaceAll(/ +/g, ' ').trim();
	});
const wrong = ({ problems }: ReturnType<typeof read>) =>
	problems.map(({ line, code }) => `${line} ${code.replace('intake_calendar_', '')}`);

test.each([
	['DTSTART:20220301T090000Z', 'DTEND:20220301T103000Z', '2022-03-01 10:00–11:30 Meeting'],
	['DTSTART:20220701T220000Z', 'DURATION:PT1H', '2022-07-02 00:00–01:00 Meeting'],
	['DTSTART:20220301T090000', 'DTEND:20220301T100000', '2022-03-01 09:00–10:00 Meeting'],
	['DTSTART;TZID=Europe/London:20220301T090000', 'DURATION:PT45M', '2022-03-01 10:00–10:45 Meeting'],
	['DTSTART;TZID="W. Europe Standard Time":20220301T090000', 'DURATION:PT1H', '2022-03-01 09:00–10:00 Meeting'],
	[
		'DTSTART;TZID=/freeassociation.sourceforge.net/Africa/Nairobi:20220301T010000',
		'DURATION:PT1H',
		'2022-02-28 23:00 Meeting'
	],
	['DTSTART;TZID=Nowhere/Land:20220301T090000', 'DURATION:PT1H', '2022-03-01 09:00–10:00 Meeting'],
	['DTSTART;VALUE=DATE:20220301', 'DTEND;VALUE=DATE:20220303', '2022-03-01 all day–2022-03-02 Meeting'],
	['DTSTART;VALUE=DATE:20220301', 'X-NOTHING:1', '2022-03-01 all day Meeting'],
	['DTSTART:20220301', 'DTEND:20220301', '2022-03-01 all day Meeting'],
	['DTSTART:20220301T220000', 'DTEND:20220302T000000', '2022-03-01 22:00 Meeting'],
	['DTSTART;TZID=Europe/Amsterdam:20220327T023000', 'DURATION:PT1H', '2022-03-27 03:30 Meeting']
])('%s %s is %s', (start, end, expected) => {
	expect(said(read(calendar(event('UID:1', start, end, 'SUMMARY:Meeting'))))).toEqual([expected]);
});

test('a zone that the file describes itself is used when nobody else knows it', () => {
	const zone = [
		'BEGIN:VTIMEZONE',
		'TZID:Office',
		'BEGIN:STANDARD',
		'DTSTART:19700101T000000',
		'TZOFFSETFROM:+0530',
		'TZOFFSETTO:+0530',
		'END:STANDARD',
		'END:VTIMEZONE'
	].join('\r\n');
	expect(said(read(calendar(zone, event('UID:1', 'DTSTART;TZID=Office:20220301T120000', 'SUMMARY:There'))))).toEqual([
		'2022-03-01 07:30 There'
	]);
});

test('a repetition leaves out what was taken out, and takes what was moved from where it went', () => {
	const series = event(
		'UID:w',
		'DTSTART;TZID=Europe/Amsterdam:20220301T100000',
		'DURATION:PT1H',
		'RRULE:FREQ=WEEKLY;UNTIL=20220329T080000Z',
		'EXDATE:20220308T090000Z',
		'SUMMARY:Weekly'
	);
	const moved = event(
		'UID:w',
		'RECURRENCE-ID;TZID=Europe/Amsterdam:20220315T100000',
		'DTSTART;TZID=Europe/Amsterdam:20220316T140000',
		'DURATION:PT1H',
		'SUMMARY:Moved'
	);
	const found = read(calendar(series, moved));
	expect(said(found).toSorted()).toEqual([
		'2022-03-01 10:00–11:00 Weekly',
		'2022-03-16 14:00–15:00 Moved',
		'2022-03-22 10:00–11:00 Weekly',
		'2022-03-29 10:00–11:00 Weekly'
	]);
	expect(found.entries.map(({ externalId }) => externalId)).toContain('w#2022-03-15T10:00');
	expect(new Set(found.entries.map(({ externalId }) => externalId)).size).toBe(4);
});

test('only the year that is asked for is looked at, also of what repeats for ever', () => {
	const series = event('UID:w', 'DTSTART:19990105T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'SUMMARY:Forever');
	const found = said(read(calendar(series), year(2022)));
	expect([found.length, found[0], found.at(-1)]).toEqual([26, '2022-01-04 10:00 Forever', '2022-12-20 10:00 Forever']);
	expect(read(calendar(event('UID:1', 'DTSTART:20190105T100000', 'SUMMARY:Past'))).entries).toEqual([]);
});

test('who organises, who comes, what is cancelled and what is private is told', () => {
	const { entries } = read(
		calendar(
			event(
				'UID:1',
				'DTSTART:20220301T100000',
				'SUMMARY:Visit',
				'ORGANIZER;CN=Daan:mailto:Daan@Bureau.example',
				'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:a@lid.example',
				'ATTENDEE;PARTSTAT=DECLINED:mailto:b@lid.example',
				'STATUS:CANCELLED',
				'CATEGORIES:Bezoek,Leden'
			),
			event('UID:2', 'DTSTART:20220301T100000', 'SUMMARY:Doctor', 'CLASS:PRIVATE')
		)
	);
	expect(entries[0]).toMatchObject({
		organiser: 'daan@bureau.example',
		attendees: ['a@lid.example'],
		isCancelled: true,
		categories: ['Bezoek', 'Leden']
	});
	expect(entries[1]).toMatchObject({ isPrivate: true });
	expect(
		read(`BEGIN:VCALENDAR\nMETHOD:CANCEL\n${event('UID:1', 'DTSTART:20220301T100000')}\nEND:VCALENDAR`).entries[0]
			?.isCancelled
	).toBe(true);
});

test('one broken event is told with its line, and the others are read', () => {
	const found = read(
		calendar(
			event('UID:1', 'DTSTART:20220301T100000', 'SUMMARY:Good'),
			event('UID:2', 'SUMMARY:No day'),
			event('UID:3', 'DTSTART:soon', 'SUMMARY:No day either'),
			event('UID:4', 'DTSTART:22020301T100000', 'SUMMARY:Year 2202'),
			event('UID:5', 'DTSTART:20220301T100000', 'DTEND:20220301T090000', 'SUMMARY:Backwards'),
			event('UID:6', 'DTSTART:20220301T100000', 'RRULE:FREQ=SECONDLY', 'SUMMARY:All the time'),
			'BEGIN:VEVENT\r\nUID:7\r\nDTSTART:20220301T100000\r\nSUMMARY:Open',
			event(
				'UID:8',
				'DTSTART:20220302T100000',
				'NONSENSE',
				'SUMMARY:Fine',
				'BEGIN:VALARM',
				'TRIGGER:whenever',
				'END:VALARM'
			)
		),
		{ startsOn: '2022-01-01', endsOn: '2022-12-31' }
	);
	expect(said(found)).toEqual(['2022-03-01 10:00 Good', '2022-03-02 10:00 Fine']);
	expect(wrong(found)).toEqual([
		'7 no_start',
		'11 unreadable',
		'16 day',
		'21 ends_first',
		'27 repetition',
		'33 unclosed'
	]);
});

test('old encodings, folded lines and other scripts are read', () => {
	const latin = Buffer.from(calendar(event('UID:1', 'DTSTART:20220301T100000', 'SUMMARY:Café')), 'latin1');
	expect(said(read(calendarText(latin)))).toEqual(['2022-03-01 10:00 Café']);
	const folded = calendar(event('UID:1', 'DTSTART:2022', ' 0301T100000', 'SUMMARY:اجتماع 🎉 ', '\tפגישה'));
	expect(said(read(`\uFEFF${folded.replaceAll('\r\n', '\n')}`))).toEqual(['2022-03-01 10:00 اجتماع 🎉 פגישה']);
});

test('what is no calendar is refused, and so is one that is too large', () => {
	for (const text of ['', 'Hello', '<html></html>', 'kind,external_id', 'BEGIN:VCARD\nEND:VCARD']) {
		expect(() => read(text)).toThrow(Invalid);
	}
	expect(() => calendarText(new Uint8Array(5_000_001))).toThrow(Invalid);
	const many = Array.from({ length: 5002 }, (_, number) => event(`UID:${number}`, 'DTSTART:20220301T100000'));
	expect(() => read(calendar(...many))).toThrow(Invalid);
});

test('the files of others: every event that can be read is, and the rest is told', async () => {
	expect(said(await fixture('period_with_timezone', year(2023)))).toEqual(
		['2023-09-20', '2023-10-18', '2023-11-15', '2023-12-13'].map((day) => `${day} 21:00–23:00 Test RDATE`)
	);
	expect(said(await fixture('period_with_timezone', year(2024)))).toEqual([
		'2024-01-17 21:00–23:00 Test RDATE',
		'2024-02-21 21:00–23:00 Test RDATE',
		'2024-03-20 20:00–22:00 Test RDATE',
		'2024-04-17 21:00–23:00 Test RDATE',
		'2024-05-15 21:00–23:00 Test RDATE'
	]);
	const standups = said(await fixture('issue_165_missing_event', year(2015)));
	expect([standups.length, standups[0], standups.at(-1)]).toEqual([
		14,
		'2015-07-03 10:00–10:30 Sprint 25 Daily Standup',
		'2015-07-22 10:00–10:30 Sprint 25 Daily Standup'
	]);
	expect(said(await fixture('example', year(2022)))).toEqual([
		"2022-01-01 all day New Year's Day",
		'2022-01-07 all day Orthodox Christmas',
		"2022-03-08 all day International Women's Day"
	]);
	expect(
		said(await fixture('issue_466_convert_tzid_with_slash', { startsOn: '2022-10-01', endsOn: '2022-11-01' }))
	).toEqual(['2022-10-21 20:00–21:00 Just chatting', '2022-10-28 20:00–21:00 Just chatting']);
	expect(said(await fixture('issue_722_missing_VTIMEZONE_custom', year(2014)))).toEqual(['2014-08-29 08:00']);
	const unicode = await fixture('created_calendar_with_unicode_fields', year(2010));
	expect([unicode.name, ...said(unicode), ...wrong(unicode)]).toEqual([
		'äöü ÄÖÜ €',
		'2010-10-10 12:00–14:00 Non-ASCII Test: ÄÖÜ äöü €',
		'2010-10-10 02:00 åäö',
		'20 no_start'
	]);
});

test('the files that are broken on purpose are refused with their lines, at once', async () => {
	const began = performance.now();
	expect(wrong(await fixture('parsing_error', year(2008)))).toEqual(['13 unreadable']);
	expect(wrong(await fixture('invalid_duration', year(2024)))).toEqual(['4 lasts']);
	expect(wrong(await fixture('rfc_7529', year(2014)))).toEqual([
		'5 repetition',
		'11 unreadable',
		'17 repetition',
		'23 repetition'
	]);
	expect(wrong(await fixture('broken_dtstart', year(2022)))).toEqual(['4 unreadable']);
	expect(wrong(await fixture('issue_1081_invalid_rrule_freq', year(2025)))).toEqual(['4 unreadable']);
	expect(wrong(await fixture('big_bad_calendar', year(2022))).length).toBe(20);
	for (const name of ['fuzz_testcase_invalid_month', 'Index_Error'])
		await expect(fixture(name, year(2022))).rejects.toThrow(Invalid);
	expect(performance.now() - began).toBeLessThan(5000);
});
