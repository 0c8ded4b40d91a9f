// Calendars on the internet: fetched while no transaction waits, and written only when they are still followed.
import { eq } from 'drizzle-orm';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { Internet } from '#platform/server/fetch.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../tests/setup/register.ts';
import { readAllSources } from './calendar-sources.ts';
import { stopCalendar } from './operations/take-in.ts';
import { calendarSource, suggestion } from './schema.ts';

/** An internet in which every name is this machine. */
const here: Internet = {
	resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
	isPublic: () => true,
	msForAll: 2000
};

async function site(answer: RequestListener): Promise<string> {
	const server = createServer(answer).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://cal.example:${(server.address() as AddressInfo).port}/a.ics`;
}

const calendar =
	'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20220517\r\nSUMMARY:Overleg\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

async function follow({ db }: Scene, url: string): Promise<string> {
	await writeRegister(db);
	const id = newId();
	await db.insert(calendarSource).values({ id, name: 'Bureau', url });
	return id;
}

const suggested = async ({ db }: Scene) => (await db.select().from(suggestion)).length;
const sourceOf = async ({ db }: Scene, id: string) =>
	(await db.select().from(calendarSource).where(eq(calendarSource.id, id)))[0]!;

story('a calendar that is followed is read, and says when', async (scene) => {
	const id = await follow(scene, await site((_asked, answer) => answer.end(calendar)));
	await readAllSources(scene.as('system'), here);
	expect(await suggested(scene)).toBe(1);
	expect(await sourceOf(scene, id)).toMatchObject({ problem: null, lastReadAt: expect.any(Date) });
});

story('one that somebody stopped while it was fetched leaves nothing behind', async (scene) => {
	let calendarId = '';
	const url = await site((_asked, answer) => {
		void stopCalendar(scene.as('bureau'), { calendarId }).then(() => answer.end(calendar));
	});
	calendarId = await follow(scene, url);
	await readAllSources(scene.as('system'), here);
	expect(await suggested(scene)).toBe(0);
	expect(await sourceOf(scene, calendarId)).toMatchObject({ lastReadAt: null, problem: null });
});

story('one that failed after it was stopped keeps no problem', async (scene) => {
	let calendarId = '';
	const url = await site((_asked, answer) => {
		void stopCalendar(scene.as('bureau'), { calendarId }).then(() => answer.writeHead(500).end());
	});
	calendarId = await follow(scene, url);
	await readAllSources(scene.as('system'), here);
	expect(await sourceOf(scene, calendarId)).toMatchObject({ problem: null });
});
