// The one way to read or change something: parse, find, may, do, remember. Pages, API, jobs, imports and tests all come through here.
import type { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import type { Clock } from '#platform/clock.ts';
import { Forbidden, Invalid, NotFound, type Issue } from '#platform/errors.ts';
import type { Locale } from '#platform/localized.ts';
import { writeAuditLine } from './audit.ts';
import type { Database } from './database.ts';

/** What a call needs to know of its surroundings; made once per request, job or command. */
export type Caller = { db: Database; actor: Actor; clock: Clock; locale: Locale };

type Awaitable<T> = T | Promise<T>;

type Definition<Schema extends z.ZodType, Subject, Case> = {
	/** `module.verbNoun`, as it stands in the audit trail and the permission table. */
	name: `${string}.${string}`;
	input: Schema;
	/** Finds what it is about, within what the actor may see; undefined or null means: does not exist for this actor. */
	subject?: (caller: Caller, input: z.output<Schema>) => Awaitable<Subject | undefined | null>;
	may: (actor: Actor, subject: Case) => boolean;
	/** Named subjects for the permission table; needed when `may` looks at the subject. */
	cases?: Record<string, NoInfer<Case>>;
};

type Change<Schema extends z.ZodType, Subject, Case, Result, Prepared> = Definition<Schema, Subject, Case> & {
	/**
	 * What it needs from outside, which may take its time: had for who may do it, before the transaction begins, so that waiting
	 * holds no connection. What it is about is found and judged anew after that.
	 */
	before?: (context: Caller & { input: z.output<Schema> }) => Awaitable<Prepared>;
	/** What the audit line points at; by default nothing. */
	about?: (subject: Subject, result: NoInfer<Result>) => { kind: string; id: string };
	reason?: (input: z.output<Schema>) => string | undefined;
	run: (context: Caller & { input: z.output<Schema>; subject: Subject; prepared: Prepared }) => Awaitable<Result>;
};

type Read<Schema extends z.ZodType, Subject, Case, Result> = Definition<Schema, Subject, Case> & {
	run: (context: Caller & { input: z.output<Schema>; subject: Subject }) => Awaitable<Result>;
};

/** No operation when `may` asks for more than the subject has. Said here, as a constraint between the two would spoil their inference. */
type Checked<Schema extends z.ZodType, Subject, Case, Result> = [Subject] extends [Case]
	? Operation<Schema, Result>
	: { described: 'the subject is not what may() judges' };

/** What the permission table and the API need to know of any operation. */
export type Described = {
	name: string;
	kind: 'change' | 'read';
	input: z.ZodType;
	/** May this actor do it in this named case? */
	may: (actor: Actor, subject: never) => boolean;
	cases: Record<string, unknown>;
};

export type Operation<Schema extends z.ZodType, Result> = ((
	caller: Caller,
	input: z.input<Schema>
) => Promise<Result>) & {
	described: Described;
	input: Schema;
};

export type AnyOperation = { described: Described };

const ourOwnCode = /^[a-z][a-z_]*$/;

/** Zod's findings in the shape of our own issues. A message of ours is a key such as `day`; all others keep zod's code. */
export function issuesOf(error: z.ZodError): Issue[] {
	return error.issues.map((issue) => {
		const { path, message, code, ...params } = issue;
		return { path: path.map(String).join('.'), code: ourOwnCode.test(message) ? message : code, params };
	});
}

function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
	const parsed = schema.safeParse(raw);
	if (!parsed.success) throw new Invalid(issuesOf(parsed.error));
	return parsed.data;
}

async function findAllowed<Schema extends z.ZodType, Subject, Case>(
	definition: Definition<Schema, Subject, Case>,
	caller: Caller,
	input: z.output<Schema>
): Promise<Subject> {
	const subject = definition.subject ? await definition.subject(caller, input) : (undefined as Subject);
	if (definition.subject && (subject === undefined || subject === null)) throw new NotFound();
	// `Checked` made sure that every subject is a case that `may` can judge.
	if (!definition.may(caller.actor, subject as unknown as Case)) throw new Forbidden();
	return subject as Subject;
}

const describe = (definition: Definition<z.ZodType, never, never>, kind: Described['kind']): Described => ({
	name: definition.name,
	kind,
	input: definition.input,
	may: definition.may,
	cases: definition.cases ?? { '': undefined }
});

async function prepare<Schema extends z.ZodType, Subject, Case, Result, Prepared>(
	definition: Change<Schema, Subject, Case, Result, Prepared>,
	caller: Caller,
	input: z.output<Schema>
): Promise<Prepared> {
	if (!definition.before) return undefined as Prepared;
	await findAllowed(definition, caller, input);
	return definition.before({ ...caller, input });
}

/** Changes something: one transaction, with its audit line; jobs are enqueued in the same transaction. */
export function operation<Schema extends z.ZodType, Subject, Case, Result, Prepared = undefined>(
	definition: Change<Schema, Subject, Case, Result, Prepared>
): Checked<Schema, Subject, Case, Result> {
	const perform = async (caller: Caller, raw: z.input<Schema>): Promise<Result> => {
		const input = parse(definition.input, raw);
		const prepared = await prepare(definition, caller, input);
		return caller.db.transaction(async (db) => {
			const within = { ...caller, db };
			const subject = await findAllowed(definition, within, input);
			const result = await definition.run({ ...within, input, subject, prepared });
			await writeAuditLine(within, {
				operation: definition.name,
				about: definition.about?.(subject, result),
				reason: definition.reason?.(input)
			});
			return result;
		});
	};
	const described = describe(definition as never, 'change');
	return Object.assign(perform, { described, input: definition.input }) as never;
}

/** Answers a question: same order, no transaction, no audit line, no writing. */
export function read<Schema extends z.ZodType, Subject, Case, Result>(
	definition: Read<Schema, Subject, Case, Result>
): Checked<Schema, Subject, Case, Result> {
	const perform = async (caller: Caller, raw: z.input<Schema>): Promise<Result> => {
		const input = parse(definition.input, raw);
		const subject = await findAllowed(definition, caller, input);
		return definition.run({ ...caller, input, subject });
	};
	const described = describe(definition as never, 'read');
	return Object.assign(perform, { described, input: definition.input }) as never;
}
