// The list of events: it shows exactly what each may see, and what was asked for.
import { expect } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, personaNames, personas, type Persona } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import * as rules from '../../rules.ts';
import { eventVisibilities } from '../../words.ts';
import { event, series } from '../schema.ts';
import { cancelEvent } from './close-event.ts';
import { listOrganisingGroups, listPlanningChoices } from './list-choices.ts';
import { listSeries, openSeries } from './open-series.ts';
import { planEvent } from './plan-event.ts';
import { listEvents, showEvent } from './show-event.ts';

story(
	'who sees an event in the list, who can open it, and who may see it by the rule are the same',
	async ({ db, as }) => {
		await writeRegister(db);
		const groups = [
			{ groupId: OWN_GROUP, alsoGroupIds: [] },
			{ groupId: OTHER_GROUP, alsoGroupIds: [] },
			{ groupId: OTHER_GROUP, alsoGroupIds: [OWN_GROUP] }
		];
		const all = eventVisibilities.flatMap((visibility) => groups.map((rest) => ({ id: newId(), visibility, ...rest })));
		for (const values of all) {
			await db
				.insert(event)
				.values({ ...values, title: { nl: 'Overleg' }, startsOn: '2022-10-01', endsOn: '2022-10-01' });
		}
		for (const persona of personaNames) {
			const expected = all.filter((each) => rules.maySeeEvent(personas[persona], each)).map(({ id }) => id);
			const { events } = await listEvents(as(persona), {});
			expect(events.map(({ id }) => id).toSorted(), persona).toEqual(expected.toSorted());
			for (const { id } of all) {
				const opens = await showEvent(as(persona), { eventId: id }).then(
					() => true,
					() => false
				);
				expect(opens, `${persona} opens ${id}`).toBe(expected.includes(id));
			}
		}
	}
);

story('who sees a series in the list and who may see it by the rule are the same', async ({ db, as }) => {
	await writeRegister(db);
	const all = eventVisibilities.flatMap((visibility) =>
		[OWN_GROUP, OTHER_GROUP].map((groupId) => ({ id: newId(), visibility, groupId }))
	);
	await db.insert(series).values(all.map((each) => ({ ...each, key: each.id, name: { nl: 'Reeks' } })));
	for (const persona of personaNames) {
		const expected = all.filter((each) => rules.maySeeSeries(personas[persona], each)).map(({ id }) => id);
		expect((await listSeries(as(persona), {})).map(({ id }) => id).toSorted(), persona).toEqual(expected.toSorted());
	}
});

async function someEvents({ db, as }: Scene) {
	await writeRegister(db);
	const { id: seriesId } = await openSeries(as('bureau'), { key: 'cafes', name: { nl: 'Kenniscafés' } });
	const plan = (nl: string, startsOn: string, rest: object = {}) =>
		planEvent(as('bureau'), { title: { nl }, startsOn, ...rest });
	await plan('Verleden', '2022-05-01', { state: 'done', seriesId });
	await plan('Vergeten', '2022-06-01', { groupId: OTHER_GROUP, alsoGroupIds: [OWN_GROUP] });
	const { id: cancelled } = await plan('Afgezegd', '2022-07-01');
	await cancelEvent(as('bureau'), { eventId: cancelled, why: 'Ziek' });
	await plan('Bezig', '2022-08-30', { endsOn: '2022-09-02' });
	await plan('Later', '2022-12-01', { place: '100% online', seriesId });
	await plan('Eerder', '2022-10-01', { groupId: OWN_GROUP });
	await db.insert(event).values({ id: newId(), title: { nl: 'Zonder dag' } });
	return seriesId;
}

const titles = ({ events }: Awaited<ReturnType<typeof listEvents>>) => events.map(({ title }) => title.nl);

story('the list shows what comes, what has been, what is to be rounded off', async (scene) => {
	const { as } = scene;
	const seriesId = await someEvents(scene);
	const list = async (filter: Parameters<typeof listEvents>[1]) => titles(await listEvents(as('bureau'), filter));
	expect(await list({})).toEqual(['Bezig', 'Eerder', 'Later', 'Zonder dag']);
	expect(await list({ show: 'past' })).toEqual(['Afgezegd', 'Vergeten', 'Verleden']);
	expect(await list({ show: 'to-round-off' })).toEqual(['Vergeten']);
	expect(await list({ show: 'all' })).toHaveLength(7);
	expect(await list({ show: 'all', seriesId })).toEqual(['Later', 'Verleden']);
	expect(await list({ show: 'all', groupId: OWN_GROUP })).toEqual(['Eerder', 'Vergeten']);
	expect(await list({ show: 'all', q: 'VER' })).toEqual(['Vergeten', 'Verleden']);
	expect(await list({ q: '0% on' })).toEqual(['Later']);
	expect(await list({ q: '_' })).toEqual([]);
});

story('the list comes in pages and says how many there are', async ({ db, as }) => {
	const days = Array.from({ length: 53 }, (_, index) => `2023-01-${String((index % 28) + 1).padStart(2, '0')}`);
	await db.insert(event).values(
		days.map((startsOn) => ({
			id: newId(),
			title: { nl: 'Overleg' },
			startsOn,
			endsOn: startsOn,
			visibility: 'public' as const
		}))
	);
	const pages = [await listEvents(as('visitor'), {}), await listEvents(as('visitor'), { page: '2' })];
	expect(pages.map(({ events, total }) => [events.length, total])).toEqual([
		[50, 53],
		[3, 53]
	]);
	expect(new Set(pages.flatMap(({ events }) => events.map(({ id }) => id))).size).toBe(53);
});

story(
	'who plans is offered only what they may plan for; filters offer the groups that one may see',
	async ({ db, as }) => {
		await writeRegister(db);
		const open = (key: string, groupId?: string) =>
			openSeries(as('bureau'), { key, name: { nl: key }, groupId, visibility: groupId ? 'group' : 'members' });
		await open('own', OWN_GROUP);
		await open('other', OTHER_GROUP);
		await open('none');
		const offered = await listPlanningChoices(as('group lead'), {});
		expect(offered.series.map(({ name }) => name.nl)).toEqual(['own']);
		expect(offered.groups.map(({ id }) => id)).toEqual([OWN_GROUP]);
		expect(offered).toMatchObject({ mayBeOfNoGroup: false, allGroups: [{ id: OTHER_GROUP }, { id: OWN_GROUP }] });
		const all = await listPlanningChoices(as('bureau'), {});
		expect(all.series.map(({ name }) => name.nl)).toEqual(['none', 'other', 'own']);
		expect(all.mayBeOfNoGroup).toBe(true);
		await expect(listPlanningChoices(as("member's staff"), {})).rejects.toThrow(Forbidden);
		const groupsFor = async (who: Persona) => (await listOrganisingGroups(as(who), {})).map(({ id }) => id);
		expect(await groupsFor("member's staff")).toEqual([OWN_GROUP]);
		expect(await groupsFor('bureau')).toEqual([OTHER_GROUP, OWN_GROUP]);
		expect(await groupsFor('visitor')).toEqual([]);
	}
);
