// The tables of the current schema as PostgreSQL knows them: what a backup holds, and how they are emptied and filled again.
import type { Client } from 'pg';

export type Table = { name: string; columns: string[] };

/** Kept by `migrate` itself. */
const bookkeeping = ['migration', 'published'];
/** Who is signed in, links that are out, attempts: a backup that is put back must not open doors that were shut since. */
const momentary = ['auth_session', 'auth_verification', 'attempt'];
const leftOut = [...bookkeeping, ...momentary];

/** Made by an extension, so not ours to touch. */
const ofExtension = (catalog: string, id: string) =>
	`exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${id} and d.deptype = 'e')`;

const inOurSchema = (alias: string, column: string) => `${alias}.${column} = current_schema()::regnamespace`;

const tablesQuery = `
	select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
	from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	where ${inOurSchema('c', 'relnamespace')} and c.relkind in ('r', 'p') and not c.relispartition
		and not ${ofExtension('pg_class', 'c.oid')}
	group by c.relname order by c.relname`;

/** Every table of ours with its stored columns; tables of the moment and of `migrate` only when asked for. */
export async function readTables(client: Client, { all = false } = {}): Promise<Table[]> {
	const { rows } = await client.query<Table>(tablesQuery);
	return rows.filter(({ name }) => all || !leftOut.includes(name));
}

export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ columns }: Table) => columns.map(identifier).join(', ');

/** Tags of the migrations that made this database, or undefined when it is not one of ours. */
export async function readMigrations(client: Client): Promise<string[] | undefined> {
	const tables = await readTables(client, { all: true });
	if (!tables.some(({ name }) => name === 'migration')) return undefined;
	const { rows } = await client.query<{ tag: string }>('select tag from migration order by tag');
	return rows.map(({ tag }) => tag);
}

export type Sequence = { name: string; value: string };

/** Sequences that were used, with the last number they gave. */
export async function readSequences(client: Client): Promise<Sequence[]> {
	const { rows } = await client.query<Sequence>(
		`select sequencename as name, last_value::text as value from pg_sequences
			where schemaname = current_schema() and last_value is not null order by sequencename`
	);
	return rows;
}

/** Names of the tables with rows in them. */
export async function tablesWithRows(client: Client): Promise<string[]> {
	const found: string[] = [];
	for (const { name } of await readTables(client)) {
		const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${identifier(name)}) as some`);
		if (rows[0]?.some) found.push(name);
	}
	return found;
}

/** Drops all that the migrations and the queue of jobs made; extensions stay. */
export async function dropEverything(client: Client): Promise<void> {
	await client.query(`do $$ declare statement text; begin
		for statement in
			select format('drop %s if exists %I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
					when 'S' then 'sequence' else 'table' end, c.relname)
				from pg_class c where ${inOurSchema('c', 'relnamespace')} and c.relkind in ('r', 'p', 'v', 'm', 'S')
					and not ${ofExtension('pg_class', 'c.oid')}
		loop execute statement; end loop;
		for statement in
			select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
				where ${inOurSchema('p', 'pronamespace')} and not ${ofExtension('pg_proc', 'p.oid')}
		loop execute statement; end loop;
		for statement in
			select format('drop type if exists %I cascade', t.typname) from pg_type t
				where ${inOurSchema('t', 'typnamespace')} and t.typtype in ('e', 'd', 'r') and not ${ofExtension('pg_type', 't.oid')}
		loop execute statement; end loop;
		drop schema if exists pgboss cascade;
	end $$`);
}

type ForeignKey = { table: string; name: string; definition: string };

const foreignKeysQuery = `
	select k.conrelid::regclass::text as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
	from pg_constraint k where ${inOurSchema('k', 'connamespace')} and k.contype = 'f' and k.conparentid = 0`;

/**
 * Fills tables in any order: foreign keys are taken off and put back, which checks them over all rows; triggers of ours
 * rest meanwhile. Needs no superuser, only the owner of the tables.
 */
export async function withoutForeignKeys(client: Client, fill: () => Promise<void>): Promise<void> {
	const { rows: keys } = await client.query<ForeignKey>(foreignKeysQuery);
	const tables = await readTables(client);
	for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${identifier(name)}`);
	for (const { name } of tables) await client.query(`alter table ${identifier(name)} disable trigger user`);
	await fill();
	for (const { name } of tables) await client.query(`alter table ${identifier(name)} enable trigger user`);
	for (const { table, name, definition } of keys) {
		await client.query(`alter table ${table} add constraint ${identifier(name)} ${definition}`);
	}
}
