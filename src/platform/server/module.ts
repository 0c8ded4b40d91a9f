// What a module adds to the platform, and the list of them as it was put together at start.
import type { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import type { FactKind } from '#platform/facts.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import type { Command } from './command.ts';
import type { Database } from './database.ts';
import type { Job } from './jobs.ts';
import type { AnyOperation, Caller, Operation } from './operation.ts';
import type { Story } from './story.ts';
import type { PublishedFact, PublishedView } from './views.ts';

export type MenuEntry = {
	area: 'public' | 'member' | 'bureau';
	href: string;
	label: (locale: Locale) => string;
	may: (actor: Actor) => boolean;
	/** Smaller stands first. */
	order: number;
};

/** A deed that is one press away on every page, whatever its area. */
export type Shortcut = Pick<MenuEntry, 'href' | 'label' | 'may'>;

/** A page whose forms take files that are larger than a form may be elsewhere, from who is signed in. */
export type UploadPage = { path: string; bytes: number };

/** What a module keeps on a person. Every foreign key to a person must be named in one of these. */
export type PersonalRecord = {
	name: Required<Localized>;
	/** Why it is kept, and on which ground. */
	purpose: Required<Localized>;
	/** What stays after erasing, and why. */
	stays: Required<Localized>;
	/** `table.column` for every column that refers to a person. */
	columns: readonly string[];
	/** What its fields are called, beside those that every module shares (`members/personal-words.ts`). */
	words?: Readonly<Record<string, Required<Localized>>>;
	/** What the codes in its fields mean, by field. */
	codes?: Readonly<Record<string, Readonly<Record<string, Required<Localized>>>>>;
	/** Everything kept, readable, for the person who asks. */
	export: (db: Database, personId: string) => Promise<unknown[]>;
	/** Erases in place; history that someone may have to answer for stays without the person. */
	erase: (db: Database, personId: string) => Promise<void>;
};

/** What a person's records say about what they may do today. */
export type Ties = Partial<Pick<Actor, 'roles' | 'organisations' | 'groups'>> & { name?: string };

/** Something a plan may refer to by its key: a series, a group, a channel. */
export type Referable = {
	refersTo: string;
	/** Keys and names of all there are, by key. */
	all: (db: Database) => Promise<Map<string, { id: string; name: Localized }>>;
};

export type Module = {
	name: string;
	menu?: readonly MenuEntry[];
	shortcuts?: readonly Shortcut[];
	uploads?: readonly UploadPage[];
	operations: Readonly<Record<string, AnyOperation>>;
	facts?: readonly PublishedFact[];
	views?: readonly PublishedView[];
	referables?: readonly Referable[];
	personal?: readonly PersonalRecord[];
	tiesOf?: (db: Database, personId: string, day: Day) => Promise<Ties>;
	jobs?: readonly Job[];
	commands?: readonly Command[];
	/** Makes what the other parts of the example year build on, before any of them. */
	prepareExample?: (caller: Caller, story: Story) => Promise<void>;
	/** Makes this module's part of the example year, through operations. */
	example?: (caller: Caller, story: Story) => Promise<void>;
};

let installed: readonly Module[] | undefined;

/** Called once, by the list of modules. */
export function installModules(list: readonly Module[]) {
	installed = list;
	return list;
}

/** All modules in order of dependence. Platform code knows none of them by name. */
export function modules(): readonly Module[] {
	if (!installed) throw new Error('Import #modules/list.server.ts before using modules().');
	return installed;
}

/**
 * Performs the operation with this name (`agenda.planEvent`) of whichever module has it: for what comes in from outside
 * and becomes a record elsewhere. The operation itself judges the input and who may.
 */
export async function perform(name: string, caller: Caller, input: unknown): Promise<unknown> {
	const found = modules()
		.flatMap(({ operations }) => Object.values(operations))
		.find(({ described }) => described.name === name);
	if (!found) throw new Error(`There is no operation ${name}.`);
	return (found as Operation<z.ZodType, unknown>)(caller, input);
}

export const factKinds = (): ReadonlyMap<string, FactKind> =>
	new Map(modules().flatMap((module) => (module.facts ?? []).map(({ kind }) => [kind.kind, kind] as const)));

export const publishedViews = (): readonly PublishedView[] =>
	modules().flatMap((module) => [...(module.facts ?? []).map((fact) => fact.view), ...(module.views ?? [])]);

/** The person's ties over all modules, put together as the actor of a request. */
export async function actorOf(db: Database, personId: string, day: Day): Promise<Actor> {
	const parts: Ties[] = [];
	for (const module of modules()) if (module.tiesOf) parts.push(await module.tiesOf(db, personId, day));
	return {
		kind: 'person',
		personId,
		name: parts.find((part) => part.name)?.name ?? '',
		roles: parts.flatMap((part) => part.roles ?? []),
		organisations: parts.flatMap((part) => part.organisations ?? []),
		groups: parts.flatMap((part) => part.groups ?? [])
	};
}
