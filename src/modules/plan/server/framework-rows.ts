// The strategic framework between plan file and tables, both ways.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#platform/server/database.ts';
import type { Framework, Theme, ThemeSet } from '../plan-file-framework.ts';
import { criterion, framework, goal, theme, themeGoal, themeSdg, valueStrategy } from './framework-schema.ts';
import { addRows, namesIn, putRows, removeOthers, type Ids } from './put-rows.ts';
import { sourceOf, sourceIn } from './source-lines.ts';

/** Makes the ids of what the framework names known; answers the framework's own id. */
export async function knowFramework(db: Database, key: string, ids: Ids): Promise<string> {
	const [found] = await db.select({ id: framework.id }).from(framework).where(eq(framework.key, key));
	if (found) {
		const { id } = found;
		ids.know('framework', [[key, id]]);
		ids.know('goal', await namesIn(db, goal, goal.code, { column: goal.frameworkId, id }));
		ids.know(
			'strategy',
			await namesIn(db, valueStrategy, valueStrategy.code, { column: valueStrategy.frameworkId, id })
		);
		ids.know('criterion', await namesIn(db, criterion, criterion.code, { column: criterion.frameworkId, id }));
		ids.know('theme', await namesIn(db, theme, theme.code, { column: theme.frameworkId, id }));
	}
	return ids.of('framework', key);
}

type ThemeRow = typeof theme.$inferInsert & { goals: string[]; sdgs: number[] };

function themeRows(sets: readonly ThemeSet[], frameworkId: string, ids: Ids): ThemeRow[] {
	const rows: ThemeRow[] = [];
	const add = (
		kind: ThemeRow['kind'],
		parentId: string | null,
		{ name, text, note, goals = [], sdgs = [], ...rest }: Partial<Theme> & { code: string; main?: boolean | undefined }
	) => {
		const id = ids.of('theme', rest.code);
		const row = { id, frameworkId, position: rows.length, code: rest.code, kind, parentId, main: rest.main ?? false };
		rows.push({
			...row,
			name: name ?? null,
			text: text ?? null,
			note: note ?? null,
			source: sourceOf(rest),
			goals,
			sdgs
		});
		return id;
	};
	for (const set of sets) {
		const setId = add('set', null, set);
		for (const one of set.themes ?? []) {
			const themeId = add('theme', setId, one);
			for (const question of one.questions ?? []) add('question', themeId, question);
		}
	}
	return rows;
}

function strategyRows({ value_strategies: values }: Framework, frameworkId: string, ids: Ids) {
	const strategies = (values?.strategies ?? []).map(({ code, key, name, text, criteria, ...rest }, position) => ({
		row: {
			id: ids.of('strategy', code),
			frameworkId,
			position,
			code,
			key,
			name,
			text: text ?? null,
			source: sourceOf(rest)
		},
		criteria: criteria ?? []
	}));
	const criteria = strategies.flatMap(({ row, criteria: own }) =>
		own.map((one) => ({ ...one, valueStrategyId: row.id }))
	);
	return {
		strategies: strategies.map(({ row }) => row),
		criteria: criteria.map(({ code, text, valueStrategyId, ...rest }, position) => ({
			id: ids.of('criterion', code),
			frameworkId,
			position,
			code,
			valueStrategyId,
			text,
			source: sourceOf(rest)
		}))
	};
}

/** Writes the framework; what another plan still uses cannot be removed (the database refuses). */
export async function putFramework(db: Database, file: Framework, ids: Ids) {
	const id = ids.of('framework', file.key);
	const { key, title, starts_on: startsOn, ends_on: endsOn, goals = [], themes = [] } = file;
	const { overall_goal, mission, orientation, decision_framework, value_strategies: values } = file;
	const texts = {
		overall_goal,
		mission,
		orientation,
		decision_framework,
		value_strategies: { ...values, strategies: undefined }
	};
	await putRows(db, framework, [
		{ id, key, title, startsOn: startsOn ?? null, endsOn: endsOn ?? null, texts, source: sourceOf(file) }
	]);
	const goalRows = goals.map(({ code, key: goalKey, name, text, ...rest }, position) => ({
		id: ids.of('goal', code),
		frameworkId: id,
		position,
		code,
		key: goalKey,
		name,
		text: text ?? null,
		source: sourceOf(rest)
	}));
	const { strategies, criteria } = strategyRows(file, id, ids);
	const rows = themeRows(themes, id, ids);
	await putRows(db, goal, goalRows);
	await putRows(db, valueStrategy, strategies);
	await putRows(db, criterion, criteria);
	await putRows(
		db,
		theme,
		rows.map(({ goals: _goals, sdgs: _sdgs, ...row }) => row)
	);
	await putThemeLinks(db, rows, id, ids);
	return { goals: goalRows, strategies, criteria, themes: rows };
}

async function putThemeLinks(db: Database, rows: readonly ThemeRow[], frameworkId: string, ids: Ids) {
	const all = db.select({ id: theme.id }).from(theme).where(eq(theme.frameworkId, frameworkId));
	await db.delete(themeGoal).where(inArray(themeGoal.themeId, all));
	await db.delete(themeSdg).where(inArray(themeSdg.themeId, all));
	const goals = rows.flatMap(({ id: themeId, goals: codes }) =>
		codes.map((code, position) => ({ themeId, goalId: ids.of('goal', code), position }))
	);
	const sdgs = rows.flatMap(({ id: themeId, sdgs: numbers }) =>
		numbers.map((sdg, position) => ({ themeId, sdg, position }))
	);
	await addRows(db, themeGoal, goals);
	await addRows(db, themeSdg, sdgs);
}

/** Removes what the file no longer has; after the links to it are gone. */
export async function removeFromFramework(db: Database, id: string, kept: Awaited<ReturnType<typeof putFramework>>) {
	const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
	const themes = [...kept.themes].reverse();
	await removeOthers(db, theme, eq(theme.frameworkId, id), idsOf(themes));
	await removeOthers(db, criterion, eq(criterion.frameworkId, id), idsOf(kept.criteria));
	await removeOthers(db, valueStrategy, eq(valueStrategy.frameworkId, id), idsOf(kept.strategies));
	await removeOthers(db, goal, eq(goal.frameworkId, id), idsOf(kept.goals));
}

async function readThemes(db: Database, frameworkId: string): Promise<ThemeSet[]> {
	const rows = await db.select().from(theme).where(eq(theme.frameworkId, frameworkId)).orderBy(asc(theme.position));
	const goals = await db
		.select({ themeId: themeGoal.themeId, code: goal.code })
		.from(themeGoal)
		.innerJoin(goal, eq(goal.id, themeGoal.goalId))
		.where(eq(goal.frameworkId, frameworkId))
		.orderBy(asc(themeGoal.position));
	const sdgs = await db
		.select({ themeId: themeSdg.themeId, sdg: themeSdg.sdg })
		.from(themeSdg)
		.innerJoin(theme, eq(theme.id, themeSdg.themeId))
		.where(eq(theme.frameworkId, frameworkId))
		.orderBy(asc(themeSdg.position));
	const below = (parentId: string | null): unknown[] =>
		rows
			.filter((row) => row.parentId === parentId)
			.map((row) => ({
				code: row.code,
				main: row.main || undefined,
				name: row.name ?? undefined,
				text: row.text ?? undefined,
				note: row.note ?? undefined,
				goals: goals.filter(({ themeId }) => themeId === row.id).map(({ code }) => code),
				sdgs: sdgs.filter(({ themeId }) => themeId === row.id).map(({ sdg }) => sdg),
				...sourceIn(row.source),
				[row.kind === 'set' ? 'themes' : 'questions']: row.kind === 'question' ? undefined : below(row.id)
			}));
	return below(null) as ThemeSet[];
}

/** The framework as the plan file has it. */
export async function readFramework(db: Database, id: string): Promise<Framework> {
	const [found] = await db.select().from(framework).where(eq(framework.id, id));
	const row = found!;
	const goals = await db.select().from(goal).where(eq(goal.frameworkId, id)).orderBy(asc(goal.position));
	const strategies = await db
		.select()
		.from(valueStrategy)
		.where(eq(valueStrategy.frameworkId, id))
		.orderBy(asc(valueStrategy.position));
	const criteria = await db
		.select()
		.from(criterion)
		.where(eq(criterion.frameworkId, id))
		.orderBy(asc(criterion.position));
	const { value_strategies: values, ...texts } = row.texts as Partial<Framework>;
	return {
		key: row.key,
		title: row.title,
		starts_on: row.startsOn ?? undefined,
		ends_on: row.endsOn ?? undefined,
		...sourceIn(row.source),
		...texts,
		goals: goals.map(({ code, key, name, text, source }) => ({
			code,
			key,
			name,
			text: text ?? undefined,
			...sourceIn(source)
		})),
		value_strategies: {
			...values,
			strategies: strategies.map(({ id: strategyId, code, key, name, text, source }) => ({
				code,
				key,
				name,
				text: text ?? undefined,
				...sourceIn(source),
				criteria: criteria
					.filter(({ valueStrategyId }) => valueStrategyId === strategyId)
					.map((one) => ({ code: one.code, text: one.text, ...sourceIn(one.source) }))
			}))
		},
		themes: await readThemes(db, id)
	};
}
