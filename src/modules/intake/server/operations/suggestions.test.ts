// Suggestions: from calendars, lists and mails to records; never counted before somebody accepts, never told twice.
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { planEvent } from '#modules/agenda/server/operations/plan-event.ts';
import { series } from '#modules/agenda/server/schema.ts';
import { channel } from '#modules/channels/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { Conflict, Forbidden, NotFound, type Invalid } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, OWN_ORGANISATION } from '#platform/personas.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import {
	acceptSuggestions,
	correctSuggestion,
	listSuggestions,
	refuseSuggestions,
	reopenSuggestion,
	settleDifference,
	showSuggestion
} from './decide-suggestions.ts';
import { listDeedChoices, recordDeed, showRecorded } from './record-deed.ts';
import { takeIn } from './take-in.ts';

async function setScene({ db }: Scene) {
	await writeRegister(db);
	const [seriesId, channelId] = [newId(), newId()];
	await db.insert(series).values({ id: seriesId, key: 'lobby-network', name: { nl: 'Lobbynetwerk' } });
	await db
		.insert(channel)
		.values({ id: channelId, key: 'political-monitor', name: { nl: 'Politieke monitor' }, kind: 'monitor' });
	await db
		.update(organisation)
		.set({ website: 'https://www.lid.example' })
		.where(eq(organisation.id, OWN_ORGANISATION));
	return { seriesId, channelId };
}

type Entry = { uid: string; day: string; title: string; isCancelled?: boolean };
const calendar = (...entries: Entry[]) =>
	new File(
		[
			'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Bureau\r\n',
			...entries.map(
				({ uid, day, title, isCancelled }) =>
					`BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20220101T000000Z\r\nDTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nSUMMARY:${title}\r\n${isCancelled ? 'STATUS:CANCELLED\r\n' : ''}END:VEVENT\r\n`
			),
			'END:VCALENDAR\r\n'
		],
		'bureau.ics'
	);
const lobby = { uid: 'lobby-1', day: '2022-05-17', title: 'Lobbynetwerk' };

const attendance = (...people: string[]) =>
	new File(
		[
			`1. Summary\nMeeting title\tLobbynetwerk\nStart time\t2022-05-17 10:00\n\n2. Participants\nName\tEmail\tRole\n${people.map((email) => `Iemand\t${email}\tAttendee`).join('\n')}\n`
		],
		'presentie.csv'
	);

const mail = (...lines: string[]) => new File([lines.join('\r\n')], 'bericht.eml');
const forged = mail(
	'From: Directeur <directeur@lid.example>',
	'To: bureau@bureau.example',
	'Subject: Bezoek',
	'Date: Wed, 18 May 2022 10:00:00 +0200',
	'Message-ID: <forged@nowhere.example>',
	'',
	'Fijn dat jullie op 17 mei 2022 op bezoek waren.'
);

const take = (scene: Scene, ...files: File[]) => takeIn(scene.as('bureau'), { files });
const open = async (scene: Scene) => (await listSuggestions(scene.as('bureau'), {})).suggestions;
const facts = async (db: Database) =>
	(
		await rows<{ kind: string; starts_on: string; state: string; quantity: number | null }>(
			db,
			sql`select kind, starts_on, state, quantity from fact where kind <> 'membership.holds' order by starts_on, kind, id`
		)
	).map(({ kind, starts_on, state, quantity }) => `${kind} ${starts_on} ${state} ${quantity ?? '-'}`);

story('a calendar suggests, counts for nothing, and counts once somebody accepts', async (scene) => {
	await setScene(scene);
	await take(scene, calendar(lobby));
	const [suggested] = await open(scene);
	expect(suggested).toMatchObject({ deed: 'event', happenedOn: '2022-05-17', isSure: true, told: 'Bureau' });
	expect(await facts(scene.db)).toEqual([]);
	expect(await acceptSuggestions(scene.as('bureau'), { ids: [suggested!.id] })).toMatchObject({
		accepted: 1,
		failed: []
	});
	expect(await facts(scene.db)).toEqual(['event.done 2022-05-17 done -']);
	expect(await open(scene)).toEqual([]);
});

story('the same calendar again changes nothing, whatever was decided', async (scene) => {
	await setScene(scene);
	const entries = ['a', 'b', 'c'].map((uid, index) => ({ ...lobby, uid, day: `2022-05-0${index + 1}` }));
	await take(scene, calendar(...entries));
	const [first, second] = await open(scene);
	await acceptSuggestions(scene.as('bureau'), { ids: [first!.id] });
	await refuseSuggestions(scene.as('bureau'), { only: second!.id, ids: [] });
	const before = await listSuggestions(scene.as('bureau'), {});
	const { taken } = await take(scene, calendar(...entries));
	expect(taken[0]!.kept).toEqual({ made: 0, same: 3, changed: 0, recorded: 0, cancelled: 0, differs: 0 });
	expect(await listSuggestions(scene.as('bureau'), {})).toEqual(before);
});

story(
	'what changes in the calendar changes an open suggestion, not a refused one, and is said of an accepted one',
	async (scene) => {
		await setScene(scene);
		const entries = ['open', 'refused', 'accepted'].map((uid) => ({ ...lobby, uid, title: `Lobbynetwerk ${uid}` }));
		await take(scene, calendar(...entries));
		const idOf = async (name: string) => (await open(scene)).find(({ title }) => title.nl?.endsWith(name))!.id;
		await refuseSuggestions(scene.as('bureau'), { ids: [await idOf('refused')] });
		const accepted = await idOf('accepted');
		await scene.db.execute(
			sql`update suggestion set happened_on = '2022-05-18', payload = payload || '{"startsOn":"2022-05-18","endsOn":"2022-05-18"}' where external_id like 'accepted%'`
		);
		await acceptSuggestions(scene.as('bureau'), { ids: [accepted] });
		const { taken } = await take(scene, calendar(...entries.map((entry) => ({ ...entry, day: '2022-05-19' }))));
		expect(taken[0]!.kept).toMatchObject({ changed: 1, same: 1, differs: 1 });
		const { suggestions, differing } = await listSuggestions(scene.as('bureau'), {});
		expect(suggestions.map(({ happenedOn }) => happenedOn)).toEqual(['2022-05-19']);
		expect(differing).toMatchObject([{ id: accepted, saysNow: { happenedOn: '2022-05-19', isCancelled: false } }]);
		expect(await facts(scene.db)).toEqual(['event.done 2022-05-18 done -']);
		await settleDifference(scene.as('bureau'), { suggestionId: accepted });
		expect((await listSuggestions(scene.as('bureau'), {})).differing).toEqual([]);
	}
);

story('an entry that is cancelled takes its suggestion along', async (scene) => {
	await setScene(scene);
	await take(scene, calendar(lobby));
	await take(scene, calendar({ ...lobby, isCancelled: true }));
	expect(await open(scene)).toEqual([]);
});

story('an attendance list makes the meeting and settles what the calendar said of it', async (scene) => {
	await setScene(scene);
	await take(scene, calendar(lobby), attendance('medewerker@lid.example', 'onbekend@lid.example', 'gast@gmail.com'));
	const suggested = await open(scene);
	expect(suggested.map(({ deed }) => deed).toSorted()).toEqual(['attendance', 'event']);
	const list = suggested.find(({ deed }) => deed === 'attendance')!;
	expect(list.people).toBe(3);
	await acceptSuggestions(scene.as('bureau'), { ids: [list.id] });
	expect(await open(scene)).toEqual([]);
	expect((await facts(scene.db)).filter((fact) => fact.startsWith('event.done'))).toEqual([
		'event.done 2022-05-17 done -'
	]);
	const [{ people }] = (await rows<{ people: number }>(
		scene.db,
		sql`select sum(quantity)::int as people from fact where kind = 'event.attended'`
	)) as [{ people: number }];
	expect(people).toBe(3);
	await take(scene, attendance('medewerker@lid.example', 'onbekend@lid.example', 'gast@gmail.com'));
	expect(await open(scene)).toEqual([]);
});

story('a list for a meeting of which a number was given stays open: its people would count twice', async (scene) => {
	const { seriesId } = await setScene(scene);
	const bureau = scene.as('bureau');
	const held = { title: { nl: 'Lobbynetwerk' }, startsOn: '2022-05-17', seriesId, state: 'done' as const };
	await planEvent(bureau, { ...held, numbers: [{ quantity: 12 }] });
	await take(scene, attendance('medewerker@lid.example', 'gast@gmail.com'));
	const [list] = await open(scene);
	expect(await acceptSuggestions(bureau, { ids: [list!.id] })).toMatchObject({ accepted: 0, failed: [list!.id] });
	const attended = async () => (await facts(scene.db)).filter((fact) => fact.startsWith('event.attended'));
	expect(await attended()).toEqual(['event.attended 2022-05-17 done 12']);
	// Nor does the form add them, until somebody says that the list comes in the place of the number.
	const form = { suggestionId: list!.id, deed: 'attendance' as const };
	await expect(correctSuggestion(bureau, { ...form, payload: {} })).rejects.toMatchObject({
		issues: [{ path: 'payload.replacesNumbers', code: 'intake_issue_adds_to_numbers' }]
	});
	expect(await attended()).toEqual(['event.attended 2022-05-17 done 12']);
	await correctSuggestion(bureau, { ...form, payload: { replacesNumbers: 'true' } });
	expect((await attended()).toSorted()).toEqual([
		'event.attended 2022-05-17 done 1',
		'event.attended 2022-05-17 done 1'
	]);
});

story('a number told by hand is not added to a number that is there, unless it replaces it', async (scene) => {
	const { seriesId } = await setScene(scene);
	const bureau = scene.as('bureau');
	const held = { title: { nl: 'Lobbynetwerk' }, startsOn: '2022-05-17', seriesId, state: 'done' as const };
	const { id: eventId } = await planEvent(bureau, { ...held, numbers: [{ quantity: 12 }] });
	const tell = (more: object) =>
		recordDeed(bureau, {
			deed: 'attendance',
			payload: { eventId, startsOn: '2022-05-17', numbers: [{ quantity: '15' }], ...more }
		});
	await expect(tell({})).rejects.toMatchObject({ issues: [{ path: 'payload.replacesNumbers' }] });
	await tell({ replacesNumbers: 'true' });
	const attended = (await facts(scene.db)).filter((fact) => fact.startsWith('event.attended'));
	expect(attended).toEqual(['event.attended 2022-05-17 done 15']);
});

story('a mail is never sure, whoever it says it is from', async (scene) => {
	await setScene(scene);
	await take(scene, forged);
	const [suggested] = await open(scene);
	expect(suggested).toMatchObject({ deed: 'contact', happenedOn: '2022-05-17', isSure: false, source: 'mail' });
});

story('a suggestion that lacks something stays open, and the form corrects it', async (scene) => {
	const { channelId } = await setScene(scene);
	const list = new File(['Onderwerp;Verzonden op;Ontvangers\nZomaar iets;17-5-2022;1.204\n'], 'lijst.csv');
	await take(scene, list);
	const [suggested] = await open(scene);
	const bureau = scene.as('bureau');
	expect(await acceptSuggestions(bureau, { ids: [suggested!.id] })).toMatchObject({
		accepted: 0,
		failed: [suggested!.id]
	});
	const without = { suggestionId: suggested!.id, deed: 'issue' as const, payload: { channelId: '' } };
	const wrong = await correctSuggestion(bureau, without).catch((error: unknown) => error);
	expect((wrong as Invalid).issues.map(({ path }) => path)).toEqual(['payload.channelId']);
	await correctSuggestion(bureau, { ...without, payload: { channelId } });
	expect(await facts(scene.db)).toEqual(['issue.sent 2022-05-17 done 1204']);
	await expect(correctSuggestion(bureau, { ...without, payload: { channelId } })).rejects.toThrow(Conflict);
});

story('a refusal can be taken back', async (scene) => {
	await setScene(scene);
	await take(scene, calendar(lobby));
	const { id } = (await open(scene))[0]!;
	await refuseSuggestions(scene.as('bureau'), { ids: [id] });
	expect(await open(scene)).toEqual([]);
	await reopenSuggestion(scene.as('bureau'), { suggestionId: id });
	expect((await open(scene)).map((one) => one.id)).toEqual([id]);
});

story('by hand a few words are enough, and what stands there already is said', async (scene) => {
	const { seriesId } = await setScene(scene);
	const bureau = scene.as('bureau');
	const meeting = { seriesId, startsOn: '2022-08-30', quantity: '12' };
	const { id } = await recordDeed(bureau, { deed: 'event', payload: meeting });
	expect(await showRecorded(bureau, { recordId: id })).toMatchObject({
		title: { nl: 'Lobbynetwerk' },
		isPlanned: false
	});
	expect(await facts(scene.db)).toEqual(['event.attended 2022-08-30 done 12', 'event.done 2022-08-30 done -']);
	await expect(recordDeed(bureau, { deed: 'event', payload: meeting })).rejects.toThrow(Conflict);
	const call = { organisationId: OWN_ORGANISATION, contactedOn: '2022-08-30', subject: { nl: 'Kennismaken' } };
	await recordDeed(bureau, { deed: 'contact', payload: { ...call, means: 'visit' } });
	await recordDeed(bureau, { deed: 'contact', payload: { ...call, means: 'call' } });
	await expect(recordDeed(bureau, { deed: 'contact', payload: { ...call, means: 'call' } })).rejects.toThrow(Conflict);
});

story('what is told by hand settles what was suggested of it', async (scene) => {
	const { seriesId } = await setScene(scene);
	await take(scene, calendar(lobby));
	await recordDeed(scene.as('bureau'), { deed: 'event', payload: { seriesId, startsOn: '2022-05-17', state: 'done' } });
	expect(await open(scene)).toEqual([]);
});

story('a day that has not come is no contact, and says so beside its field', async (scene) => {
	await setScene(scene);
	const payload = {
		organisationId: OWN_ORGANISATION,
		contactedOn: '2022-09-30',
		means: 'visit',
		subject: { nl: 'Straks' }
	};
	const wrong = await recordDeed(scene.as('bureau'), { deed: 'contact', payload }).catch((error: unknown) => error);
	expect((wrong as Invalid).issues.map(({ path }) => path)).toEqual(['payload.contactedOn']);
});

story('only the bureau sees suggestions and what they can be about', async (scene) => {
	await setScene(scene);
	await take(scene, calendar(lobby));
	const { id } = (await open(scene))[0]!;
	for (const who of ["member's staff", 'board member', 'group lead', 'visitor'] as const) {
		await expect(listSuggestions(scene.as(who), {})).rejects.toThrow(Forbidden);
		await expect(listDeedChoices(scene.as(who), {})).rejects.toThrow(Forbidden);
		await expect(showSuggestion(scene.as(who), { suggestionId: id })).rejects.toThrow(NotFound);
		await expect(acceptSuggestions(scene.as(who), { ids: [id] })).rejects.toThrow(Forbidden);
	}
});

story('a calendar that names two groups suggests one meeting of both', async (scene) => {
	await setScene(scene);
	const told = calendar({ uid: 'joint-1', day: '2022-05-19', title: 'Overleg Eigen groep met Andere groep' });
	await takeIn(scene.as('bureau'), { files: told });
	const { suggestions } = await listSuggestions(scene.as('bureau'), {});
	expect(suggestions).toMatchObject([{ deed: 'event', isSure: true }]);
	await acceptSuggestions(scene.as('bureau'), { ids: suggestions.map(({ id }) => id) });
	const found = await rows<{ groups: string[] }>(
		scene.db,
		sql`select array_prepend(group_id, also_group_ids) as groups from fact where kind = 'event.done'`
	);
	expect(found.map(({ groups }) => groups.toSorted())).toEqual([[OWN_GROUP, OTHER_GROUP].toSorted()]);
});
