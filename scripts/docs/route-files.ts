// The routes as their files declare them: pages with their actions, endpoints with their methods.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../check/report.ts';

export type Route = {
	/** As people type it: without groups, with `[name]` for each parameter. */
	path: string;
	isPage: boolean;
	/** Names of a page's actions. */
	actions: string[];
	/** Methods that an endpoint answers. */
	methods: string[];
	/** The page sends no script. */
	isPlain: boolean;
};

const folder = 'src/routes';
const methodNames = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback']);

/** `(member)/channels/[id=id]` → `/channels/[id]`. */
const pathOf = (directory: string) =>
	`/${directory
		.split('/')
		.filter((part) => part !== '' && part !== '.' && !/^\(.*\)$/.test(part))
		.map((part) => part.replace(/=\w+\]/, ']'))
		.join('/')}`;

type Exported = { name: string; value: ts.Expression | undefined };

function exportsOf(file: string): Exported[] {
	const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
	return source.statements.flatMap((statement): Exported[] => {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) return [];
		if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? '', value: undefined }];
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
			ts.isIdentifier(name) ? [{ name: name.text, value: initializer }] : []
		);
	});
}

function actionNames(value: ts.Expression | undefined): string[] {
	const object = value && ts.isSatisfiesExpression(value) ? value.expression : value;
	if (!object || !ts.isObjectLiteralExpression(object))
		throw new Error('Actions must be an object written out: their names stand in the table of routes.');
	return object.properties.flatMap(({ name }) =>
		name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : []
	);
}

function routeIn(directory: string, files: readonly string[]): Route | undefined {
	const has = (name: string) => files.includes(name);
	const exported = (name: string) => (has(name) ? exportsOf(join(folder, directory, name)) : []);
	const isPage = has('+page.svelte');
	if (!isPage && !has('+server.ts')) return undefined;
	const onPage = [...exported('+page.server.ts'), ...exported('+page.ts')];
	const actions = onPage.find(({ name }) => name === 'actions');
	return {
		path: pathOf(directory),
		isPage,
		actions: actions ? actionNames(actions.value) : [],
		methods: exported('+server.ts').flatMap(({ name }) => (methodNames.has(name) ? [name] : [])),
		isPlain: onPage.some(({ name, value }) => name === 'csr' && value?.kind === ts.SyntaxKind.FalseKeyword)
	};
}

/** All routes, in order of their path. */
export function routesOf(): Route[] {
	const directories = new Map<string, string[]>();
	for (const file of globSync(`${folder}/**/+*`, { cwd: root })) {
		const parts = file.split('/').slice(2);
		const directory = parts.slice(0, -1).join('/');
		directories.set(directory, [...(directories.get(directory) ?? []), parts.at(-1)!]);
	}
	return [...directories]
		.flatMap(([directory, files]) => routeIn(directory, files) ?? [])
		.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
