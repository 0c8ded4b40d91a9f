// The checks of modules as wholes, of the journal of migrations and of vulnerabilities find what they are there to find.
import { expect, test } from 'vitest';
import { journalFindings } from '../../scripts/check/migrations.ts';
import { foreignWrites, moduleCircles, modulesOutOfOrder, type Cruised } from '../../scripts/check/modules.ts';
import { vulnerabilityFindings } from '../../scripts/check/vulnerabilities.ts';

const imports = (...edges: [from: string, to: string][]): Cruised => ({
	modules: edges.map(([source, resolved]) => ({
		source: `src/modules/${source}`,
		dependencies: [{ resolved: `src/modules/${resolved}` }]
	})),
	summary: { violations: [], ruleSetUsed: { forbidden: [] }, totalDependenciesCruised: edges.length }
});

const list = (...names: string[]) =>
	`${names.map((name) => `import { ${name} } from './${name}/server/module.ts';`).join('\n')}\nexport const list = installModules([${names.join(', ')}]);`;

test('modules that need each other, even by way of a third, are a circle, told once', () => {
	const circle = imports(
		['a/rules.ts', 'b/rules.ts'],
		['b/server/queries.ts', 'c/server/public.ts'],
		['c/rules.ts', 'a/rules.ts']
	);
	expect(moduleCircles(circle)).toEqual(['Modules form a circle: a → b → c → a.']);
	expect(moduleCircles(imports(['a/rules.ts', 'b/rules.ts'], ['b/rules.ts', 'c/rules.ts']))).toEqual([]);
	expect(
		moduleCircles(imports(['a/rules.ts', 'b/rules.ts'], ['b/rules.test.ts', 'a/rules.ts'])),
		'a test may use any'
	).toEqual([]);
});

test('the list of modules is complete and in order of dependence', () => {
	const edges = imports(['plan/rules.ts', 'members/rules.ts']);
	expect(modulesOutOfOrder(edges, list('members', 'plan'))).toEqual([]);
	expect(modulesOutOfOrder(edges, list('plan', 'members'))).toEqual([
		'src/modules/list.server.ts: plan uses members, so members stands first.'
	]);
	expect(modulesOutOfOrder(edges, list('members'))).toContain(
		'src/modules/list.server.ts: the module plan is not in the list.'
	);
});

test("writing in another module's table is found; joining with it is not", () => {
	const using = (how: string) => `import { person, affiliation } from '#modules/members/server/schema.ts';\n${how}`;
	expect(foreignWrites('src/modules/plan/server/operations.ts', using('db.update(person).set({})'))).toHaveLength(1);
	expect(foreignWrites('src/modules/plan/server/operations.ts', using('db.insert(\n\taffiliation\n)'))).toHaveLength(1);
	expect(foreignWrites('src/modules/plan/server/operations.ts', using('db.select().from(person)'))).toEqual([]);
	expect(foreignWrites('src/modules/members/server/operations.ts', using('db.update(person).set({})'))).toEqual([]);
});

test('a migration that is never run, does not exist or stands out of order is found', () => {
	const entry = (idx: number, tag: string) => ({ idx, when: idx, tag });
	expect(journalFindings({ entries: [entry(0, '0000_a'), entry(1, '0001_b')] }, ['0000_a.sql', '0001_b.sql'])).toEqual(
		[]
	);
	expect(journalFindings({ entries: [entry(0, '0000_a')] }, ['0000_a.sql', '0001_b.sql'])).toHaveLength(1);
	expect(journalFindings({ entries: [entry(0, '0000_a')] }, [])).toHaveLength(1);
	expect(
		journalFindings({ entries: [entry(0, '0001_b'), entry(1, '0000_a')] }, ['0000_a.sql', '0001_b.sql'])
	).toHaveLength(2);
});

test('a grave vulnerability fails where it runs in production; others are told; no answer is said so', () => {
	const found = (severity: string, node: string) => ({
		vulnerabilities: {
			pkg: { name: 'pkg', severity, range: '<2', nodes: [node], via: [{ title: 'Bad', url: 'https://example.org' }] }
		}
	});
	const inProduction = (node: string) => node === 'node_modules/pkg';
	expect(vulnerabilityFindings(found('critical', 'node_modules/pkg'), inProduction).findings).toEqual([
		'pkg <2: critical, Bad (https://example.org)'
	]);
	expect(vulnerabilityFindings(found('critical', 'node_modules/tool'), inProduction)).toMatchObject({
		findings: [],
		remark: expect.stringContaining('pkg')
	});
	expect(vulnerabilityFindings(found('moderate', 'node_modules/pkg'), inProduction).findings).toEqual([]);
	expect(vulnerabilityFindings({ message: 'no network' }, inProduction)).toEqual({
		findings: [],
		remark: 'not checked: known vulnerabilities of dependencies (no network)'
	});
});
