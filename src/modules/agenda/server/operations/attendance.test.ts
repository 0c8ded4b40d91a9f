// Attendance and registrations through their operations, and what targets count of them.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { affiliation, organisationTie } from '#modules/members/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import {
	NEIGHBOUR_ORGANISATION,
	OTHER_PERSON,
	OWN_GROUP,
	OWN_ORGANISATION,
	OWN_PERSON,
	PARTNER_ORGANISATION,
	personas
} from '#platform/personas.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { modules } from '#platform/server/module.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { cancelEvent, closeEvent } from './close-event.ts';
import { planEvent } from './plan-event.ts';
import { findPeople, recordAttendance, recordRegistrations, removeAttendance } from './record-attendance.ts';
import { showEvent } from './show-event.ts';

const outsider = personas.outsider.personId;
const lead = personas['group lead'].personId;

type Fact = {
	person_id: string | null;
	organisation_id: string | null;
	standing: string;
	role: string;
	country: string | null;
	mode: string;
	quantity: number;
	state: string;
	visibility: string;
};

const attendedFacts = (db: Database, eventId: string) =>
	rows<Fact>(
		db,
		sql`select person_id, organisation_id, standing, role, country, mode, quantity, state, visibility
			from fact_event_attended where subject_id = ${eventId} order by person_id nulls last, quantity`
	);

/** What the compiler makes of `count: event.attended, as: persons`. */
const persons = async (db: Database, where = sql`true`) => {
	const [found] = await rows<{ value: number }>(
		db,
		sql`select count(distinct person_id) + coalesce(sum(quantity) filter (where person_id is null), 0) as value
			from fact_event_attended where state = 'done' and ${where}`
	);
	return found!.value;
};

/** As `members.erasePerson` does it. */
async function erase(db: Database, personId: string) {
	const records = modules().flatMap(({ personal }) => personal ?? []);
	for (const record of records.toReversed()) await record.erase(db, personId);
}

async function eventOfOwnGroup({ db, as }: Scene) {
	await writeRegister(db);
	const { id } = await planEvent(as('bureau'), {
		title: { nl: 'Leersessie' },
		startsOn: '2022-06-15',
		groupId: OWN_GROUP,
		mode: 'hybrid'
	});
	return id;
}

story('people by name count once, with where they worked on that day and its standing then', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	await db.insert(organisationTie).values({
		id: newId(),
		organisationId: PARTNER_ORGANISATION,
		kind: 'partner-of-member',
		otherOrganisationId: OWN_ORGANISATION
	});
	const people = [
		{ personId: OWN_PERSON },
		{ personId: OWN_PERSON, role: 'speaker' as const },
		{ personId: outsider!, mode: 'online' as const },
		{ personId: OTHER_PERSON, country: 'DE' }
	];
	expect(await recordAttendance(as('group lead'), { eventId, people })).toEqual({ added: 4 });
	expect(await recordAttendance(as('bureau'), { eventId, people })).toEqual({ added: 0 });
	await closeEvent(as('bureau'), { eventId });
	const named = { quantity: 1, state: 'done', visibility: 'bureau' };
	expect(await attendedFacts(db, eventId)).toEqual(
		expect.arrayContaining([
			{
				...named,
				person_id: OWN_PERSON,
				organisation_id: OWN_ORGANISATION,
				standing: 'member',
				role: 'participant',
				country: 'NL',
				mode: 'hybrid'
			},
			{
				...named,
				person_id: OWN_PERSON,
				organisation_id: OWN_ORGANISATION,
				standing: 'member',
				role: 'speaker',
				country: 'NL',
				mode: 'hybrid'
			},
			{
				...named,
				person_id: outsider,
				organisation_id: PARTNER_ORGANISATION,
				standing: 'partner-of-member',
				role: 'participant',
				country: 'KE',
				mode: 'online'
			},
			{
				...named,
				person_id: OTHER_PERSON,
				organisation_id: null,
				standing: 'other',
				role: 'participant',
				country: 'DE',
				mode: 'hybrid'
			}
		])
	);
	expect(await persons(db)).toBe(3);
	expect(await persons(db, sql`standing in ('member', 'partner-of-member')`)).toBe(2);
	expect(await persons(db, sql`country <> 'NL'`)).toBe(2);
});

story('where somebody worked stays as it was on the day, also after a change of jobs', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	await db.insert(affiliation).values({
		id: newId(),
		personId: OTHER_PERSON,
		organisationId: NEIGHBOUR_ORGANISATION,
		role: 'staff',
		startsOn: '2022-01-01',
		endsOn: '2022-06-30'
	});
	await recordAttendance(as('bureau'), { eventId, people: [{ personId: OTHER_PERSON }] });
	await db.execute(sql`update affiliation set organisation_id = ${OWN_ORGANISATION} where person_id = ${OTHER_PERSON}`);
	expect(await attendedFacts(db, eventId)).toMatchObject([
		{ organisation_id: NEIGHBOUR_ORGANISATION, standing: 'member', state: 'planned' }
	]);
});

story('bare numbers count beside names, per standing, country and role', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	await recordAttendance(as('bureau'), { eventId, people: [{ personId: OWN_PERSON }] });
	await closeEvent(as('group lead'), {
		eventId,
		numbers: [
			{ quantity: '20', standing: 'member', country: 'NL' },
			{ quantity: 5, country: 'KE', mode: 'online' },
			{ quantity: 2, role: 'speaker', organisationId: NEIGHBOUR_ORGANISATION },
			{ quantity: '', standing: 'other' }
		]
	});
	expect(await persons(db)).toBe(28);
	expect(await persons(db, sql`standing = 'member'`)).toBe(23);
	expect(await persons(db, sql`country = 'KE' and mode = 'online'`)).toBe(5);
	expect(await persons(db, sql`role = 'speaker'`)).toBe(2);
	expect((await attendedFacts(db, eventId)).map(({ visibility }) => visibility)).toEqual([
		'bureau',
		'members',
		'members',
		'members'
	]);
});

story('names are shown to the bureau and the lead; others see how many', async (scene) => {
	const { as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	await recordAttendance(as('bureau'), { eventId, people: [{ personId: OWN_PERSON }], numbers: [{ quantity: 4 }] });
	for (const persona of ['bureau', 'administrator', 'group lead'] as const) {
		const { attendance } = await showEvent(as(persona), { eventId });
		expect(attendance?.map(({ person, quantity }) => person ?? quantity)).toEqual(['Mila Staff', 4]);
	}
	for (const persona of ["member's staff", "member's representative", 'board member'] as const) {
		const shown = await showEvent(as(persona), { eventId });
		expect(shown).toMatchObject({ attendance: null, attended: 5, may: { run: false } });
		expect(JSON.stringify(shown)).not.toContain('Mila');
	}
});

story('who may not run the event records nothing, finds nobody and removes nothing', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	const people = [{ personId: OWN_PERSON }];
	await recordAttendance(as('bureau'), { eventId, people });
	const [row] = await rows<{ id: string }>(db, sql`select id from attendance`);
	for (const persona of ["member's staff", 'board member'] as const) {
		await expect(recordAttendance(as(persona), { eventId, people })).rejects.toThrow(Forbidden);
		await expect(findPeople(as(persona), { eventId, q: 'mila' })).rejects.toThrow(Forbidden);
		await expect(removeAttendance(as(persona), { attendanceId: row!.id })).rejects.toThrow(Forbidden);
	}
	await expect(recordAttendance(as('visitor'), { eventId, people })).rejects.toThrow(NotFound);
	await expect(removeAttendance(as('visitor'), { attendanceId: row!.id })).rejects.toThrow(NotFound);
	expect(await findPeople(as('group lead'), { eventId, q: 'mila' })).toEqual([
		{ id: OWN_PERSON, name: 'Mila Staff', organisation: { nl: 'Eigen lid' } }
	]);
	expect((await findPeople(as('bureau'), { eventId, q: 'buurlid' })).map(({ id }) => id)).toEqual([lead]);
	await removeAttendance(as('group lead'), { attendanceId: row!.id });
	expect(await attendedFacts(db, eventId)).toEqual([]);
});

story('nobody attends before the first day, nor a cancelled event, nor without being known', async (scene) => {
	const { as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	const people = [{ personId: OWN_PERSON }];
	await expect(recordAttendance(as('bureau', { today: '2022-06-14' }), { eventId, people })).rejects.toThrow(
		new Conflict('agenda_conflict_not_yet')
	);
	await expect(recordAttendance(as('bureau'), { eventId })).rejects.toThrow(Invalid);
	await expect(recordAttendance(as('bureau'), { eventId, numbers: [{ quantity: 0 }] })).rejects.toThrow(Invalid);
	await expect(
		recordAttendance(as('bureau'), { eventId, people: [...people, { personId: newId() }] })
	).rejects.toMatchObject({ issues: [{ path: 'people.1.personId', code: 'unknown' }] });
	await expect(
		recordAttendance(as('bureau'), { eventId, numbers: [{ quantity: 1, organisationId: newId() }] })
	).rejects.toMatchObject({ issues: [{ path: 'numbers.0.organisationId', code: 'unknown' }] });
	await recordAttendance(as('bureau'), { eventId, people });
	await cancelEvent(as('bureau'), { eventId, why: 'Ging niet door' });
	await expect(recordAttendance(as('bureau'), { eventId, people })).rejects.toThrow(
		new Conflict('agenda_conflict_cancelled')
	);
});

story('an erased person still counts, without a name', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	await recordAttendance(as('bureau'), { eventId, people: [{ personId: OWN_PERSON }, { personId: OTHER_PERSON }] });
	await closeEvent(as('bureau'), { eventId });
	await erase(db, OTHER_PERSON);
	expect(await persons(db)).toBe(2);
	const { attendance } = await showEvent(as('bureau'), { eventId });
	expect(attendance?.map(({ person }) => person).toSorted()).toEqual(['', 'Mila Staff']);
	await erase(db, personas.bureau.personId!);
	expect(await rows(db, sql`select kind, by_person_id from event_change`)).toEqual([
		{ kind: 'done', by_person_id: null }
	]);
});

story('registrations reported as totals add up to the number registered by any day', async (scene) => {
	const { db, as } = scene;
	const eventId = await eventOfOwnGroup(scene);
	const report = (countedOn: string, total: number) =>
		recordRegistrations(as('group lead'), { eventId, countedOn, total });
	await report('2022-05-10', 120);
	await report('2022-05-01', 40);
	await report('2022-06-01', 110);
	await report('2022-06-10', 200);
	await report('2022-06-10', 210);
	const registeredBy = async (day: string) =>
		(
			await rows<{ value: number }>(
				db,
				sql`select coalesce(sum(quantity), 0) as value from fact_event_registered where subject_id = ${eventId} and starts_on <= ${day}::date`
			)
		)[0]!.value;
	for (const [day, total] of [
		['2022-04-30', 0],
		['2022-05-01', 40],
		['2022-05-31', 120],
		['2022-06-01', 110],
		['2022-06-10', 210]
	] as const) {
		expect(await registeredBy(day)).toBe(total);
	}
	await expect(report('2022-09-01', 300)).rejects.toMatchObject({
		issues: [{ path: 'countedOn', code: 'agenda_issue_counted_in_future' }]
	});
	await expect(
		recordRegistrations(as("member's staff"), { eventId, countedOn: '2022-05-01', total: 1 })
	).rejects.toThrow(Forbidden);
	await cancelEvent(as('bureau'), { eventId, why: 'Ging niet door' });
	expect(await registeredBy('2022-08-31')).toBe(0);
});
