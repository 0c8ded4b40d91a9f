// Findings on files by themselves: what the first line says, length, names, and what may not stand in them.

const linesAtMost = 300;
const readmeLinesAtMost = 40;

/** Words that say nothing about what a file is for. */
const emptyNames = /^(utils?|helpers?|common|managers?|services?|data|info|misc|index)$/;
const routeFiles = /^\+(page|layout|error|server)(@\w*)?(\.server)?\.(ts|svelte)$/;

const isTest = (path: string) => /\.((test|journey)\.ts|test-data\.yaml)$/.test(path) || path.startsWith('tests/');
/** Written by a program, or words for people; neither has to be short. */
const isExempt = (path: string) =>
	/^(src\/paraglide|migrations|docs\/generated|examples|static|LICENSE|package-lock\.json)/.test(path);

/** How a file of this kind begins when its first line says what it is for; undefined where no comment is possible or needed. */
function opening(path: string): RegExp | undefined {
	if (/\.(ts|mjs|js)$/.test(path)) return /^\/\/ \S/;
	if (path.endsWith('.svelte')) return /^<!-- \S/;
	if (path.endsWith('.css')) return /^\/\* \S/;
	if (/\.ya?ml$/.test(path)) return /^# \S/;
	return path === '.ci/run' || path.endsWith('.sh') ? /^#!.*\n# \S/ : undefined;
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const pascal = /^[A-Z][A-Za-z0-9]*$/;

/** Built from parts, so that this file does not find itself. */
const neverIn: [RegExp, string][] = [
	[new RegExp(`["'\`(\\s](/(work|farm|root|tmp|home)/)\\w`), 'names a path of one machine'],
	[new RegExp(['registry\\.npm', 'js|deb\\.deb', 'ian\\.org'].join('')), 'names the host of a registry'],
	[new RegExp(`@ts-(ignore|nocheck|expect-error)`), 'silences the type checker'],
	[/^export (\*|\{[^}]*\}) from /m, 'exports what stands elsewhere: import it from where it stands'],
	[/^(<{7}|>{7})/m, 'holds a conflict of a merge']
];

function nameFindings(path: string): string[] {
	const file = path.split('/').at(-1)!;
	if (
		!/\.(ts|mjs|svelte|css)$/.test(file) ||
		(path.startsWith('src/routes/') && routeFiles.test(file)) ||
		file.startsWith('.')
	)
		return [];
	const name = file.replace(/(\.(test|journey|server|config|d))*\.(svelte\.ts|ts|mjs|svelte|css)$/, '');
	if (emptyNames.test(name)) return [`${path}: '${name}' says nothing about what is in it.`];
	if (file.endsWith('.svelte')) return pascal.test(name) ? [] : [`${path}: components have PascalCase names.`];
	return kebab.test(name) ? [] : [`${path}: files have kebab-case names.`];
}

/** Findings on one file of the checkout; `path` from its top, with forward slashes. */
export function fileFindings(path: string, text: string): string[] {
	if (isExempt(path)) return [];
	const findings = nameFindings(path);
	const wanted = opening(path);
	const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
	if (wanted && !wanted.test(text)) findings.push(`${path}: the first line does not say what the file is for.`);
	if (wanted && !isTest(path) && lines > linesAtMost)
		findings.push(`${path}: ${lines} lines, ${linesAtMost} at most: split it by purpose.`);
	if (/^src\/modules\/[^/]+\/README\.md$/.test(path) && lines > readmeLinesAtMost) {
		findings.push(`${path}: ${lines} lines, ${readmeLinesAtMost} at most.`);
	}
	const isOurs = wanted !== undefined || /\.(json|md)$/.test(path);
	for (const [pattern, what] of isOurs ? neverIn : []) {
		const found = pattern.exec(text);
		if (found)
			findings.push(
				`${path}:${text.slice(0, found.index).split('\n').length}: ${what} (${found[0].trim().slice(0, 60)}).`
			);
	}
	return findings;
}

/** Every module says in a README for whom it is. */
export function moduleFindings(paths: readonly string[]): string[] {
	const modules = new Set(paths.flatMap((path) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? []));
	return [...modules]
		.filter((name) => !paths.includes(`src/modules/${name}/README.md`))
		.map((name) => `src/modules/${name}: has no README.md.`);
}
