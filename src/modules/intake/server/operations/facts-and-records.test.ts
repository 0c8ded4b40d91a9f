// Facts from files and records of our own: what a fact is about, and what it takes the place of.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { rows } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import { lines, take, wrongs, facts, setScene } from '../../../../../tests/setup/fact-files.ts';

story('attendance from a ticket shop is about the event above it, and makes it count', async (scene) => {
	const { eventId } = await setScene(scene);
	const file = lines(
		'kind,external_id,starts_on,subject,event,organisation,person,quantity,role',
		'event.done,e-1,2022-03-01,,,,,,',
		'event.attended,t-1,2022-03-01,e-1,,own-organisation,,3,',
		'event.attended,t-2,2022-03-01,e-1,,,Mila@Example.org,,speaker',
		'event.attended,t-3,2022-05-12,,festival,,,40,'
	);
	await take(scene, file);
	const about = await rows<{ subject_id: string; quantity: number; standing: string; visibility: string }>(
		scene.db,
		sql`select subject_id, quantity, standing, visibility from fact_event_attended order by starts_on, quantity desc`
	);
	const [held] = await rows<{ id: string }>(
		scene.db,
		sql`select id from fact_event_done where starts_on = '2022-03-01'`
	);
	expect(about).toEqual([
		{ subject_id: held!.id, quantity: 3, standing: 'member', visibility: 'members' },
		{ subject_id: held!.id, quantity: 1, standing: 'other', visibility: 'bureau' },
		{ subject_id: eventId, quantity: 40, standing: 'other', visibility: 'members' }
	]);
	const above = lines(
		'kind,external_id,starts_on,subject',
		'event.attended,t-9,2022-03-01,e-9',
		'event.done,e-9,2022-03-01,'
	);
	expect(await wrongs(take(scene, above))).toEqual(['2, subject: subject']);
});

story('a fact takes the place of our own record, and what was about it follows', async (scene) => {
	const { eventId, issueId } = await setScene(scene);
	await take(
		scene,
		lines('kind,external_id,starts_on,subject', 'event.done,e-1,2022-05-12,', 'event.attended,t-1,2022-05-12,e-1')
	);
	expect((await facts(scene.db)).filter(({ kind }) => kind === 'event.done').length).toBe(2);
	await take(scene, lines('kind,external_id,starts_on,event', 'event.done,e-1,2022-05-13,festival'));
	expect((await facts(scene.db)).filter(({ kind }) => kind === 'event.done')).toMatchObject([
		{ id: eventId, starts_on: '2022-05-13' }
	]);
	expect(await rows(scene.db, sql`select subject_id from fact_event_attended`)).toEqual([{ subject_id: eventId }]);
	const refused = lines(
		'kind,external_id,starts_on,event,replaces',
		'event.done,e-2,2022-05-12,festival,',
		`event.done,e-3,2022-05-12,,${issueId}`,
		'event.done,e-4,2022-05-12,,editie 1'
	);
	expect(await wrongs(take(scene, refused))).toEqual([
		'2, replaces: replaced',
		'3, replaces: nothing_to_replace',
		'4, replaces: replaces'
	]);
});
