// The log: one line of JSON for each thing that happened, without personal data.

export type Level = 'info' | 'warning' | 'error';

/** Writes a line to the standard output. Give ids of records, codes and numbers; never names, addresses or what was typed. */
export function logLine(level: Level, at: string, about: Record<string, unknown>) {
	process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, at, ...about })}\n`);
}

type DatabaseError = Error & {
	code?: unknown;
	table?: unknown;
	column?: unknown;
	constraint?: unknown;
	query?: unknown;
};

const places = (error: Error) =>
	(error.stack ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.startsWith('at '))
		.slice(0, 12);

/** What stands between quotes, and what looks like a mail address, may be what somebody typed. */
const masked = (message: string) => {
	const [firstLine = ''] = message.split('\n', 1);
	return firstLine
		.replace(/(["'`])(?:(?!\1).)*\1/gu, '$1…$1')
		.replace(/[^\s@<>()]+@[^\s@<>()]+/gu, '…@…')
		.slice(0, 300);
};

/** `JSON.parse` quotes what it could not read, with quotes in it. */
const messageOf = (error: Error) => (error instanceof SyntaxError ? {} : { message: masked(error.message) });

/**
 * An error as it may stand in the log. Of a failed query: the statement with its placeholders, the code and the constraint,
 * never its values (drizzle puts them in the message, PostgreSQL in the detail).
 */
export function describeError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { error: typeof error };
	const { name, code, table, column, constraint, query }: DatabaseError = error;
	const cause = error.cause === undefined ? undefined : describeError(error.cause);
	return {
		error: name,
		...(typeof query === 'string' ? { query } : messageOf(error)),
		...Object.fromEntries(
			Object.entries({ code, table, column, constraint }).filter(([, value]) => value !== undefined)
		),
		...(cause ? { cause } : {}),
		stack: places(error)
	};
}
