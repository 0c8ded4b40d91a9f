// Writes a plan file: the same plan always gives the same bytes, in the order of the schema, short things on one line.
import { Document, isMap, isScalar, isSeq, visit, type Node } from 'yaml';
import { isRaw } from './plan-file-names.ts';
import { planFileSchema, type PlanFile } from './plan-file.ts';
import { parseTarget } from './targets/parse.ts';

const heading =
	' Plan file of Schakel: everything of one plan. docs/plan-file.md explains it, docs/plan-file.schema.json checks it.';
const lineLength = 112;

type Period = NonNullable<PlanFile['periods']>[number];

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The key alone, where the window is exactly the named period. */
function shortWindow(window: Record<string, unknown>, periods: ReadonlyMap<string, Period>): unknown {
	const period = periods.get(String(window.key));
	if (!period) return window;
	const { slack_days: slackDays, ...days } = window;
	const same = ['starts_on', 'ends_on', 'precision', 'label'].every((name) =>
		isSame(days[name], period[name as keyof Period])
	);
	if (!same) return window;
	return slackDays ? { key: window.key, slack_days: slackDays } : window.key;
}

const sorted = (value: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** A target in the order of its schema; keys of `where`, which no schema orders, by the alphabet. */
function orderedTarget(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(orderedTarget);
	if (!isRaw(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			name === 'where' && isRaw(inner) ? sorted(inner) : orderedTarget(inner)
		])
	);
}

/** As people write it: named periods by key, texts that are the same in both languages once. */
function short(value: unknown, periods: ReadonlyMap<string, Period>): unknown {
	if (Array.isArray(value)) return value.map((each) => short(each, periods));
	if (!isRaw(value)) return value;
	const names = Object.keys(value);
	if (names.length === 2 && value.nl !== undefined && value.nl === value.en) return value.nl;
	return Object.fromEntries(
		names.map((name) => {
			const inner = value[name];
			if (name === 'target' && isRaw(inner)) return [name, orderedTarget(parseTarget(inner))];
			if (name !== 'windows' || !Array.isArray(inner)) return [name, short(inner, periods)];
			return [name, inner.map((window: Record<string, unknown>) => short(shortWindow(window, periods), periods))];
		})
	);
}

const isPlain = (node: unknown) => isScalar(node);
const isRange = (node: unknown) => isSeq(node) && node.items.every(isPlain);

const lengthOf = (node: Node) => JSON.stringify(node.toJSON()).replaceAll('"', '').length;

/** Lists of plain values, and targets and windows that fit on a line, are written on one. */
function putOnOneLine(document: Document) {
	visit(document, {
		Seq: (_key, node) => {
			if (node.items.every((item) => isPlain(item) || isRange(item)) && lengthOf(node) <= lineLength) node.flow = true;
		},
		Pair: (_key, pair) => {
			const name = isScalar(pair.key) ? pair.key.value : '';
			if (name !== 'target' && name !== 'windows' && name !== 'cadence' && name !== 'owner') return;
			visit(pair.value as Node, {
				Map: (_inner, node) => {
					if (lengthOf(node) <= lineLength) node.flow = true;
				}
			});
		},
		Map: (_key, node) => {
			const keys = node.items.map(({ key }) => (isScalar(key) ? key.value : ''));
			const isCount = keys.join() === 'of,number';
			if (isCount && isMap(node)) node.flow = true;
		}
	});
}

/** The file as text. What is written can be read again, and says the same. */
export function planFileText(file: PlanFile): string {
	const ordered = planFileSchema.parse(file);
	const periods = new Map((ordered.periods ?? []).map((period) => [period.key, period]));
	const document = new Document(short(ordered, periods), { version: '1.2', schema: 'core' });
	document.commentBefore = heading;
	putOnOneLine(document);
	return document.toString({ lineWidth: 0, flowCollectionPadding: false, indent: 2 });
}
