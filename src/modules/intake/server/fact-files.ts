// Files with facts between being tried and being taken in: one of each person, gone after a day.
import { eq, isNull } from 'drizzle-orm';
import type { DayOrder } from '#platform/cells.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { FactFile } from './fact-import.ts';
import { factFile } from './schema.ts';

type Given = { file: File; source?: string | undefined; days?: DayOrder | undefined };

/** Keeps it instead of what the person kept before. Answers its id. */
export async function keepFactFile({ db, actor }: Caller, { file, source, days }: Given): Promise<string> {
	const id = newId();
	const own = actor.personId === null ? isNull(factFile.addedById) : eq(factFile.addedById, actor.personId);
	await db.delete(factFile).where(own);
	await db.insert(factFile).values({
		id,
		name: file.name.slice(0, 200) || '–',
		source: source ?? null,
		days: days ?? null,
		content: Buffer.from(await file.arrayBuffer()),
		addedById: actor.personId
	});
	return id;
}

export async function keptFactFile(db: Database, id: string): Promise<(FactFile & { id: string }) | undefined> {
	const [found] = await db.select().from(factFile).where(eq(factFile.id, id));
	return (
		found && {
			id,
			file: new File([new Uint8Array(found.content)], found.name),
			source: found.source ?? undefined,
			days: found.days ?? undefined
		}
	);
}

export const forgetFactFile = async (db: Database, id: string) => {
	await db.delete(factFile).where(eq(factFile.id, id));
};
