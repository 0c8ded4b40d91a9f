// What the imports say of modules as wholes: their circles, their order, and writing in another module's tables.

/** The part of dependency-cruiser's report that is read here. */
export type Cruised = {
	modules: { source: string; dependencies: { resolved: string }[] }[];
	summary: {
		violations: { rule: { name: string }; from: string; to: string; comment?: string }[];
		ruleSetUsed: { forbidden: { name: string }[] };
		totalDependenciesCruised: number;
	};
};

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1];

/** Which modules each module uses; tests may set a scene with any module, so they do not count. */
function uses({ modules }: Cruised): Map<string, Set<string>> {
	const graph = new Map<string, Set<string>>();
	for (const { source, dependencies } of modules) {
		const user = moduleOf(source);
		if (!user || source.endsWith('.test.ts')) continue;
		const used = graph.get(user) ?? new Set();
		for (const { resolved } of dependencies) {
			const other = moduleOf(resolved);
			if (other && other !== user) used.add(other);
		}
		graph.set(user, used);
	}
	return graph;
}

/** Every circle once, types included: a module that needs another's types needs the other. */
export function moduleCircles(cruised: Cruised): string[] {
	const graph = uses(cruised);
	const circles = new Set<string>();
	const visit = (name: string, path: string[]) => {
		const at = path.indexOf(name);
		if (at < 0) {
			for (const next of graph.get(name) ?? []) visit(next, [...path, name]);
			return;
		}
		const circle = path.slice(at);
		const first = circle.indexOf(circle.toSorted()[0]!);
		circles.add([...circle.slice(first), ...circle.slice(0, first), circle[first]!].join(' → '));
	};
	for (const name of graph.keys()) visit(name, []);
	return [...circles].map((circle) => `Modules form a circle: ${circle}.`);
}

/** The list of modules stands in order of dependence, and holds every module folder. */
export function modulesOutOfOrder(cruised: Cruised, list: string): string[] {
	const folderOf = new Map(
		[...list.matchAll(/import \{ (\w+) \} from '\.\/([\w-]+)\//g)].map(([, name, folder]) => [name!, folder!])
	);
	const order = /installModules\(\[([^\]]*)\]/
		.exec(list)?.[1]
		?.split(',')
		.map((name) => folderOf.get(name.trim()) ?? name.trim());
	if (!order) return ['src/modules/list.server.ts: calls no installModules([…]).'];
	const findings: string[] = [];
	for (const [user, used] of uses(cruised)) {
		if (!order.includes(user)) findings.push(`src/modules/list.server.ts: the module ${user} is not in the list.`);
		for (const other of used) {
			if (order.indexOf(other) > order.indexOf(user))
				findings.push(`src/modules/list.server.ts: ${user} uses ${other}, so ${other} stands first.`);
		}
	}
	return findings;
}

/** Tables of another module are there to refer to and to join with; only their own module writes in them. */
export function foreignWrites(path: string, text: string): string[] {
	const own = moduleOf(path);
	const findings: string[] = [];
	for (const [, names, other] of text.matchAll(
		/import \{([^}]*)\} from '#modules\/([\w-]+)\/server\/[a-z-]*schema\.ts'/g
	)) {
		if (other === own) continue;
		for (const table of names!.split(',').map((name) => name.trim().split(' as ').at(-1)!)) {
			if (table && new RegExp(`\\.(insert|update|delete)\\(\\s*${table}\\s*\\)`).test(text)) {
				findings.push(`${path}: writes in ${table}, a table of ${other}: call ${other}'s public.ts.`);
			}
		}
	}
	return findings;
}
