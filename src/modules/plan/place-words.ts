// What the lists of a plan are called on the screen, and one thing of each.
import { m } from '#paraglide/messages.js';
import type { TopGroup } from './edit-places.ts';
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
	ambiguities: { many: m.plan_place_ambiguities, one: m.plan_place_ambiguity },
	about_plan: { many: m.plan_place_about_plan, one: m.plan_place_about_plan },
	about_framework: { many: m.plan_place_about_framework, one: m.plan_place_about_framework },
	about_strategies: { many: m.plan_place_about_strategies, one: m.plan_place_about_strategies },
	decision_framework: { many: m.plan_field_decision_framework, one: m.plan_field_decision_framework },
	budget: { many: m.plan_field_budget, one: m.plan_field_budget },
	chapters: { many: m.plan_field_chapters, one: m.plan_place_chapter },
	passages: { many: m.plan_place_passages, one: m.plan_place_passage },
	links: { many: m.plan_field_links, one: m.plan_place_link },
	reading_notes: { many: m.plan_place_reading_notes, one: m.plan_place_reading_note },
	reading_words: { many: m.plan_place_reading_words, one: m.plan_place_reading_word },
	reading_cadences: { many: m.plan_place_reading_cadences, one: m.plan_place_reading_cadence },
	organisations: { many: m.plan_field_organisations, one: m.plan_place_organisation },
	groups: { many: m.plan_edit_groups, one: m.plan_place_group },
	series: { many: m.plan_field_series, one: m.plan_place_one_series },
	events: { many: m.plan_field_events, one: m.plan_place_event },
	channels: { many: m.plan_field_channels, one: m.plan_place_channel },
	documents: { many: m.plan_field_documents, one: m.plan_place_document },
	milestones: { many: m.plan_field_milestones, one: m.plan_place_milestone },
	terms: { many: m.plan_field_terms, one: m.plan_place_term },
	measurements: { many: m.plan_field_measurements, one: m.plan_place_measurement },
	questions: { many: m.plan_place_asked, one: m.plan_place_asked_one }
};

const groups: Record<TopGroup, Say> = {
	promises: m.plan_group_promises,
	framework: m.plan_group_framework,
	time: m.plan_group_time,
	origin: m.plan_group_origin,
	reading: m.plan_group_reading,
	named: m.plan_group_named
};

export const groupWord = (group: TopGroup): string => groups[group]();

export const placeWord = (place: PlaceName): string => lists[place]?.many() ?? place;
export const thingWord = (place: PlaceName): string => lists[place]?.one() ?? place;

const words: Readonly<Record<string, Say>> = {
	trigger: m.plan_word_trigger,
	decision: m.plan_word_decision,
	true: m.plan_word_yes,
	false: m.plan_word_no,
	output: m.plan_stands_output,
	ambition: m.plan_stands_ambition,
	planning: m.plan_stands_planning,
	text: m.plan_stands_text,
	explicit: m.plan_basis_explicit,
	implied: m.plan_basis_implied,
	public: m.plan_edit_visibility_public,
	members: m.plan_edit_visibility_members,
	bureau: m.plan_edit_visibility_bureau
};

/** A word that a field chooses from. */
export const choiceWord = (word: string): string => words[word]?.() ?? word;
