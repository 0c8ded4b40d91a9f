// What is read of comments; reached only through operations.
import { and, desc, eq } from 'drizzle-orm';
import { person } from '#modules/members/server/schema.ts';
import type { Actor } from '#platform/actor.ts';
import type { Locale } from '#platform/localized.ts';
import type { RecordRef } from '#platform/record.ts';
import { sql, type Database } from '#platform/server/database.ts';
import { visibleTo } from '#platform/server/views.ts';
import type { CommentVisibility } from '../rules.ts';
import { comment } from './schema.ts';

/** More is no conversation any more; the newest are shown. */
const mostShown = 500;

/** `maySeeComment`, said in SQL. */
const visible = (actor: Actor) =>
	visibleTo(actor, {
		visibility: sql`${comment.visibility}`,
		organisationId: sql`null::uuid`,
		groupId: sql`null::uuid`
	});

export async function visibleComment(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select()
		.from(comment)
		.where(and(eq(comment.id, id), visible(actor)));
	return found;
}

export type ShownComment = {
	id: string;
	text: string | null;
	locale: Locale;
	visibility: CommentVisibility;
	byPersonId: string | null;
	by: string | null;
	writtenAt: Date;
	changedAt: Date | null;
	withdrawnAt: Date | null;
	isWithdrawnByOther: boolean;
};

/** What was said about a record, the oldest first. */
export async function commentsOn(db: Database, actor: Actor, { kind, id }: RecordRef): Promise<ShownComment[]> {
	const newest = await db
		.select({
			id: comment.id,
			text: comment.text,
			locale: comment.locale,
			visibility: comment.visibility,
			byPersonId: comment.byPersonId,
			by: sql<string | null>`nullif(trim(${person.givenName} || ' ' || ${person.familyName}), '')`,
			writtenAt: comment.writtenAt,
			changedAt: comment.changedAt,
			withdrawnAt: comment.withdrawnAt,
			isWithdrawnByOther: sql<boolean>`coalesce(${comment.withdrawnById} <> ${comment.byPersonId}, false)`
		})
		.from(comment)
		.leftJoin(person, eq(person.id, comment.byPersonId))
		.where(and(eq(comment.aboutKind, kind), eq(comment.aboutId, id), visible(actor)))
		.orderBy(desc(comment.writtenAt), desc(comment.id))
		.limit(mostShown);
	return newest.reverse();
}
