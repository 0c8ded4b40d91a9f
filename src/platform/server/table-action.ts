// From a form with a table to an operation and back: what was taken in, or everything that is wrong in it with row and column.
import { fail } from '@sveltejs/kit';
import type { DayOrder } from '#platform/cells.ts';
import { dayOrders } from '#platform/cells.ts';
import { Invalid, TooMany } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { mostFindings, placeOf } from '#platform/table.ts';
import { m } from '#paraglide/messages.js';
import type { TableAnswer } from '#platform/ui/table-answer.ts';
import type { ActionEvent } from './action.ts';
import type { Caller } from './operation.ts';
import type { TableReport } from './table-import.ts';

type Import = (caller: Caller, input: { file: File; days?: DayOrder | undefined }) => Promise<TableReport>;

/** Longer says nothing more; the name is only shown again. */
const mostOfName = 120;

const isOrder = (text: unknown): text is DayOrder => (dayOrders as readonly unknown[]).includes(text);

/** Calls the operation with the file that the form sent: 422 with every finding when it is refused. Other refusals go on. */
export async function actTable(event: ActionEvent, take: Import) {
	const { caller } = event.locals;
	const form = await event.request.formData();
	const [file, days] = [form.get('file'), form.get('days')];
	const values = { days: isOrder(days) ? days : '' };
	const beside = (status: number, message: string) =>
		fail(status, { values, errors: [{ path: 'file', message }] } satisfies TableAnswer);
	if (!(file instanceof File) || file.size === 0)
		return beside(422, m.platform_ui_table_no_file({}, { locale: caller.locale }));
	const name = file.name.slice(0, mostOfName);
	try {
		const report = await take(caller, { file, ...(isOrder(days) && { days }) });
		return { taken: { name, report } } satisfies TableAnswer;
	} catch (error) {
		if (error instanceof TooMany) return beside(429, m.platform_ui_error_429_text({}, { locale: caller.locale }));
		if (!(error instanceof Invalid)) throw error;
		const ofFile = error.issues.find(({ path }) => path === 'file' || path === '');
		if (ofFile) return beside(422, sayIssue(ofFile, caller.locale));
		const findings = error.issues.map((issue) => ({ ...placeOf(issue.path), message: sayIssue(issue, caller.locale) }));
		return fail(422, {
			values,
			refused: { name, findings, isCut: findings.length >= mostFindings }
		} satisfies TableAnswer);
	}
}
