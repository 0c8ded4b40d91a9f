// How many there are of each: a check that nothing was lost between a document and its file.
import { rawAt, wordAt, type Element, type Elements } from './plan-file-names.ts';

export type Count = { of: string; number: number };

const kindOf = ({ value }: Element) => wordAt(rawAt(value.figures).kind);
const standsIn = (fallback: string) => (element: Element) => wordAt(element.value.stands_in) || fallback;

/** `outputs/planning`: how many of the outputs stand in the planning column. */
function grouped(name: string, elements: readonly Element[], by: (element: Element) => string): Count[] {
	const counts = new Map<string, number>();
	for (const element of elements) {
		const group = by(element);
		if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1);
	}
	return [...counts]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([group, number]) => ({ of: `${name}/${group}`, number }));
}

const quantified = (element: Element) => (rawAt(element.value.figures).quantified === true ? 'quantified' : '');

/** In an order of its own; lists that are empty are not named. */
export function countsOf(elements: Elements): Count[] {
	const { sections, activities, ambitions, outputs, planning, commitments, themes } = elements;
	const questions = themes.filter(({ path }) => path.includes('.questions.'));
	const all: Count[] = [
		{ of: 'sections', number: sections.length },
		{ of: 'activities', number: activities.length },
		{ of: 'ambitions', number: ambitions.length },
		...grouped('ambitions', ambitions, quantified),
		{ of: 'outputs', number: outputs.length },
		...grouped('outputs', outputs, standsIn('output')),
		...grouped('outputs', outputs, quantified),
		{ of: 'planning', number: planning.length },
		{ of: 'commitments', number: commitments.length },
		...grouped('commitments', commitments, quantified),
		...grouped('figures', [...outputs, ...commitments], kindOf),
		{ of: 'questions', number: questions.length },
		{ of: 'groups', number: elements.groups.length },
		{ of: 'programmes', number: elements.programmes.length },
		{ of: 'organisations', number: elements.organisations.length },
		...grouped('terms', elements.terms, ({ value }) => wordAt(value.kind)),
		{ of: 'ambiguities', number: elements.ambiguities.length }
	];
	return all.filter(({ number }) => number > 0);
}
