// What stands around the activities, from tables to plan file: sources, priorities, core tasks, triggers, calendars, periods, chapters.
import { asc, eq } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { decision } from '#modules/deliverables/server/schema.ts';
import type { Database } from '#platform/server/database.ts';
import { goal, theme } from './framework-schema.ts';
import { priorityGoal, priorityOrganisation, prioritySdg, prioritySource, sourceTheme } from './links-schema.ts';
import type { Named } from './read-named.ts';
import { calendar, calendarRange, period, planSource, priority } from './records-schema.ts';
import { ambiguity, chapter, coreTask, trigger } from './schema.ts';
import { sourceIn } from './source-lines.ts';

type InPlan = PgTable & { planId: AnyPgColumn; position: AnyPgColumn };

/** All rows of a table that belong to the plan, in its order. */
export async function rowsIn<Table extends InPlan>(db: Database, table: Table, planId: string) {
	const source: InPlan = table;
	const found = await db.select().from(source).where(eq(source.planId, planId)).orderBy(asc(source.position));
	return found as Table['$inferSelect'][];
}

async function readOrigins(db: Database, planId: string, { keyOf }: Named) {
	const themes = await db
		.select({ id: sourceTheme.planSourceId, code: theme.code })
		.from(sourceTheme)
		.innerJoin(theme, eq(theme.id, sourceTheme.themeId))
		.orderBy(asc(sourceTheme.position));
	const goals = await db
		.select({ id: priorityGoal.priorityId, code: goal.code })
		.from(priorityGoal)
		.innerJoin(goal, eq(goal.id, priorityGoal.goalId))
		.orderBy(asc(priorityGoal.position));
	const sdgs = await db.select().from(prioritySdg).orderBy(asc(prioritySdg.position));
	const partners = await db.select().from(priorityOrganisation).orderBy(asc(priorityOrganisation.position));
	const from = await db.select().from(prioritySource).orderBy(asc(prioritySource.position));
	const sources = await rowsIn(db, planSource, planId);
	const sourceCodes = new Map(sources.map(({ id, code }) => [id, code]));
	return {
		sources: sources.map(({ id, code, kind, text, details, source }) => ({
			code,
			kind,
			text,
			...details,
			themes: themes.filter((link) => link.id === id).map((link) => link.code),
			...sourceIn(source)
		})),
		priorities: (await rowsIn(db, priority, planId)).map(({ id, code, title, points, source }) => ({
			code,
			title,
			points,
			goals: goals.filter((link) => link.id === id).map((link) => link.code),
			sdgs: sdgs.filter(({ priorityId }) => priorityId === id).map(({ sdg }) => sdg),
			partners: partners
				.filter(({ priorityId }) => priorityId === id)
				.map(({ organisationId }) => keyOf(organisationId)),
			sources: from
				.filter(({ priorityId }) => priorityId === id)
				.map(({ planSourceId }) => sourceCodes.get(planSourceId)),
			...sourceIn(source)
		}))
	};
}

type TriggerRow = typeof trigger.$inferSelect;
type DecisionRow = typeof decision.$inferSelect;

/** How a trigger stands; a decision that was taken in its own record tells for itself. */
function stateOf(row: TriggerRow, taken: DecisionRow | undefined) {
	if (row.state !== 'open' || taken?.state !== 'taken') {
		return { state: row.state, on: row.stateOn, by: row.stateById, why: row.why };
	}
	return { state: taken.outcome === 'yes' ? 'fired' : 'decided-against', on: taken.decidedOn, why: taken.reasons };
}

async function readTriggers(db: Database, planId: string) {
	const found = await db
		.select({ row: trigger, taken: decision })
		.from(trigger)
		.leftJoin(decision, eq(decision.id, trigger.decisionId))
		.where(eq(trigger.planId, planId))
		.orderBy(asc(trigger.position));
	return found.map(({ row, taken }) => ({
		key: row.key,
		kind: row.kind,
		label: row.label,
		resolves: row.resolves,
		...stateOf(row, taken ?? undefined)
	}));
}

async function readCalendars(db: Database, planId: string) {
	const ranges = await db.select().from(calendarRange).orderBy(asc(calendarRange.position));
	return (await rowsIn(db, calendar, planId)).map(({ id, key, label }) => ({
		key,
		label,
		ranges: ranges
			.filter(({ calendarId }) => calendarId === id)
			.map((range) => ({ starts_on: range.startsOn, ends_on: range.endsOn, label: range.label }))
	}));
}

export async function readAround(db: Database, planId: string, named: Named) {
	const chapters = await rowsIn(db, chapter, planId);
	const ambiguities = await rowsIn(db, ambiguity, planId);
	const coreTasks = await rowsIn(db, coreTask, planId);
	const periods = await rowsIn(db, period, planId);
	return {
		...(await readOrigins(db, planId, named)),
		core_tasks: coreTasks.map(({ code, key, title, across, note, source }) => ({
			code,
			key,
			title,
			across,
			note,
			...sourceIn(source)
		})),
		triggers: await readTriggers(db, planId),
		calendars: await readCalendars(db, planId),
		periods: periods.map(({ key, startsOn, endsOn, precision, label }) => ({
			key,
			starts_on: startsOn,
			ends_on: endsOn,
			precision,
			label
		})),
		chapters: chapters.map(({ number, title, about, texts, source }) => ({
			number,
			title,
			about,
			texts,
			...sourceIn(source)
		})),
		ambiguities: ambiguities.map(({ code, issue, reading, confidence, source }) => ({
			code,
			issue,
			reading,
			confidence,
			...sourceIn(source)
		}))
	};
}
