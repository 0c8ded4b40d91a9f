// The sentence of a target while one types, and what it would read today.
import { previewTarget } from '#modules/plan/server/operations/preview-target.ts';
import { Invalid } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { inputOf } from '#platform/server/form-input.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	const { caller } = locals;
	try {
		const { target, windows } = inputOf(await request.formData()) as Record<string, never>;
		const code = url.searchParams.get('code') ?? '';
		return Response.json({ preview: await previewTarget(caller, { plan: params.plan, code, target, windows }) });
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		return Response.json({ errors: [...new Set(error.issues.map((issue) => sayIssue(issue, caller.locale)))] });
	}
};
