// The published views: how modules meet. Every module publishes its facts, deadlines and search texts in one common form.
import { sql, type SQL } from 'drizzle-orm';
import { isBureau, isInside, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { FactKind } from '#platform/facts.ts';

const factColumns = {
	id: 'uuid',
	starts_on: 'date',
	ends_on: 'date',
	state: 'text',
	organisation_id: 'uuid',
	person_id: 'uuid',
	group_id: 'uuid',
	/** The groups that it counts for beside `group_id`, of what is joint. */
	also_group_ids: 'uuid[]',
	series_id: 'uuid',
	subject_id: 'uuid',
	standing: 'text',
	role: 'text',
	country: 'text',
	mode: 'text',
	tags: 'text[]',
	quantity: 'numeric',
	/** How many answers `quantity` is the mean of, when people were asked. */
	answers: 'integer',
	/** When it is or was to be done, of what is promised for a day; and when at first, before it was put off. */
	due_on: 'date',
	first_due_on: 'date',
	title: 'jsonb',
	href: 'text',
	visibility: 'text'
} as const;

const deadlineColumns = {
	id: 'uuid',
	due_on: 'date',
	person_id: 'uuid',
	role: 'text',
	organisation_id: 'uuid',
	group_id: 'uuid',
	title: 'jsonb',
	href: 'text',
	done: 'boolean',
	visibility: 'text'
} as const;

const searchColumns = {
	id: 'uuid',
	title: 'jsonb',
	/** What else there is to read of it, for an excerpt. */
	text: 'jsonb',
	words_nl: 'tsvector',
	words_en: 'tsvector',
	organisation_id: 'uuid',
	group_id: 'uuid',
	/** Days between which this visibility holds; empty: always. Who works for a member can be found as long as that lasts. */
	starts_on: 'date',
	ends_on: 'date',
	href: 'text',
	visibility: 'text'
} as const;

const columnsOf = { fact: factColumns, deadline: deadlineColumns, search_document: searchColumns };
export type Publication = keyof typeof columnsOf;

type Always<P extends Publication> = P extends 'fact'
	? 'id' | 'starts_on' | 'state' | 'title' | 'href' | 'visibility'
	: P extends 'deadline'
		? 'id' | 'due_on' | 'title' | 'href' | 'done' | 'visibility'
		: 'id' | 'title' | 'href' | 'visibility';

type Columns<P extends Publication> = Partial<Record<keyof (typeof columnsOf)[P] & string, string>> &
	Record<Always<P>, string>;

type Branch<P extends Publication> = {
	from: string;
	where?: string;
	columns: Columns<P>;
	/** Columns of facts from outside that follow from other records, as SQL over `reported_fact r`: the standing on that day. */
	reported?: P extends 'fact' ? Partial<Record<keyof typeof factColumns, string>> : never;
};

/** A view under the publication's name and the kind's: `fact_issue_sent`. */
export type PublishedView = { publication: Publication; kind: string; name: string; definition: string };

export type PublishedFact = { kind: FactKind; view: PublishedView };

/** Name of the view of one kind: `event.done` → `fact_event_done`. */
export const viewName = (publication: Publication, kind: string) => `${publication}_${kind.replaceAll(/[.-]/g, '_')}`;

type Selected = { from: string; where?: string | undefined; columns: Record<string, string | undefined> };

/** Every expression is cast, so that all branches of a publication fit together. */
function select(publication: Publication, kind: string, { from, where, columns }: Selected): string {
	const list = Object.entries(columnsOf[publication]).map(
		([name, type]) => `(${columns[name] ?? 'null'})::${type} as ${name}`
	);
	return `select '${kind}'::text as kind, ${list.join(', ')} from ${from}${where ? ` where ${where}` : ''}`;
}

/** What a fact from outside does not tell: it says what happened. */
const neverReported: ReadonlySet<string> = new Set(['due_on', 'first_due_on']);

/**
 * Facts from outside stand beside the module's own. One that names a record of ours takes its place, under the record's id,
 * so that what is about the record stays about it and nothing counts twice.
 */
function withReported(kind: string, { from, where, columns, reported = {} }: Branch<'fact'>): string {
	const notReplaced = `not exists (select from reported_fact instead
		where instead.replaces_id = (${columns.id}) and instead.withdrawn_at is null)`;
	const own = { from, where: where ? `(${where}) and ${notReplaced}` : notReplaced, columns };
	const asReported = Object.fromEntries(
		Object.keys(factColumns).map((name) => [name, neverReported.has(name) ? undefined : `r.${name}`])
	);
	const outside = {
		from: 'reported_fact r',
		where: `r.kind = '${kind}' and r.withdrawn_at is null`,
		columns: { ...asReported, ...reported, id: 'coalesce(r.replaces_id, r.id)', href: `'/facts/' || r.id` }
	};
	return `${select('fact', kind, own)} union all ${select('fact', kind, outside)}`;
}

/**
 * One published view. `columns` are SQL expressions. `security_invoker`, because a view would otherwise hand out rows that
 * row-level security hides.
 */
export function publish<P extends Publication>(publication: P, kind: string, branch: Branch<P>): PublishedView {
	const name = viewName(publication, kind);
	const body =
		publication === 'fact' ? withReported(kind, branch as Branch<'fact'>) : select(publication, kind, branch);
	return { publication, kind, name, definition: `create view ${name} with (security_invoker = true) as ${body}` };
}

/** Statements that make all views, the union of each publication last. */
export function viewStatements(views: readonly PublishedView[]): string[] {
	const unions = (Object.keys(columnsOf) as Publication[]).map((publication) => {
		const branches = views
			.filter((view) => view.publication === publication)
			.map((view) => `select * from ${view.name}`);
		const empty = `select null::text as kind, ${Object.entries(columnsOf[publication])
			.map(([name, type]) => `null::${type} as ${name}`)
			.join(', ')} where false`;
		return `create view ${publication} with (security_invoker = true) as ${branches.join(' union all ') || empty}`;
	});
	return [...views.map((view) => view.definition), ...unions];
}

/** Statements that drop every published view, whichever release made it. */
export const dropViewsStatement = `do $$ declare view_name text; begin
	for view_name in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'v' and n.nspname = current_schema() and c.relname ~ '^(fact|deadline|search_document)(_|$)'
	loop execute format('drop view if exists %I cascade', view_name); end loop; end $$`;

type SeenColumns = {
	visibility: SQL | SQL.Aliased;
	organisationId: SQL;
	groupId: SQL;
	/** Of what may be of several groups: a list of ids. */
	alsoGroupIds?: SQL;
};

const among = (column: SQL, ids: readonly string[]) =>
	ids.length === 0
		? sql`false`
		: sql`${column} in (${sql.join(
				ids.map((id) => sql`${id}::uuid`),
				sql`, `
			)})`;

/** `maySee` of `visibility.ts`, said in SQL. */
export function visibleTo(actor: Actor, { visibility, organisationId, groupId, alsoGroupIds }: SeenColumns): SQL {
	if (isBureau(actor)) return sql`${visibility} <> 'sealed'`;
	const allowed = [sql`${visibility} = 'public'`];
	if (isInside(actor)) allowed.push(sql`${visibility} = 'members'`);
	const ownOrganisations = among(
		organisationId,
		actor.organisations.map((tie) => tie.organisationId)
	);
	allowed.push(sql`(${visibility} = 'organisation' and ${ownOrganisations})`);
	const ownGroups = actor.groups.map((tie) => tie.groupId);
	allowed.push(sql`(${visibility} = 'group' and ${among(groupId, ownGroups)})`);
	if (alsoGroupIds && ownGroups.length > 0) {
		allowed.push(
			sql`(${visibility} = 'group' and coalesce(${alsoGroupIds} && ${sql.param(ownGroups)}::uuid[], false))`
		);
	}
	return sql`(${sql.join(allowed, sql` or `)})`;
}

const columnOf = (alias: string) => (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`;

const seenColumns = (column: (name: string) => SQL): SeenColumns => ({
	visibility: column('visibility'),
	organisationId: column('organisation_id'),
	groupId: column('group_id')
});

/** `visibleTo` for a query over `deadline` or `search_document` under the alias `alias`. */
export const visibleIn = (actor: Actor, alias: string) => visibleTo(actor, seenColumns(columnOf(alias)));

/** `visibleTo` for a query over facts under the alias `alias`: what is joint is seen by each of its groups. */
export const factVisibleIn = (actor: Actor, alias: string) => {
	const column = columnOf(alias);
	return visibleTo(actor, { ...seenColumns(column), alsoGroupIds: column('also_group_ids') });
};

/** Of `search_document` under the alias `alias`: the rows by which the actor may know of a record on a day. A record may have several. */
export const findableIn = (actor: Actor, alias: string, day: Day) => {
	const column = columnOf(alias);
	return sql`(${visibleIn(actor, alias)} and coalesce(${column('starts_on')}, '-infinity') <= ${day}::date
		and coalesce(${column('ends_on')}, 'infinity') >= ${day}::date)`;
};

/** Of `deadline` under the alias `alias`: what the actor may know of, what is theirs to do whoever else may know of it included. */
export const dueIn = (actor: Actor, alias: string) => {
	const column = columnOf(alias);
	return sql`(${visibleIn(actor, alias)} or coalesce(${column('person_id')} = ${actor.personId}::uuid, false)
		or coalesce(${column('role')} = any (${sql.param([...actor.roles])}::text[]), false))`;
};
