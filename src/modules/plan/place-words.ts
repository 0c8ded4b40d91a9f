// What the lists of a plan are called on the screen, and one thing of each.
import { m } from '#paraglide/messages.js';
import type { PlaceName } from './plan-places.ts';

type Say = () => string;

const lists: Partial<Record<PlaceName, { many: Say; one: Say }>> = {
	sections: { many: m.plan_place_sections, one: m.plan_place_section },
	activities: { many: m.plan_field_activities, one: m.plan_scope_activity },
	outputs: { many: m.plan_field_outputs, one: m.plan_kind_output },
	ambitions: { many: m.plan_field_ambitions, one: m.plan_kind_ambition },
	commitments: { many: m.plan_field_commitments, one: m.plan_kind_commitment },
	planning: { many: m.plan_field_planning, one: m.plan_place_planning },
	goals: { many: m.plan_promise_goals, one: m.plan_place_goal },
	strategies: { many: m.plan_promise_strategies, one: m.plan_place_strategy },
	criteria: { many: m.plan_field_criteria, one: m.plan_place_criterion },
	theme_sets: { many: m.plan_place_theme_sets, one: m.plan_place_theme_set },
	themes: { many: m.plan_field_themes, one: m.plan_place_theme },
	theme_questions: { many: m.plan_field_questions, one: m.plan_place_question },
	priorities: { many: m.plan_promise_priorities, one: m.plan_place_priority },
	sources: { many: m.plan_field_sources, one: m.plan_place_source },
	core_tasks: { many: m.plan_field_core_tasks, one: m.plan_field_core_task },
	programmes: { many: m.plan_edit_programmes, one: m.plan_place_programme },
	triggers: { many: m.plan_field_triggers, one: m.plan_place_trigger },
	periods: { many: m.plan_place_periods, one: m.plan_place_period },
	calendars: { many: m.plan_place_calendars, one: m.plan_place_calendar },
	ambiguities: { many: m.plan_place_ambiguities, one: m.plan_place_ambiguity }
};

export const placeWord = (place: PlaceName): string => lists[place]?.many() ?? place;
export const thingWord = (place: PlaceName): string => lists[place]?.one() ?? place;

const texts: Readonly<Record<string, Say>> = {
	plan_title: m.plan_text_plan_title,
	framework_title: m.plan_text_framework_title,
	mission: m.plan_field_mission,
	overall_goal: m.plan_field_overall_goal,
	orientation: m.plan_field_orientation,
	strategies_purpose: m.plan_text_strategies_purpose
};

export const textWord = (name: string): string => texts[name]?.() ?? name;

const words: Readonly<Record<string, Say>> = {
	trigger: m.plan_word_trigger,
	decision: m.plan_word_decision
};

/** A word that a field chooses from. */
export const choiceWord = (word: string): string => words[word]?.() ?? word;
