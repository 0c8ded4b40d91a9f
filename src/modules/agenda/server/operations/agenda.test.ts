// Series and events through their operations: the deed, the refusals, the trace it leaves, and the facts that appear.
import { eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, OTHER_ORGANISATION, PARTNER_ORGANISATION, personas } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { ensureEvent, ensureSeries, eventsByKey, seriesByKey } from '../public.ts';
import { event, eventChange } from '../schema.ts';
import { cancelEvent, closeEvent, moveEvent, reopenEvent } from './close-event.ts';
import { changeSeries, listSeries, openSeries, showSeries } from './open-series.ts';
import { changeEvent, planEvent } from './plan-event.ts';
import { showEvent } from './show-event.ts';

type Fact = {
	id: string;
	starts_on: string;
	state: string;
	group_id: string | null;
	also_group_ids: string[];
	series_id: string | null;
	role: string | null;
	visibility: string;
};

const doneFacts = (db: Database, eventId: string) =>
	rows<Fact>(
		db,
		sql`select id, starts_on, state, group_id, also_group_ids, series_id, role, visibility from fact_event_done where subject_id = ${eventId}`
	);

const changesOf = (db: Database, eventId: string) =>
	db
		.select({
			kind: eventChange.kind,
			by: eventChange.byPersonId,
			fromOn: eventChange.fromOn,
			toOn: eventChange.toOn,
			why: eventChange.why
		})
		.from(eventChange)
		.where(eq(eventChange.eventId, eventId));

const meeting = { title: { nl: 'Overleg' }, startsOn: '2022-09-15' };

async function seriesOfOwnGroup({ as }: Scene) {
	const series = { key: 'own-meetings', name: { nl: 'Overleg van de groep' }, groupId: OWN_GROUP };
	return (await openSeries(as('bureau'), { ...series, visibility: 'group' })).id;
}

story('the bureau opens a series once under its key; others may not', async (scene) => {
	const { db, as } = scene;
	await writeRegister(db);
	const id = await seriesOfOwnGroup(scene);
	expect(await seriesByKey(db)).toEqual(new Map([['own-meetings', { id, name: { nl: 'Overleg van de groep' } }]]));
	expect(await auditLinesOf(db, id)).toMatchObject([{ operation: 'agenda.openSeries', subjectKind: 'series' }]);
	await expect(seriesOfOwnGroup(scene)).rejects.toThrow(new Conflict('agenda_conflict_series_key_taken'));
	await expect(openSeries(as('group lead'), { key: 'x', name: { nl: 'X' } })).rejects.toThrow(Forbidden);
	await expect(openSeries(as('bureau'), { key: 'y', name: { nl: 'Y' }, visibility: 'group' })).rejects.toMatchObject({
		issues: [{ path: 'groupId', code: 'agenda_issue_group_needed' }]
	});
	await expect(openSeries(as('bureau'), { key: 'z', name: { nl: 'Z' }, groupId: newId() })).rejects.toMatchObject({
		issues: [{ path: 'groupId', code: 'unknown' }]
	});
});

story('a series of a group is not there for others, and says how often it met and when next', async (scene) => {
	const { db, as } = scene;
	await writeRegister(db);
	const seriesId = await seriesOfOwnGroup(scene);
	await planEvent(as('bureau'), { ...meeting, seriesId, startsOn: '2022-03-01', state: 'done' });
	await planEvent(as('bureau'), { ...meeting, seriesId });
	const found = await showSeries(as("member's staff"), { seriesId });
	expect(found.counts).toEqual({ done: 1, planned: 1, lastOn: '2022-03-01', nextOn: '2022-09-15' });
	expect(found.events.events.map(({ startsOn }) => startsOn)).toEqual(['2022-09-15', '2022-03-01']);
	expect(found.may).toEqual({ change: false, plan: false });
	expect((await showSeries(as('group lead'), { seriesId })).may).toEqual({ change: false, plan: true });
	await expect(showSeries(as("member's representative"), { seriesId })).rejects.toThrow(NotFound);
	expect(await listSeries(as("member's representative"), {})).toEqual([]);
	await expect(changeSeries(as('group lead'), { seriesId, name: { nl: 'Anders' } })).rejects.toThrow(Forbidden);
	await changeSeries(as('bureau'), { seriesId, name: { nl: 'Anders' }, visibility: 'members' });
	expect(await listSeries(as("member's representative"), {})).toMatchObject([
		{ name: { nl: 'Anders' }, groupId: null }
	]);
});

story('a planned event is a planned fact that carries group and series, as its series is seen', async (scene) => {
	const { db, as } = scene;
	await writeRegister(db);
	const seriesId = await seriesOfOwnGroup(scene);
	const { id } = await planEvent(as('group lead'), { ...meeting, seriesId, mode: 'online' });
	expect(await doneFacts(db, id)).toEqual([
		{
			id,
			starts_on: '2022-09-15',
			state: 'planned',
			group_id: OWN_GROUP,
			also_group_ids: [],
			series_id: seriesId,
			role: 'ours',
			visibility: 'group'
		}
	]);
	expect(await auditLinesOf(db, id)).toMatchObject([
		{ operation: 'agenda.planEvent', actorId: personas['group lead'].personId }
	]);
	await expect(planEvent(as("member's staff"), { ...meeting, seriesId })).rejects.toThrow(Forbidden);
	await expect(planEvent(as("member's representative"), { ...meeting, seriesId })).rejects.toThrow(NotFound);
	await expect(planEvent(as('group lead'), { ...meeting, groupId: OTHER_GROUP })).rejects.toThrow(Forbidden);
});

story('an event of others that we attended says so, and carries whose it was', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await planEvent(as('bureau'), {
		title: { en: 'General Assembly' },
		startsOn: '2022-06-20',
		endsOn: '2022-06-22',
		state: 'done',
		host: 'attended',
		organisationId: OTHER_ORGANISATION,
		alsoOrganisationIds: [PARTNER_ORGANISATION, OTHER_ORGANISATION],
		country: 'BE'
	});
	const [fact] = await rows(db, sql`select role, organisation_id, country, ends_on, state from fact_event_done`);
	expect(fact).toEqual({
		role: 'attended',
		organisation_id: OTHER_ORGANISATION,
		country: 'BE',
		ends_on: '2022-06-22',
		state: 'done'
	});
	const { organisations } = await showEvent(as('bureau'), { eventId: id });
	expect(organisations.map((each) => each.id)).toEqual([OTHER_ORGANISATION, PARTNER_ORGANISATION]);
});

story('a joint event is one fact with all its groups, and the other group sees and runs it', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await planEvent(as('bureau'), {
		...meeting,
		groupId: OTHER_GROUP,
		alsoGroupIds: [OWN_GROUP],
		visibility: 'group'
	});
	expect(await doneFacts(db, id)).toMatchObject([{ group_id: OTHER_GROUP, also_group_ids: [OWN_GROUP] }]);
	expect((await showEvent(as("member's staff"), { eventId: id })).groups.map((group) => group.id)).toEqual([
		OTHER_GROUP,
		OWN_GROUP
	]);
	await moveEvent(as('group lead'), { eventId: id, startsOn: '2022-09-16', why: 'Zaal bezet' });
	await expect(showEvent(as("member's representative"), { eventId: id })).rejects.toThrow(NotFound);
});

story('what cannot be is refused beside its field, and nothing is recorded', async ({ db, as }) => {
	await writeRegister(db);
	const plan = (rest: object) => planEvent(as('bureau'), { ...meeting, ...rest });
	const issues = (...list: [string, string][]) => ({ issues: list.map(([path, code]) => ({ path, code })) });
	await expect(plan({ endsOn: '2022-09-14' })).rejects.toMatchObject(issues(['endsOn', 'ends_before_it_starts']));
	await expect(plan({ state: 'done' })).rejects.toMatchObject(issues(['startsOn', 'agenda_issue_done_in_future']));
	await expect(plan({ numbers: [{ quantity: 3 }] })).rejects.toMatchObject(
		issues(['numbers', 'agenda_issue_numbers_of_done'])
	);
	await expect(plan({ startTime: '25:00' })).rejects.toMatchObject(issues(['startTime', 'agenda_issue_time']));
	await expect(plan({ visibility: 'group' })).rejects.toMatchObject(issues(['groupId', 'agenda_issue_group_needed']));
	await expect(plan({ alsoGroupIds: [newId()], organisationId: newId() })).rejects.toMatchObject(
		issues(['alsoGroupIds.0', 'unknown'], ['organisationId', 'unknown'])
	);
	await expect(plan({ title: {} })).rejects.toThrow(Invalid);
	await plan({ key: 'festival' });
	await expect(plan({ key: 'festival' })).rejects.toThrow(new Conflict('agenda_conflict_event_key_taken'));
	expect(await db.select({ key: event.key }).from(event)).toEqual([{ key: 'festival' }]);
});

story('an event moves to another day with a reason, and the day it was on is remembered', async ({ db, as }) => {
	await writeRegister(db);
	const { id } = await planEvent(as('bureau'), { ...meeting, groupId: OWN_GROUP, startTime: '14:00' });
	await expect(moveEvent(as('bureau'), { eventId: id, startsOn: '2022-10-01' })).rejects.toMatchObject({
		issues: [{ path: 'why', code: 'agenda_issue_why_needed' }]
	});
	await moveEvent(as('group lead'), { eventId: id, startsOn: '2022-10-01', startTime: '15:00', why: 'Spreker ziek' });
	expect(await doneFacts(db, id)).toMatchObject([{ starts_on: '2022-10-01', state: 'planned' }]);
	const by = personas['group lead'].personId;
	expect(await changesOf(db, id)).toEqual([
		{ kind: 'moved', by, fromOn: '2022-09-15', toOn: '2022-10-01', why: 'Spreker ziek' }
	]);
	const lines = await auditLinesOf(db, id);
	expect(lines.find(({ operation }) => operation === 'agenda.moveEvent')?.reason).toBe('Spreker ziek');
	const { event: shown } = await showEvent(as('bureau'), { eventId: id });
	expect(shown).toMatchObject({ startsOn: '2022-10-01', endsOn: '2022-10-01', startTime: '15:00:00' });
});

story('a cancelled event leaves no fact and no deadline, until it is opened again', async ({ db, as }) => {
	await writeRegister(db);
	const eventId = (await planEvent(as('bureau'), meeting)).id;
	const deadlines = () => rows(db, sql`select due_on, done, visibility from deadline_event_round_off`);
	expect(await deadlines()).toEqual([{ due_on: '2022-09-16', done: false, visibility: 'bureau' }]);
	await expect(cancelEvent(as('bureau'), { eventId, why: ' ' })).rejects.toThrow(Invalid);
	await expect(cancelEvent(as("member's staff"), { eventId, why: 'Nee' })).rejects.toThrow(Forbidden);
	await cancelEvent(as('bureau'), { eventId, why: 'Te weinig aanmeldingen' });
	expect(await doneFacts(db, eventId)).toEqual([]);
	expect(await deadlines()).toEqual([]);
	await expect(cancelEvent(as('bureau'), { eventId, why: 'Nog eens' })).rejects.toThrow(
		new Conflict('agenda_conflict_cancelled')
	);
	await expect(changeEvent(as('bureau'), { eventId, title: { nl: 'Anders' } })).rejects.toThrow(Conflict);
	await reopenEvent(as('bureau'), { eventId, why: 'Toch genoeg' });
	expect(await doneFacts(db, eventId)).toMatchObject([{ state: 'planned' }]);
	const changes = await changesOf(db, eventId);
	expect(changes.map(({ kind, why }) => `${kind}: ${why}`).toSorted()).toEqual([
		'cancelled: Te weinig aanmeldingen',
		'reopened: Toch genoeg'
	]);
});

story(
	'an event that passed counts as done only once it is closed, and no earlier than its last day',
	async ({ db, as }) => {
		await writeRegister(db);
		const { id: eventId } = await planEvent(as('bureau'), { ...meeting, startsOn: '2022-08-20', endsOn: '2022-08-31' });
		await expect(closeEvent(as('bureau', { today: '2022-08-30' }), { eventId })).rejects.toThrow(
			new Conflict('agenda_conflict_not_yet')
		);
		expect(await doneFacts(db, eventId)).toMatchObject([{ state: 'planned' }]);
		await closeEvent(as('bureau'), { eventId, numbers: [{ quantity: 12, standing: 'member' }] });
		expect(await doneFacts(db, eventId)).toMatchObject([{ state: 'done' }]);
		expect(await rows(db, sql`select done from deadline_event_round_off`)).toEqual([{ done: true }]);
		await expect(showEvent(as('visitor'), { eventId })).rejects.toThrow(NotFound);
		await expect(closeEvent(as('bureau'), { eventId })).rejects.toThrow(new Conflict('agenda_conflict_done'));
		await expect(moveEvent(as('bureau'), { eventId, startsOn: '2022-09-30', why: 'x' })).rejects.toThrow(Conflict);
	}
);

story(
	'an event that a plan names has no day, leaves no fact, and gets its first day without a reason',
	async ({ db, as }) => {
		await writeRegister(db);
		const wanted = { key: 'festival', name: { nl: 'Festival' } };
		const eventId = await ensureEvent(db, wanted);
		expect(await ensureEvent(db, wanted)).toBe(eventId);
		expect(await eventsByKey(db)).toEqual(new Map([['festival', { id: eventId, name: { nl: 'Festival' } }]]));
		expect(await doneFacts(db, eventId)).toEqual([]);
		await expect(closeEvent(as('bureau'), { eventId })).rejects.toThrow(new Conflict('agenda_conflict_no_day'));
		await moveEvent(as('bureau'), { eventId, startsOn: '2022-10-13' });
		expect(await doneFacts(db, eventId)).toMatchObject([{ starts_on: '2022-10-13' }]);
		const seriesId = await ensureSeries(db, { key: 'cafes', name: { nl: 'Cafés' } });
		expect(await ensureSeries(db, { key: 'cafes', name: { nl: 'Anders' } })).toBe(seriesId);
	}
);

story(
	'a title of which only the Dutch changes marks the English one, until that is written anew',
	async ({ db, as }) => {
		await writeRegister(db);
		const bureau = as('bureau');
		const { id: eventId } = await planEvent(bureau, { ...meeting, title: { nl: 'Overleg', en: 'Meeting' } });
		const titled = async (nl: string, en: string) => {
			await changeEvent(bureau, { eventId, ...meeting, title: { nl, en } });
			const [found] = await rows<{ title: object }>(
				db,
				sql`select title from fact_event_done where subject_id = ${eventId}`
			);
			return found?.title;
		};
		expect(await titled('Werkoverleg', 'Meeting')).toEqual({ nl: 'Werkoverleg', en: 'Meeting', older: 'en' });
		expect(await titled('Werkoverleg', 'Working meeting')).toEqual({ nl: 'Werkoverleg', en: 'Working meeting' });
	}
);

story('who runs an event changes it, but does not take it to a group they do not lead', async (scene) => {
	const { db, as } = scene;
	await writeRegister(db);
	const seriesId = await seriesOfOwnGroup(scene);
	const { id: eventId } = await planEvent(as('bureau'), { ...meeting, seriesId, key: 'once', tags: ['a'] });
	const same = { eventId, seriesId, groupId: OWN_GROUP };
	await changeEvent(as('group lead'), {
		...same,
		title: { nl: 'Nieuwe titel' },
		tags: 'klimaat, lobby',
		place: 'Den Haag'
	});
	expect((await showEvent(as('bureau'), { eventId })).event).toMatchObject({
		key: 'once',
		title: { nl: 'Nieuwe titel' },
		tags: ['klimaat', 'lobby'],
		place: 'Den Haag',
		visibility: 'group'
	});
	const elsewhere = { ...same, title: { nl: 'X' }, groupId: OTHER_GROUP };
	await expect(changeEvent(as('group lead'), elsewhere)).rejects.toThrow(Forbidden);
	await changeEvent(as('bureau'), elsewhere);
	expect(await doneFacts(db, eventId)).toMatchObject([{ group_id: OTHER_GROUP }]);
	await expect(changeEvent(as('group lead'), elsewhere)).rejects.toThrow(NotFound);
});
