// Reads YAML that may come from anybody: limits on size, depth and number, no aliases (bombs, circles) and no tags, and a place for every path.
import {
	isAlias,
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type Pair,
	type YAMLMap
} from 'yaml';
import type { Issue } from '#platform/errors.ts';

export const planFileLimits = { bytes: 2_000_000, depth: 40, nodes: 100_000, marksOnLine: 5000, issues: 200 };

export type Place = { line: number; column: number };

export type ReadYaml =
	| { data: unknown; issues: Issue[]; placeOf: (path: string) => Place }
	| { data?: undefined; issues: Issue[]; placeOf: (path: string) => Place };

const start: Place = { line: 1, column: 1 };
const atStart = (code: string, params: Record<string, unknown> = {}): ReadYaml => ({
	issues: [{ path: '', code, params }],
	placeOf: () => start
});

/**
 * Whether the text is a tower or a heap that would keep the parser busy for long: brackets open at once, and marks (`- `, `: `, `,` …)
 * in all and on one line. Counted roughly, quotes and comments included: a plan stays far below.
 */
function isTower(text: string): boolean {
	let depth = 0;
	let marks = 0;
	let onLine = 0;
	for (let i = 0; i < text.length; i++) {
		const char = text[i]!;
		if (char === '\n') {
			depth = 0;
			onLine = 0;
		} else if (opening.has(char)) depth++;
		else if (closing.has(char)) depth--;
		else if (char === ',' || starting.has(char) || (marking.has(char) && /\s/.test(text[i + 1] ?? ' '))) {
			marks++;
			onLine++;
		}
		if (depth > planFileLimits.depth || onLine > planFileLimits.marksOnLine || marks > planFileLimits.nodes)
			return true;
	}
	return false;
}

const opening = new Set('[{');
const closing = new Set(']}');
const marking = new Set('-?:');
const starting = new Set('&*!');

/** The word before the colon; keys are always strings (`stringKeys`). */
const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

type Frame = { node: Node; depth: number; path: string };

/** Everything below a frame, with its path. */
function childrenOf({ node, depth, path }: Frame): Frame[] {
	const at = (part: string | number) => (path === '' ? String(part) : `${path}.${part}`);
	if (isSeq(node)) {
		return node.items.flatMap((item, index) =>
			isNode(item) ? [{ node: item, depth: depth + 1, path: at(index) }] : []
		);
	}
	if (!isMap(node)) return [];
	return node.items.flatMap((pair) => {
		if (!isNode(pair.value)) return [];
		return [{ node: pair.value, depth: depth + 1, path: at(keyOf(pair)) }];
	});
}

function duplicateKeys({ node, path }: Frame): Issue[] {
	if (!isMap(node)) return [];
	const seen = new Set<string>();
	return node.items.flatMap((pair) => {
		const name = keyOf(pair);
		if (!seen.has(name)) {
			seen.add(name);
			return [];
		}
		return [{ path: path === '' ? name : `${path}.${name}`, code: 'plan_issue_duplicate_key', params: { word: name } }];
	});
}

const controlCharacter = /[^\t\n\P{Cc}]/u;

/** Text that no database keeps as it is: control characters, halves of a character. */
function unstorable({ node, path }: Frame): Issue[] {
	if (!isScalar(node) || typeof node.value !== 'string') return [];
	const fine = node.value.isWellFormed() && !controlCharacter.test(node.value);
	return fine ? [] : [{ path, code: 'control_characters', params: {} }];
}

/** Limits that hold for the tree, and keys that stand twice in one mapping (found with a set: the library compares each with each). */
function treeIssues(root: Node): Issue[] {
	const issues: Issue[] = [];
	const stack: Frame[] = [{ node: root, depth: 1, path: '' }];
	let nodes = 0;
	for (let frame = stack.pop(); frame; frame = stack.pop()) {
		if (++nodes > planFileLimits.nodes) return [{ path: '', code: 'plan_issue_too_many_values', params: {} }];
		if (frame.depth > planFileLimits.depth) return [{ path: frame.path, code: 'plan_issue_too_deep', params: {} }];
		if (isAlias(frame.node)) return [{ path: frame.path, code: 'plan_issue_aliases', params: {} }];
		issues.push(...duplicateKeys(frame), ...unstorable(frame));
		for (const child of childrenOf(frame)) stack.push(child);
	}
	return issues;
}

/** The place of a path: of the key that the path ends on, or else of the nearest thing around it that exists. */
function placesIn(document: Document, lines: LineCounter): (path: string) => Place {
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
	const pairOf = (map: YAMLMap, name: string) => {
		const known = pairs.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
		pairs.set(map, known);
		return known.get(name);
	};
	return (path) => {
		let node: unknown = document.contents;
		let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
		for (const part of path === '' ? [] : path.split('.')) {
			if (isMap(node)) {
				const pair = pairOf(node, part);
				if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
				node = pair?.value;
			} else {
				node = isSeq(node) ? node.items[Number(part)] : undefined;
				if (isNode(node)) offset = node.range?.[0] ?? offset;
			}
		}
		return placeAt(offset);
	};
}

/** After these the tree is not read any further. */
const fatalCodes = new Set(['plan_issue_too_many_values', 'plan_issue_too_deep', 'plan_issue_aliases']);
const tagCodes = new Set(['TAG_RESOLVE_FAILED', 'BAD_DIRECTIVE', 'MISSING_TAG']);

/** The data, or why it cannot be read. Never throws on what a file holds. */
export function readYaml(source: string): ReadYaml {
	if (Buffer.byteLength(source, 'utf8') > planFileLimits.bytes) {
		return atStart('plan_issue_too_large', { megabytes: planFileLimits.bytes / 1_000_000 });
	}
	if (isTower(source)) return atStart('plan_issue_too_deep');
	const lines = new LineCounter();
	try {
		const document = parseDocument(source, {
			lineCounter: lines,
			version: '1.2',
			schema: 'core',
			merge: false,
			uniqueKeys: false,
			stringKeys: true,
			resolveKnownTags: false,
			prettyErrors: false,
			logLevel: 'error'
		});
		return finish(document, lines);
	} catch (error) {
		if (error instanceof RangeError) return atStart('plan_issue_too_deep');
		throw error;
	}
}

function finish(document: Document, lines: LineCounter): ReadYaml {
	const placeOf = placesIn(document, lines);
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) {
		const places = new Map<string, Place>();
		const issues = broken.slice(0, planFileLimits.issues).map((error, index): Issue => {
			const path = `#${index}`;
			const { line, col } = lines.linePos(error.pos[0]);
			places.set(path, { line: Math.max(1, line), column: Math.max(1, col) });
			if (error.message.includes('call stack')) return { path, code: 'plan_issue_too_deep', params: {} };
			if (tagCodes.has(error.code)) return { path, code: 'plan_issue_tag', params: {} };
			return { path, code: 'plan_issue_yaml', params: { detail: error.message } };
		});
		return { issues, placeOf: (path) => places.get(path) ?? start };
	}
	if (!isNode(document.contents)) return { issues: [{ path: '', code: 'plan_issue_empty', params: {} }], placeOf };
	const issues = treeIssues(document.contents);
	const fatal = issues.some(({ code }) => fatalCodes.has(code));
	if (fatal) return { issues, placeOf };
	return { data: document.toJS({ maxAliasCount: 0 }), issues, placeOf };
}
