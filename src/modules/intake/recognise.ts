// Which of the association's things a text speaks of: a series, a group, a channel, an organisation, by the words of their names.

/** Something with names: in both languages, a short one, what files call it. */
export type Named = { id: string; names: readonly string[] };

/** `isCertain`: the whole name stands there, and no other name fits as well. */
export type Recognised = { id: string; isCertain: boolean };

/** Words that say nothing about which one is meant. */
const empty = new Set(
	'de het een en of van voor met in op aan over bij te om naar uit tot der den des the a an and or of for with in on at to from by our onze ons'.split(
		' '
	)
);

/** Words that many names share; they count for less. */
const common = new Set(
	(
		'werkgroep groep groepen netwerk platform overleg vergadering bijeenkomst sessie training cursus nieuwsbrief mailing leden lid ' +
		'stichting vereniging fonds internationaal nederland nieuws working group network meeting session course newsletter members ' +
		'member foundation association fund international netherlands news team'
	).split(' ')
);
const weightOf = (word: string) => (common.has(word) ? 0.3 : 1);

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Without the ending of a plural: `sessies` and `sessie`, `audits` and `audit`. */
const stem = (word: string) => (word.length > 4 ? word.replace(/('s|en|s)$/, '').replace(/e$/, '') : word);

export const wordsOf = (text: string): string[] =>
	plain(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '' && !empty.has(word));

/** Without spaces and marks: `lobby netwerk`, `Lobby-netwerk` and `lobbynetwerk` are one. */
const squashed = (text: string) => plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Every run of words of the text as one: what a name without spaces can be compared with. */
function runsOf(text: string): ReadonlySet<string> {
	const words = plain(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.slice(0, 200);
	return new Set(
		words.flatMap((_word, from) =>
			words.slice(from, from + longestRun).map((_last, at) => words.slice(from, from + at + 1).join(''))
		)
	);
}
const longestRun = 8;

/** `bestuursvergadering` is a meeting of the `bestuur`; a `bestuurssecretaris` is somebody. */
const isCompound = (run: string, bare: string) =>
	run.startsWith(bare) && common.has(run.slice(bare.length).replace(/^s(?=\p{L}{3})/u, ''));

const shortestSquashed = 6;
const enough = 0.6;

type Text = { all: readonly string[]; words: ReadonlySet<string>; runs: ReadonlySet<string> };
type Fit = { score: number; weight: number };

/** How much of a name stands in the text, and how much that says. */
function fitOf(name: string, text: Text): Fit {
	const words = wordsOf(name);
	const all = words.reduce((sum, word) => sum + weightOf(word), 0);
	const bare = squashed(name);
	if (bare.length >= shortestSquashed && (text.runs.has(bare) || text.all.some((word) => isCompound(word, bare)))) {
		return { score: 1, weight: Math.max(all, 1) };
	}
	const found = words.filter((word) => text.words.has(stem(word)));
	const weight = found.reduce((sum, word) => sum + weightOf(word), 0);
	// A shared word alone is no sign, unless the name has no other.
	const saysSomething = found.some((word) => !common.has(word)) || found.length === words.length;
	return all === 0 || !saysSomething ? { score: 0, weight: 0 } : { score: weight / all, weight };
}

const better = (one: Fit, other: Fit) => one.score - other.score || one.weight - other.weight;

/** The things that the text may speak of, by the name that fits best; the best in front. */
function fitting(text: string, things: readonly Named[]): (Fit & { id: string; name: string })[] {
	const all = wordsOf(text);
	const asked = { all, words: new Set(all.map(stem)), runs: runsOf(text) };
	const none = { name: '', score: 0, weight: 0 };
	return things
		.map(({ id, names }) => ({
			id,
			...names.map((name) => ({ name, ...fitOf(name, asked) })).reduce((a, b) => (better(b, a) > 0 ? b : a), none)
		}))
		.filter(({ score }) => score >= enough)
		.sort((one, other) => better(other, one));
}

const certainOf = (text: string, things: readonly Named[]) => fitting(text, things).filter(({ score }) => score === 1);

/** The words of the text without those of a name, each left out once; what several names share stays when it is said of several. */
function withoutName(text: string, name: string): string {
	const left = new Set(wordsOf(name).map(stem));
	const bare = squashed(name);
	return text
		.split(/\s+/)
		.filter((written) => {
			if (bare.length >= shortestSquashed && isCompound(squashed(written), bare)) return false;
			const [word = ''] = wordsOf(written);
			const isForSeveral = stem(word) !== word && common.has(stem(word));
			return isForSeveral || !left.delete(stem(word));
		})
		.join(' ');
}

const mostNamed = 10;

/** Every thing whose whole name stands in the text, of a meeting of several groups; none when one part of it fits several. */
export function recogniseEach(text: string, things: readonly Named[]): string[] {
	const found: string[] = [];
	let rest = text;
	while (found.length < mostNamed) {
		const certain = certainOf(rest, things).filter(({ id }) => !found.includes(id));
		const [first, second] = certain;
		if (!first) break;
		rest = withoutName(rest, first.name);
		const isOther = second && better(first, second) === 0 && certainOf(rest, things).some(({ id }) => id === second.id);
		if (second && better(first, second) === 0 && !isOther) break;
		found.push(first.id);
	}
	return found;
}

/** The thing that the text speaks of; undefined when none does, or several do equally. */
export function recognise(text: string, things: readonly Named[]): Recognised | undefined {
	const [first, second] = fitting(text, things);
	if (!first || (second && better(first, second) === 0)) return undefined;
	return { id: first.id, isCertain: first.score === 1 };
}

/** Whether two titles are probably about the same. */
export function isAlike(one: string, other: string): boolean {
	const [a, b] = [new Set(wordsOf(one).map(stem)), new Set(wordsOf(other).map(stem))];
	if (a.size === 0 || b.size === 0) return false;
	const shared = [...a].filter((word) => b.has(word)).length;
	return shared / Math.min(a.size, b.size) >= enough && shared / Math.max(a.size, b.size) >= 0.4;
}

/** Addresses that say nothing about where somebody works. */
const freeMail = new Set(
	(
		'gmail.com googlemail.com hotmail.com hotmail.nl outlook.com outlook.nl live.com live.nl msn.com yahoo.com yahoo.co.uk icloud.com ' +
		'me.com mac.com proton.me protonmail.com gmx.net gmx.de ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl upcmail.nl hetnet.nl casema.nl'
	).split(' ')
);

/** The domain of a mail address as it says where somebody works; undefined for free mail. */
export function domainOf(address: string): string | undefined {
	const domain = address.split('@')[1]?.toLowerCase();
	return domain && !freeMail.has(domain) ? domain : undefined;
}

/** The organisation whose domain this is, or of which this is a part: `mail.lid.example` is of `lid.example`. */
export function ofDomain(domain: string, organisations: ReadonlyMap<string, string>): string | undefined {
	for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
		const found = organisations.get(rest);
		if (found) return found;
	}
	return undefined;
}
