// The permission table: every operation in each of its named cases, and which personas may.
import type { Actor } from '#platform/actor.ts';
import { personaNames, personas } from '#platform/personas.ts';
import type { Module } from '#platform/server/module.ts';
import type { Described } from '#platform/server/operation.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A rule that looks at its subject cannot answer without one: that operation needs `cases`. */
function mayIn(operation: Described, name: string, actor: Actor): boolean {
	try {
		return operation.may(actor, operation.cases[name] as never);
	} catch (error) {
		throw new Error(`${operation.name} needs cases for the permission table: its rule fails in the case '${name}'.`, {
			cause: error
		});
	}
}

function operationRows(operation: Described): string[] {
	const name = operation.name.split('.').slice(1).join('.');
	return Object.keys(operation.cases).map((each) =>
		row([
			name,
			operation.kind,
			each,
			...personaNames.map((persona) => (mayIn(operation, each, personas[persona]) ? 'yes' : '–'))
		])
	);
}

function moduleSection({ name, operations }: Module): string {
	const described = Object.values(operations)
		.map((operation) => operation.described)
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	if (described.length === 0) return `## ${name}\n\nNo operations.\n`;
	const header = row(['operation', 'kind', 'case', ...personaNames]);
	const line = row(['---', '---', '---', ...personaNames.map(() => ':-:')]);
	return [`## ${name}\n`, header, line, ...described.flatMap(operationRows), ''].join('\n');
}

/** The whole table, as it stands in docs/generated/permissions.md. */
export const permissionTable = (modules: readonly Module[]) =>
	`# Who may do what

Made by \`npm run docs\` from the operations themselves. \`npm test\` fails when an answer changes and this table does not:
read the difference before you commit it. The personas are those of \`src/platform/personas.ts\`; a record that somebody
cannot see does not exist for them, whatever stands here.

${modules.map(moduleSection).join('\n')}`;
