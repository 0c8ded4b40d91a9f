// What is found; reached only through operations.
import type { Locale, Localized } from '#platform/localized.ts';
import { rows, sql } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { findableIn } from '#platform/server/views.ts';
import { marks, piecesOf, prefixQuery, type ExcerptPiece } from '../excerpt.ts';

const hitsPerKind = 5;
export const pageSize = 30;

const excerpt = `StartSel="${marks.start}", StopSel="${marks.stop}", MinWords=12, MaxWords=32, MaxFragments=1`;
const whole = `StartSel="${marks.start}", StopSel="${marks.stop}", HighlightAll=true`;

type Row = {
	kind: string;
	id: string;
	title: Localized;
	href: string;
	ofKind: number;
	lang: Locale;
	heading: string;
	excerpt: string | null;
};

export type Hit = Pick<Row, 'kind' | 'id' | 'href' | 'lang'> & { title: ExcerptPiece[]; text: ExcerptPiece[] };
export type HitsOfKind = { kind: string; total: number; hits: Hit[] };

/** In the reader's language, or else in the other. */
const inLanguage = (column: string, locale: Locale) =>
	sql.raw(
		locale === 'nl' ? `coalesce(${column}->>'nl', ${column}->>'en')` : `coalesce(${column}->>'en', ${column}->>'nl')`
	);

const asHit = ({ kind, id, href, lang, heading, excerpt: text }: Row): Hit => ({
	kind,
	id,
	href,
	lang,
	title: piecesOf(heading),
	text: text ? piecesOf(text) : []
});

type Asked = { q: string; kind?: string | undefined; page: number };

/**
 * Hits by kind, the kind with the best hit first; of one kind a page. Only what is shown gets an excerpt, which is the costly
 * part. A record that may be known of in two ways stands in the view twice, and is found once.
 */
export async function hitsOf({ db, actor, clock, locale }: Caller, { q, kind, page }: Asked): Promise<HitsOfKind[]> {
	const prefix = prefixQuery(q);
	const begins = prefix === null ? sql`''::tsquery` : sql`to_tsquery('simple', ${prefix})`;
	const [from, until] = kind ? [(page - 1) * pageSize, page * pageSize] : [0, hitsPerKind];
	const config = sql.raw(locale === 'nl' ? `'dutch'::regconfig` : `'english'::regconfig`);
	// Said in full where they are used: a condition on constants reaches the index of every table below the view, a join does not.
	const nl = sql`(websearch_to_tsquery('dutch', ${q}) || websearch_to_tsquery('simple', ${q}) || ${begins})`;
	const en = sql`(websearch_to_tsquery('english', ${q}) || ${begins})`;
	const query = locale === 'nl' ? nl : en;
	const found = await rows<Row>(
		db,
		sql`with found as (
				select distinct on (d.kind, d.id) d.kind, d.id, d.title, d.text, d.href,
					greatest(ts_rank(d.words_nl, ${nl}), ts_rank(d.words_en, ${en})) as rank
				from search_document d
				where (d.words_nl @@ ${nl} or d.words_en @@ ${en}) and ${findableIn(actor, 'd', clock.today())}
					and ${kind ? sql`d.kind = ${kind}` : sql`true`}
				order by d.kind, d.id
			), ranked as (
				select *, count(*) over (partition by kind) as "ofKind", max(rank) over (partition by kind) as best,
					row_number() over (partition by kind order by rank desc, ${inLanguage('title', locale)}, id) as place from found
			)
			select r.kind, r.id, r.title, r.href, r."ofKind",
				case when r.title->>${locale} is null then ${locale === 'nl' ? 'en' : 'nl'} else ${locale} end as lang,
				ts_headline(${config}, ${inLanguage('r.title', locale)}, ${query}, ${whole}) as heading,
				ts_headline(${config}, ${inLanguage('r.text', locale)}, ${query}, ${excerpt}) as excerpt
			from ranked r where r.place > ${from} and r.place <= ${until}
			order by r.best desc, r.kind, r.place`
	);
	return [...Map.groupBy(found, (row) => row.kind)].map(([ofKind, all]) => ({
		kind: ofKind,
		total: all[0]!.ofKind,
		hits: all.map(asHit)
	}));
}
