// The ways an operation refuses. `hooks.server.ts` turns them into pages, `action.ts` into messages beside a field.

/** Not there, or not visible to this actor: the answer is the same, so that nobody learns what exists. */
export class NotFound extends Error {
	override name = 'NotFound';
}

/** Visible, but this actor may not do this. */
export class Forbidden extends Error {
	override name = 'Forbidden';
}

/** Somebody else changed it in between, or its state no longer allows this. `reason` is a message key. */
export class Conflict extends Error {
	override name = 'Conflict';
	reason: string;
	constructor(reason: string) {
		super(reason);
		this.reason = reason;
	}
}

/** Too many attempts in a short time. */
export class TooMany extends Error {
	override name = 'TooMany';
}

/** One thing wrong with an input. `path` names the field (`windows.0.startsOn`); `code` and `params` choose the sentence. */
export type Issue = { path: string; code: string; params: Record<string, unknown> };

/** The input is wrong; every issue is reported, with its place. */
export class Invalid extends Error {
	override name = 'Invalid';
	issues: Issue[];
	constructor(issues: Issue[]) {
		super(issues.map((issue) => `${issue.path}: ${issue.code}`).join('; '));
		this.issues = issues;
	}
}

/** An issue found by a rule of ours, as `Invalid` with one field. */
export const invalid = (path: string, code: string, params: Record<string, unknown> = {}) =>
	new Invalid([{ path, code, params }]);
