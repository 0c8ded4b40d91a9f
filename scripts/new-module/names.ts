// The names of a new module in every form that its files need.

export type Names = {
	/** Folder, and first half of every operation: `reading-circles`. */
	module: string;
	/** In code: `readingCircles`. */
	variable: string;
	/** Begin of every message: `reading_circles`. */
	prefix: string;
	/** One record, as a variable, a type and a table: `readingCircle`, `ReadingCircle`, `reading_circle`. */
	one: string;
	One: string;
	table: string;
	/** Many of them, as a variable, in an operation and in a sentence: `readingCircles`, `ReadingCircles`, `reading circles`. */
	many: string;
	Many: string;
	words: string;
	word: string;
};

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const camel = (name: string) => name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const spaced = (name: string) => name.replaceAll('-', ' ');

/** By default the record of `letters` is a `letter`, and that of `knowledge` a `knowledge-item`. */
const recordOf = (module: string) => (/[^s]s$/.test(module) ? module.slice(0, -1) : `${module}-item`);

/** Throws one sentence when a name cannot be used. */
export function namesOf(module: string | undefined, record?: string): Names {
	if (!module) throw new Error('Give the name of the module: npm run new-module <name> [record].');
	const one = record ?? recordOf(module);
	for (const name of [module, one]) {
		if (!kebab.test(name))
			throw new Error(`'${name}' is no name: small letters, digits and hyphens, such as reading-circles.`);
	}
	const many = `${one}s`;
	return {
		module,
		variable: camel(module),
		prefix: module.replaceAll('-', '_'),
		one: camel(one),
		One: capital(camel(one)),
		table: one.replaceAll('-', '_'),
		many: camel(many),
		Many: capital(camel(many)),
		words: spaced(many),
		word: spaced(one)
	};
}
