// Something the person at the terminal must solve; the message is one sentence that says what and how.

export class Problem extends Error {
	override name = 'Problem';
}

/** The command was typed wrongly: exit code 2. */
export class WrongUse extends Problem {
	override name = 'WrongUse';
}

/** The code of a system error (`EACCES`), of PostgreSQL (`42P01`) or undefined. */
export const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
