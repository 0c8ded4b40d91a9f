// The plan file's strategic framework: mission, goals, value strategies with criteria, decision framework, themes with questions.
import { z } from 'zod';
import { day, key, webAddress } from '#platform/input.ts';
import {
	code,
	codes,
	mapping,
	passage,
	plainWord,
	sdgs,
	sourced,
	statement,
	statements,
	text
} from './plan-file-blocks.ts';

const goal = mapping({ code, key, name: text(300), text: text().optional(), ...sourced });

const criterion = mapping({ code, text: text(), ...sourced });
const valueStrategy = mapping({
	code,
	key,
	name: text(300),
	text: text().optional(),
	...sourced,
	criteria: z.array(criterion).max(100).optional()
});

/** What proposals are weighed with. */
const decisionFramework = mapping({
	name: text(300),
	purpose: statement.optional(),
	inputs: z
		.array(mapping({ about: plainWord, note: text().optional() }))
		.max(50)
		.optional(),
	used_when: statements,
	image: webAddress.optional(),
	/** Whether its criteria stand in the plan's own text. */
	content_available: z.boolean().optional(),
	...sourced
});

const question = mapping({
	code,
	/** The main question of its theme. */
	main: z.boolean().optional(),
	name: text(300).optional(),
	text: text(),
	...sourced
});

const theme = mapping({
	code,
	name: text(1000),
	text: text().optional(),
	note: text().optional(),
	goals: codes,
	sdgs,
	...sourced,
	questions: z.array(question).max(200).optional()
});

/** Themes that belong together: learning, lobby, future. */
const themeSet = mapping({
	code,
	name: text(300),
	text: text().optional(),
	note: text().optional(),
	goals: codes,
	sdgs,
	...sourced,
	themes: z.array(theme).max(200).optional()
});

export const framework = mapping({
	key,
	title: text(300),
	starts_on: day.optional(),
	ends_on: day.optional(),
	...sourced,
	overall_goal: statement.optional(),
	mission: passage.omit({ key: true }).optional(),
	orientation: statement.optional(),
	goals: z.array(goal).max(100).optional(),
	value_strategies: mapping({
		purpose: statement.optional(),
		...sourced,
		strategies: z.array(valueStrategy).max(50).optional()
	}).optional(),
	decision_framework: decisionFramework.optional(),
	themes: z.array(themeSet).max(100).optional()
});

export type Framework = z.output<typeof framework>;
export type ThemeSet = z.output<typeof themeSet>;
export type Theme = z.output<typeof theme>;
export type Question = z.output<typeof question>;
