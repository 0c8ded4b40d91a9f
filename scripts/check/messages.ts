// Findings on messages: complete in both languages, with the same parameters, under their module's name, all used and none missing.

/** A text, or variants chosen by a parameter (inlang message format). */
type Variants = { declarations?: string[]; selectors?: string[]; match: Record<string, string> };
export type Message = string | Variants | Variants[];
export type Messages = Record<string, Message>;

export type MessageFile = {
	/** `platform`, or the name of the module's folder. */
	owner: string;
	/** Path of the file in each language. */
	paths: Record<string, string>;
	messages: Record<string, Messages>;
};

const textsOf = (message: Message): string[] => {
	if (typeof message === 'string') return [message];
	return [message].flat().flatMap(({ match }) => Object.values(match));
};

/** Names of what is filled in: `{count}` in the texts, and declared inputs. */
function parametersOf(message: Message): string {
	const declared =
		typeof message === 'string' ? [] : [message].flat().flatMap(({ declarations }) => declarations ?? []);
	const locals = new Set(declared.flatMap((line) => /^local (\w+)/.exec(line)?.[1] ?? []));
	const names = new Set(declared.flatMap((line) => /^input (\w+)/.exec(line)?.[1] ?? []));
	for (const text of textsOf(message))
		for (const [, name] of text.matchAll(/\{(\w+)\}/g)) if (!locals.has(name!)) names.add(name!);
	return [...names].toSorted().join(', ');
}

const withoutSchema = (messages: Messages) => Object.entries(messages).filter(([key]) => key !== '$schema');

function incomplete({ owner, paths, messages }: MessageFile): string[] {
	const prefix = `${owner.replaceAll('-', '_')}_`;
	const keys = new Set(Object.values(messages).flatMap((each) => withoutSchema(each).map(([key]) => key)));
	const findings: string[] = [];
	for (const key of keys) {
		const found = Object.entries(messages).map(([locale, each]) => ({ path: paths[locale]!, message: each[key] }));
		if (!key.startsWith(prefix)) findings.push(`${found[0]!.path}: ${key} must begin with ${prefix}.`);
		for (const { path, message } of found) {
			if (message === undefined) findings.push(`${path}: ${key} is missing.`);
			else if (textsOf(message).some((text) => text.trim() === '')) findings.push(`${path}: ${key} has an empty text.`);
		}
		const parameters = new Set(found.flatMap(({ message }) => (message === undefined ? [] : [parametersOf(message)])));
		if (parameters.size > 1) {
			findings.push(
				`${found[0]!.path}: ${key} has different parameters per language: ${[...parameters].map((each) => each || 'none').join(' / ')}.`
			);
		}
	}
	return findings;
}

export type Source = { path: string; text: string };

const wordsIn = (sources: readonly Source[]) =>
	new Set(sources.flatMap(({ text }) => text.match(/[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+/g) ?? []));

/** `plan_status_${status}` and `'plan_status_' + status`: every key that begins so is used. */
const beginningsIn = (sources: readonly Source[]) =>
	sources.flatMap(({ text }) => [
		...[...text.matchAll(/([a-z0-9]+_[a-z0-9_]*_)\$\{/g)].map(([, beginning]) => beginning!),
		...[...text.matchAll(/['"]([a-z0-9]+_[a-z0-9_]*_)['"]\s*\+/g)].map(([, beginning]) => beginning!)
	]);

const namesAKey = [/new Conflict\(\s*'([a-z0-9_]+)'/g, /\binvalid\([^()]*?,\s*'([a-z0-9]+_[a-z0-9_]+)'/g];

function missing(sources: readonly Source[], keys: ReadonlySet<string>, owners: readonly string[]): string[] {
	const ours = new RegExp(`^(${owners.map((owner) => owner.replaceAll('-', '_')).join('|')})_`);
	return sources.flatMap(({ path, text }) => {
		const patterns = text.includes('#paraglide/messages.js') ? [...namesAKey, /\bm\.([A-Za-z0-9_]+)/g] : namesAKey;
		const named = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, key]) => key!));
		return [...new Set(named)]
			.filter((key) => !keys.has(key) && (ours.test(key) || text.includes(`m.${key}`)))
			.map((key) => `${path}: uses the message ${key}, which does not exist.`);
	});
}

/** All findings over all message files, given the sources that use them. */
export function messageFindings(files: readonly MessageFile[], sources: readonly Source[]): string[] {
	const words = wordsIn(sources);
	const beginnings = beginningsIn(sources);
	const keys = new Set<string>();
	const findings = files.flatMap(incomplete);
	for (const { messages, paths } of files) {
		const [locale, first] = Object.entries(messages)[0]!;
		for (const [key] of withoutSchema(first)) {
			keys.add(key);
			const used = words.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
			if (!used) findings.push(`${paths[locale]}: ${key} is used nowhere.`);
		}
	}
	return [
		...findings,
		...missing(
			sources,
			keys,
			files.map(({ owner }) => owner)
		)
	];
}
