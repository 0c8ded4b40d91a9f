// Brings the database to this release: drop published views, migrate, make the views, in one transaction.
// PostgreSQL refuses to change a column that a view uses, so views never survive a migration.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { rows, type Database } from './database.ts';
import { publishedViews } from './module.ts';
import { checkout } from './settings.ts';
import { dropViewsStatement, viewStatements } from './views.ts';

const folder = join(checkout, 'migrations');

type Entry = { tag: string };

/** Migrations in order, as drizzle-kit wrote them. */
export async function migrations(): Promise<{ tag: string; statements: string[] }[]> {
	const journal: { entries: Entry[] } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));
	return Promise.all(
		journal.entries.map(async ({ tag }) => {
			const text = await readFile(join(folder, `${tag}.sql`), 'utf8');
			return { tag, statements: text.split('--> statement-breakpoint').filter((statement) => statement.trim()) };
		})
	);
}

async function pending(db: Database) {
	await db.execute(
		sql`create table if not exists migration (tag text primary key, applied_at timestamptz not null default now())`
	);
	await db.execute(
		sql`create table if not exists published (one boolean primary key default true check (one), hash text not null)`
	);
	const applied = new Set((await rows<{ tag: string }>(db, sql`select tag from migration`)).map((row) => row.tag));
	const known = await migrations();
	const unknown = [...applied].filter((tag) => !known.some((migration) => migration.tag === tag));
	if (unknown.length > 0) throw new NewerDatabase(unknown[0]!);
	return known.filter((migration) => !applied.has(migration.tag));
}

/** The database was made by a later release than this one. */
export class NewerDatabase extends Error {
	constructor(tag: string) {
		super(`The database was made by a later release of Schakel (it holds migration ${tag}).`);
	}
}

/** Applies pending migrations up to and including `until`, and leaves the views out: they are of this release. */
async function applyUntil(
	tx: Database,
	due: readonly { tag: string; statements: string[] }[],
	until?: string
): Promise<void> {
	for (const { tag, statements } of due) {
		for (const statement of statements) await tx.execute(sql.raw(statement));
		await tx.execute(sql`insert into migration (tag) values (${tag})`);
		if (tag === until) return;
	}
}

/** Brings an empty database to an earlier level, for a backup made then; `migrate` does the rest once its rows are in. */
export const migrateUntil = async (tx: Database, until: string) => applyUntil(tx, await pending(tx), until);

/** Answers how many migrations were applied. Safe to call from several processes at once; does nothing when all is in step. */
export async function migrate(db: Database): Promise<number> {
	const statements = viewStatements(publishedViews());
	const hash = createHash('sha256').update(statements.join(';')).digest('hex');
	return db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext('schakel.migrate'))`);
		const due = await pending(tx);
		const [published] = await rows<{ hash: string }>(tx, sql`select hash from published`);
		if (due.length === 0 && published?.hash === hash) return 0;
		await tx.execute(sql.raw(dropViewsStatement));
		await applyUntil(tx, due);
		for (const statement of statements) await tx.execute(sql.raw(statement));
		await tx.execute(
			sql`insert into published (hash) values (${hash}) on conflict (one) do update set hash = excluded.hash`
		);
		return due.length;
	});
}
