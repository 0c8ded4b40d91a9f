// Kinds of fact that plans speak of before the module that publishes them is installed: a plan may be written before its records.
// What a module declares itself goes before what stands here.
import type { FactKind } from '#platform/facts.ts';

const surveyScore: FactKind = {
	kind: 'survey.score',
	nature: 'done',
	one: { nl: 'antwoord', en: 'answer' },
	many: { nl: 'antwoorden', en: 'answers' },
	verb: { nl: 'gegeven', en: 'given' },
	where: { question: { column: 'subject_id', refersTo: 'question' } },
	unit: { nl: 'score', en: 'score' },
	carries: 'nobody: answers are sealed'
};

/** The kinds that a target may name: what the modules publish, and what plans may speak of before they do. */
export const kindsForTargets = (published: ReadonlyMap<string, FactKind>): ReadonlyMap<string, FactKind> =>
	new Map([[surveyScore.kind, surveyScore], ...published]);
