// What is read of facts from outside; reached only through operations.
import { and, eq, inArray } from 'drizzle-orm';
import { group } from '#modules/groups/server/schema.ts';
import { organisation, person } from '#modules/members/server/schema.ts';
import { series } from '#modules/agenda/server/schema.ts';
import type { Actor } from '#platform/actor.ts';
import { sql, type Database } from '#platform/server/database.ts';
import { reportedFact } from '#platform/server/schema.ts';
import { visibleTo } from '#platform/server/views.ts';

/** `maySeeFact`, said in SQL. */
const visible = (actor: Actor) =>
	visibleTo(actor, {
		visibility: sql`${reportedFact.visibility}`,
		organisationId: sql`${reportedFact.organisationId}`,
		groupId: sql`${reportedFact.groupId}`,
		alsoGroupIds: sql`${reportedFact.alsoGroupIds}`
	});

/** A fact from outside with the names of what it refers to; undefined when the actor may not see it. */
export async function visibleFact(db: Database, actor: Actor, id: string) {
	const [found] = await db
		.select({
			fact: reportedFact,
			organisation: { id: organisation.id, name: organisation.name },
			series: { id: series.id, name: series.name },
			person: sql<string | null>`nullif(trim(${person.givenName} || ' ' || ${person.familyName}), '')`
		})
		.from(reportedFact)
		.leftJoin(organisation, eq(organisation.id, reportedFact.organisationId))
		.leftJoin(series, eq(series.id, reportedFact.seriesId))
		.leftJoin(person, eq(person.id, reportedFact.personId))
		.where(and(eq(reportedFact.id, id), visible(actor)));
	if (!found) return undefined;
	const { fact, ...names } = found;
	const groupIds = [...(fact.groupId ? [fact.groupId] : []), ...fact.alsoGroupIds];
	const groups = await db.select({ id: group.id, name: group.name }).from(group).where(inArray(group.id, groupIds));
	return { ...fact, ...names, groups };
}
