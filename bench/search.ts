// Searching everything that modules publish, in the big database, against hand-written SQL over the same tables.
import { hitsOf } from '#modules/search/server/queries.ts';
import { visitor } from '#platform/actor.ts';
import { connect, rows, sql, type Database } from '#platform/server/database.ts';
import { benchCaller } from './fill.ts';
import { inTurns, ratio, repeat, rounded, say, timesOf } from './measure.ts';

/** What somebody types: a word that few records have, one that a hundred thousand have, both, and one of the plan. */
const asked = { few: '4711', many: 'bijeenkomst', both: 'bijeenkomst 4711', plan: 'integriteit', none: 'onvindbaar' };

/** The tables that hold all that is found here; nobody's rights are looked at. */
const tables = {
	event: 'event',
	issue: 'issue',
	series: 'series',
	organisation: 'organisation',
	promise: 'promise',
	activity: 'activity',
	goal: 'goal',
	channel: 'channel',
	group: '"group"',
	document: 'document',
	milestone: 'milestone',
	decision: 'decision',
	term: 'term'
};
const named = new Set(['goal', 'organisation', 'group', 'series', 'channel']);

/** Hits of each kind and the five best with their titles marked: the least that a page of results needs. */
async function byHand(db: Database, q: string): Promise<ReadonlyMap<string, number>> {
	const parts = Object.entries(tables).map(([kind, table]) => {
		const title = sql.raw(named.has(kind) ? 'name' : 'title');
		return sql`select ${kind} as kind, id, ${title} as title, greatest(ts_rank(words_nl, a.nl), ts_rank(words_en, a.en)) as rank
			from ${sql.raw(table)}, asked a where words_nl @@ a.nl or words_en @@ a.en`;
	});
	const found = await rows<{ kind: string; total: number }>(
		db,
		sql`with asked as materialized (
				select websearch_to_tsquery('dutch', ${q}) || websearch_to_tsquery('simple', ${q}) || to_tsquery('simple', ${q.replaceAll(' ', ' & ')} || ':*') as nl,
					websearch_to_tsquery('english', ${q}) || to_tsquery('simple', ${q.replaceAll(' ', ' & ')} || ':*') as en
			), found as (${sql.join(parts, sql` union all `)}),
			best as (select *, count(*) over (partition by kind)::int as total, row_number() over (partition by kind order by rank desc, id) as place from found)
			select b.kind, b.total, ts_headline('dutch', coalesce(b.title->>'nl', b.title->>'en'), a.nl, 'HighlightAll=true') as heading
			from best b, asked a where place <= 5`
	);
	return new Map(found.map(({ kind, total }) => [kind, total]));
}

/** Ends the bench when the hand-written SQL finds anything else: then a ratio says nothing. */
async function mustAgree(db: Database, q: string): Promise<number> {
	const ours = await hitsOf(benchCaller(db), { q, page: 1 });
	const theirs = await byHand(db, q);
	for (const { kind, total } of ours) {
		if (kind in tables && theirs.get(kind) !== total)
			throw new Error(`${q}: the site finds ${total} of ${kind}, by hand ${theirs.get(kind)}`);
	}
	return ours.reduce((sum, { total }) => sum + total, 0);
}

/** The first search on a connection that has not searched yet. */
async function firstSearch(url: string, q: string): Promise<number> {
	const { db, close } = connect(url, 1);
	try {
		return rounded((await repeat(1, () => hitsOf(benchCaller(db), { q, page: 1 })))[0]!);
	} finally {
		await close();
	}
}

export async function benchSearch(url: string, { quick }: { quick: boolean }): Promise<void> {
	const cold: Record<string, number> = {};
	for (const [name, q] of Object.entries(asked)) cold[name] = await firstSearch(url, q);
	const { db, close } = connect(url, 2);
	try {
		const [counted] = await rows<{ documents: number }>(
			db,
			sql`select count(*)::int as documents from search_document`
		);
		say({ bench: 'search.documents', ...counted });
		for (const [name, q] of Object.entries(asked)) {
			const hits = await mustAgree(db, q);
			const times = await inTurns(quick ? 7 : 25, {
				everything: () => hitsOf(benchCaller(db), { q, page: 1 }),
				visitor: () => hitsOf({ ...benchCaller(db), actor: visitor }, { q, page: 1 }),
				limit: () => byHand(db, q)
			});
			const [ours, limit] = [timesOf(times.everything), timesOf(times.limit)];
			say({
				bench: `search.${name}`,
				hits,
				cold_ms: cold[name],
				...ours,
				visitor_median_ms: timesOf(times.visitor).median_ms,
				limit: 'hand-written SQL over the tables and their indexes, without rights and extracts',
				limit_median_ms: limit.median_ms,
				ratio: ratio(ours.median_ms, limit.median_ms)
			});
		}
	} finally {
		await close();
	}
}
