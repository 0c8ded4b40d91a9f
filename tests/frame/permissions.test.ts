// Who may do what is agreed on: the permission table in docs/generated is what the rules answer, and it leaves no operation out.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '#platform/server/module.ts';
import type { AnyOperation } from '#platform/server/operation.ts';
import { root } from '../../scripts/check/report.ts';
import { permissionTable } from '../../scripts/docs/permissions.ts';

test('nobody may more or less than the committed permission table says (if meant so: `npm run docs`)', async () => {
	const committed = await readFile(join(root, 'docs/generated/permissions.md'), 'utf8');
	expect(permissionTable(modules())).toBe(committed);
});

const isOperation = (value: unknown): value is AnyOperation => typeof value === 'function' && 'described' in value;

/** Every operation that a file of the module exports, by the name it is exported under. */
async function exportedOperations(module: string): Promise<[string, AnyOperation][]> {
	const files = globSync(`src/modules/${module}/server/{operations*,operations/*}.ts`, { cwd: root }).filter(
		(path) => !path.endsWith('.test.ts')
	);
	const exported: Record<string, unknown>[] = await Promise.all(
		files.map((file) => import(/* @vite-ignore */ join(root, file)))
	);
	return exported.flatMap((each) =>
		Object.entries(each).filter((entry): entry is [string, AnyOperation] => isOperation(entry[1]))
	);
}

test('every exported operation is listed by its module, under its own name', async () => {
	for (const { name, operations } of modules()) {
		const exported = await exportedOperations(name);
		const listed = Object.values(operations).map(({ described }) => described.name);
		expect(exported.map(([, { described }]) => described.name).toSorted(), `operations of ${name}`).toEqual(
			listed.toSorted()
		);
		for (const [exportedAs, { described }] of exported) expect(described.name).toBe(`${name}.${exportedAs}`);
	}
});

test('no two operations have one name', () => {
	const names = modules().flatMap(({ operations }) => Object.values(operations).map(({ described }) => described.name));
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
