// Files with facts in tests: how they are written, taken in and refused, and a small association around them.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { event, series } from '#modules/agenda/server/schema.ts';
import { channel, issue } from '#modules/channels/server/schema.ts';
import { Invalid } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { type Scene } from '#platform/server/testing.ts';
import { writeRegister } from './register.ts';
import { importFacts } from '#modules/intake/server/operations/import-facts.ts';

export const fileOf = (...parts: BlobPart[]) => new File(parts, 'facts.csv');
export const lines = (...rows: string[]) => fileOf(rows.join('\r\n'));
export const json = (...facts: object[]) => fileOf(facts.map((fact) => JSON.stringify(fact)).join('\n'));

export type Options = { source?: string; days?: 'day-first' | 'month-first' };
export const take = (scene: Scene, file: File, options: Options = { source: 'shop' }) =>
	importFacts(scene.as('bureau'), { file, ...options });

/** What is wrong, as `row, column: code`, in the order of the file. */
export async function wrongs(deed: Promise<unknown>): Promise<string[]> {
	try {
		await deed;
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		for (const issue of error.issues) {
			for (const locale of ['nl', 'en'] as const) expect(sayIssue(issue, locale)).not.toMatch(/undefined|\{|_issue_/);
		}
		return error.issues.map(
			({ path, code }) => `${path.replace('rows.', '').replace('.', ', ')}: ${code.replace(/^.*_issue_/, '')}`
		);
	}
	throw new Error('It was not refused.');
}

export type Found = {
	id: string;
	kind: string;
	starts_on: string;
	ends_on: string | null;
	state: string;
	quantity: number | null;
	title: { nl?: string; en?: string };
};
export const facts = (db: Database) =>
	rows<Found>(
		db,
		sql`select id, kind, starts_on, ends_on, state, quantity, title from fact where kind <> 'membership.holds' order by starts_on, title::text`
	);
export const said = async (db: Database) =>
	(await facts(db)).map(({ kind, starts_on, quantity }) => `${kind} ${starts_on} ${quantity ?? '-'}`);

export async function setScene({ db }: Scene) {
	await writeRegister(db);
	const [seriesId, channelId, eventId, issueId] = [newId(), newId(), newId(), newId()];
	await db.insert(series).values({ id: seriesId, key: 'lobby-network', name: { nl: 'Lobbynetwerk' } });
	await db
		.insert(channel)
		.values({ id: channelId, key: 'political-monitor', name: { nl: 'Politieke monitor' }, kind: 'monitor' });
	await db.insert(event).values({
		id: eventId,
		key: 'festival',
		title: { nl: 'Festival' },
		startsOn: '2022-05-12',
		endsOn: '2022-05-12',
		state: 'done'
	});
	await db
		.insert(issue)
		.values({ id: issueId, channelId, title: { nl: 'Editie 1' }, sentOn: '2022-01-07', state: 'sent' });
	return { seriesId, channelId, eventId, issueId };
}

export const header = 'kind,external_id,starts_on,quantity,title';
