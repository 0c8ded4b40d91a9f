// The audit trail: one line per change, written in the change's own transaction.
import { desc, eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import type { Caller } from './operation.ts';
import { auditLine } from './schema.ts';

type Line = { operation: string; about?: { kind: string; id: string } | undefined; reason?: string | undefined };

const row = ({ actor }: Pick<Caller, 'actor'>, { operation, about, reason }: Line) => ({
	id: newId(),
	operation,
	actorKind: actor.kind,
	actorId: actor.personId,
	subjectKind: about?.kind ?? null,
	subjectId: about?.id ?? null,
	reason: reason ?? null
});

type By = Pick<Caller, 'db' | 'actor'>;

export async function writeAuditLine({ db, actor }: By, line: Line): Promise<void> {
	await db.insert(auditLine).values(row({ actor }, line));
}

/** A line for each of the records that one operation changed. */
export async function writeAuditLines({ db, actor }: By, lines: readonly Line[]): Promise<void> {
	if (lines.length > 0) await db.insert(auditLine).values(lines.map((line) => row({ actor }, line)));
}

/** What happened to one record, newest first, at most `limit` lines. */
export const auditLinesOf = (db: Database, subjectId: string, limit = 200) =>
	db.select().from(auditLine).where(eq(auditLine.subjectId, subjectId)).orderBy(desc(auditLine.at)).limit(limit);
