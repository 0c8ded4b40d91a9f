// What comes in about the plan from pages, forms and commands.
import { z } from 'zod';
import { day, key, line, optional } from '#platform/input.ts';
import { overrulingStatuses, verdicts } from './targets/judged.ts';
import { statuses } from './targets/status.ts';

/** A code as the plan writes it: `P22-PI-MON-O1`. */
export const code = z
	.string()
	.trim()
	.min(1)
	.max(60)
	.regex(/^[\p{L}\p{N}._-]+$/u, { error: 'key' });

/** What narrows the year down; all of it in the address. */
export const yearFilter = z.object({
	core_task: optional(code),
	goal: optional(code),
	priority: optional(code),
	theme: optional(code),
	owner: optional(line(80)),
	status: optional(z.enum(statuses)),
	q: optional(line(80))
});

export const promise = z.object({
	code,
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});

export const section = z.object({ section: code });

export const reading = z.object({ on: optional(day) });

/** What a promise waited for has happened, or it is sure that it will not. */
export const settlement = z.object({
	key,
	state: z.enum(['fired', 'decided-against']),
	on: day,
	why: line(500)
});
export const reopening = z.object({ key, why: line(500) });

export const tick = z.object({ code, conditionId: z.uuid(), metOn: day, metSource: line(500) });
export const untick = z.object({ code, conditionId: z.uuid() });

/** As people type it: `7,4` is 7.4. */
const decimal = z.preprocess(
	(raw) => (typeof raw === 'string' && raw.trim() !== '' ? Number(raw.trim().replace(',', '.')) : raw),
	z.number().min(-1e12).max(1e12)
);
export const judgement = z
	.object({
		code,
		judgedOn: day,
		verdict: optional(z.enum(verdicts)),
		value: optional(decimal),
		source: line(500),
		reason: line(1000)
	})
	.refine(({ verdict, value }) => verdict !== undefined || value !== undefined, {
		error: 'plan_issue_verdict_or_value',
		path: ['verdict']
	});
export const judgementWithdrawal = z.object({ code, judgementId: z.uuid(), why: line(500) });
export const overruling = z.object({
	code,
	status: z.enum(overrulingStatuses),
	why: line(1000),
	endsOn: optional(day)
});
export const lifting = z.object({ code });
