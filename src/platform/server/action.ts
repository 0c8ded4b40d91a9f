// From a form to an operation and back: the one adapter that form actions use.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { localizeHref } from '#paraglide/runtime.js';
import { m } from '#paraglide/messages.js';
import { Conflict, Invalid, TooMany } from '#platform/errors.ts';
import { sayConflict, sayIssue } from '#platform/issues.ts';
import type { Locale } from '#platform/localized.ts';
import type { FormResult } from '#platform/ui/form-result.ts';
import { errorsByField, inputOf, valuesOf } from './form-input.ts';
import { countAttempt, type Limit } from './limits.ts';
import type { Caller, Operation } from './operation.ts';

/** As much of SvelteKit's event as an action needs. */
export type ActionEvent = { request: Request; locals: { caller: Caller; client: string } };

type Way<Result, Told = undefined> = {
	/** Input that does not come from a field: what the address of the page says. It wins over fields. */
	with?: Record<string, unknown>;
	/** Where to go when it is done, as a path without language. Without it the page stays and gets `done`. */
	then?: (result: Result) => string | Promise<string>;
	/** What a page that stays says of what was done; it stands in the answer as `told`. */
	tell?: (result: Result) => Told | Promise<Told>;
	/** The id of the form, when the page has several. */
	form?: string;
	/** How often one client may do this, beside what holds for everything that is sent. */
	limit?: Limit;
};

/**
 * Calls the operation with what the form sent.
 *
 * Invalid input → 422 with a sentence beside each field; a conflict → 409 and too many attempts → 429 with a sentence
 * for the form; what was typed is kept. Forbidden, not found and faults go on to the error page.
 */
export async function act<Schema extends z.ZodType, Result, Told = undefined>(
	event: ActionEvent,
	operation: Operation<Schema, Result>,
	{ with: fixed = {}, then, tell, form: id, limit }: Way<Result, Told> = {}
) {
	const { caller, client } = event.locals;
	const form = await event.request.formData();
	try {
		if (limit) await countAttempt(caller.db, limit, client);
		const input = { ...inputOf(form), ...fixed } as z.input<Schema>;
		const result = await operation(caller, input);
		if (!then) return { form: id, done: true as const, told: await tell?.(result) };
		return redirect(303, localizeHref(await then(result), { locale: caller.locale }));
	} catch (error) {
		return refusal(error, { id, form, locale: caller.locale });
	}
}

/**
 * Answers a question about what stands in a form, without saving it: what was typed stays, and the page gets `answer`.
 *
 * What is wrong comes back beside the fields, as when the form is saved.
 */
export async function look<Schema extends z.ZodType, Result>(
	event: ActionEvent,
	question: Operation<Schema, Result>,
	{ with: fixed = {}, form: id }: Pick<Way<Result>, 'with' | 'form'> = {}
) {
	const { caller } = event.locals;
	const form = await event.request.formData();
	try {
		const answer = await question(caller, { ...inputOf(form), ...fixed } as z.input<Schema>);
		return { form: id, values: valuesOf(form), answer };
	} catch (error) {
		return refusal(error, { id, form, locale: caller.locale });
	}
}

type Sent = { id: string | undefined; form: FormData; locale: Locale };

function refusal(error: unknown, { id, form, locale }: Sent) {
	const refused = (rest: Pick<FormResult, 'errors' | 'message'>) => ({ form: id, values: valuesOf(form), ...rest });
	if (error instanceof Invalid) {
		const errors = errorsByField(error.issues, form, (issue) => sayIssue(issue, locale));
		return fail(422, refused({ errors }));
	}
	if (error instanceof Conflict) return fail(409, refused({ message: sayConflict(error.reason, locale) }));
	if (error instanceof TooMany) return fail(429, refused({ message: m.platform_ui_error_429_text({}, { locale }) }));
	throw error;
}
