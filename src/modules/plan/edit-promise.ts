// What can be changed of a promise beside the form of its own: where it stands in the plan, and the plan's own figures.
import { choose, field, group, many, maybe, one, orNone, rows, windows, type EditField } from './edit-fields.ts';
import { linkBases, standings } from './plan-file-words.ts';
import type { PromisePlace } from './plan-places.ts';

export const cadence = group('cadence', field('word', 'name'), orNone('word', 'freq'), orNone('number', 'interval'));

const bounds = [maybe('word', 'comparator'), maybe('number', 'target_min'), maybe('number', 'target_max')];

/** As the plan gives them: also where they disagree with each other, and whatever the target makes of them. */
const figures = group(
	'figures',
	field('word', 'kind'),
	maybe('word', 'metric'),
	maybe('word', 'unit'),
	maybe('perhaps', 'quantified'),
	...bounds,
	maybe('word', 'target_basis'),
	maybe('any', 'baseline'),
	maybe('word', 'status'),
	one('trigger', 'triggers', true),
	cadence,
	rows('parts', field('word', 'unit'), maybe('number', 'target'), ...bounds, windows),
	group(
		'per_event',
		maybe('word', 'kind'),
		...bounds,
		group('sub_condition', field('word', 'who'), maybe('number', 'target_min'), maybe('number', 'of'))
	),
	maybe('perhaps', 'per_group'),
	rows('stages', field('word', 'name'), one('window', 'periods', true)),
	maybe('words', 'conditions')
);

const common = [
	choose('stands_in', standings, true),
	choose('link_basis', linkBases, true),
	maybe('word', 'window_basis'),
	many('terms', 'terms'),
	many('ambiguities', 'ambiguities')
];

export const promiseFieldsOf: Readonly<Record<PromisePlace, readonly EditField[]>> = {
	outputs: [...common, figures],
	ambitions: [...common, figures],
	commitments: [
		one('core_task', 'core_tasks', true),
		many('same_as', 'outputs', 'ambitions', 'commitments'),
		...common,
		figures
	]
};
