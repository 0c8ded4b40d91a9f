// Certificates, exemptions, agreements and mandates: record one, renew it, end it early, look at them.
import { asc, desc, eq } from 'drizzle-orm';
import { organisation } from '#modules/members/server/schema.ts';
import { marked } from '#platform/localized.ts';
import { anyone, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { Conflict } from '#platform/errors.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { plainCases } from '../cases.ts';
import { refuse, remember } from '../changes.ts';
import { termList } from '../lists.ts';
import { changesOf, organisationName, seenBy, visibleTerm } from '../queries.ts';
import { document, term, termPeriod } from '../schema.ts';

const aboutTerm = (subject: { id: string }) => ({ kind: 'term', id: subject.id });

const checkParties = (db: Database, input: { holderId?: string | undefined; counterpartId?: string | undefined }) =>
	checkReferences(db, [
		{ path: 'holderId', table: organisation, id: input.holderId },
		{ path: 'counterpartId', table: organisation, id: input.counterpartId }
	]);

export const addTerm = operation({
	name: 'deliverables.addTerm',
	input: inputs.term,
	may: rules.mayKeep,
	about: (_subject, result: { id: string }) => ({ kind: 'term', id: result.id }),
	run: async ({ db, actor, clock, input: { startsOn, endsOn, norm, note, ...content } }) => {
		await checkParties(db, content);
		const id = newId();
		const [made] = await db
			.insert(term)
			.values({ id, ...content })
			.onConflictDoNothing()
			.returning({ id: term.id });
		if (!made) throw new Conflict('deliverables_conflict_key_taken');
		if (startsOn) {
			await db.insert(termPeriod).values({ id: newId(), termId: id, startsOn, endsOn, norm, note });
			await remember({ db, actor, clock }, { termId: id, kind: 'begun', fromOn: startsOn, toOn: endsOn });
		}
		return { id };
	}
});

export const changeTerm = operation({
	name: 'deliverables.changeTerm',
	input: inputs.termChange,
	subject: ({ db, actor }, { termId }) => visibleTerm(db, actor, termId),
	may: rules.mayKeep,
	about: aboutTerm,
	run: async ({ db, subject, input: { termId: _id, ...content } }) => {
		await checkParties(db, content);
		const {
			title,
			description = null,
			kind,
			holderId = null,
			counterpartId = null,
			tags,
			link = null,
			visibility
		} = content;
		await db
			.update(term)
			.set(marked(subject, { title, description, kind, holderId, counterpartId, tags, link, visibility }))
			.where(eq(term.id, subject.id));
	}
});

/** A next period, or the first one. */
export const renewTerm = operation({
	name: 'deliverables.renewTerm',
	input: inputs.renewal,
	subject: ({ db, actor }, { termId }) => visibleTerm(db, actor, termId),
	may: rules.mayKeep,
	about: aboutTerm,
	run: async ({ db, actor, clock, subject, input: { termId, startsOn, endsOn, norm, note } }) => {
		const periods = await rows<{ overlaps: boolean }>(
			db,
			sql`select daterange(starts_on, ends_on, '[]') && daterange(${startsOn}, ${endsOn ?? null}::date, '[]') as overlaps
				from term_period where term_id = ${termId}`
		);
		if (periods.some(({ overlaps }) => overlaps)) throw new Conflict('deliverables_conflict_periods_overlap');
		const id = newId();
		await db.insert(termPeriod).values({ id, termId: subject.id, startsOn, endsOn, norm, note });
		const kind = periods.length === 0 ? ('begun' as const) : ('renewed' as const);
		await remember({ db, actor, clock }, { termId: subject.id, kind, fromOn: startsOn, toOn: endsOn });
		return { id };
	}
});

/** A period of a term that the actor may see. */
async function visiblePeriod(db: Database, actor: Actor, periodId: string) {
	const [found] = await db
		.select({ period: termPeriod, id: term.id })
		.from(termPeriod)
		.innerJoin(term, eq(term.id, termPeriod.termId))
		.where(sql`${termPeriod.id} = ${periodId} and ${seenBy(actor, term)}`);
	return found;
}

/** Ends a period before its day: the contract was given notice, the certificate was withdrawn. */
export const endTerm = operation({
	name: 'deliverables.endTerm',
	input: inputs.termEnd,
	subject: ({ db, actor }, { periodId }) => visiblePeriod(db, actor, periodId),
	may: rules.mayKeep,
	about: aboutTerm,
	reason: ({ why }) => why,
	run: async ({ db, actor, clock, subject: { id, period }, input: { endsOn, why } }) => {
		refuse(rules.cannotEnd(period, endsOn));
		await db.update(termPeriod).set({ endsOn }).where(eq(termPeriod.id, period.id));
		await remember({ db, actor, clock }, { termId: id, kind: 'ended', fromOn: period.endsOn, toOn: endsOn, why });
	}
});

/** Takes away a period that was recorded wrongly; that it was stays among the changes. */
export const removePeriod = operation({
	name: 'deliverables.removePeriod',
	input: inputs.periodToRemove,
	subject: ({ db, actor }, { periodId }) => visiblePeriod(db, actor, periodId),
	may: rules.mayKeep,
	about: aboutTerm,
	reason: ({ why }) => why,
	run: async ({ db, actor, clock, subject: { id, period }, input: { why } }) => {
		await db.delete(termPeriod).where(eq(termPeriod.id, period.id));
		await remember(
			{ db, actor, clock },
			{ termId: id, kind: 'withdrawn', fromOn: period.startsOn, toOn: period.endsOn, why }
		);
	}
});

export const listTerms = read({
	name: 'deliverables.listTerms',
	input: inputs.list,
	may: anyone,
	run: async ({ db, actor, clock, input }) => ({ ...(await termList(db, actor, clock.today(), input)), asked: input })
});

const periodsOf = (db: Database, termId: string) =>
	db.select().from(termPeriod).where(eq(termPeriod.termId, termId)).orderBy(desc(termPeriod.startsOn));

type AboutIt = { id: string; title: typeof document.$inferSelect.title; state: string; deliveredOn: Day | null };

export const showTerm = read({
	name: 'deliverables.showTerm',
	input: inputs.termId,
	subject: ({ db, actor }, { termId }) => visibleTerm(db, actor, termId),
	may: rules.maySeeDeliverable,
	cases: plainCases,
	run: async ({ db, actor, clock, subject }) => {
		const keeps = rules.mayKeep(actor);
		const periods = await periodsOf(db, subject.id);
		const documents: AboutIt[] = await db
			.select({ id: document.id, title: document.title, state: document.state, deliveredOn: document.deliveredOn })
			.from(document)
			.where(sql`${document.termId} = ${subject.id} and ${seenBy(actor, document)}`)
			.orderBy(asc(document.deliveredOn), asc(document.id));
		return {
			term: subject,
			standing: rules.standingOfTerm(periods, clock.today()),
			periods,
			documents,
			holder: await organisationName(db, subject.holderId),
			counterpart: await organisationName(db, subject.counterpartId),
			changes: await changesOf(db, 'termId', subject.id, keeps),
			may: { keep: keeps }
		};
	}
});
