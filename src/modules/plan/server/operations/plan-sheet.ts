// The plan as a sheet: out with what it leaves out, in with every change shown before it is made; all of it or nothing.
import { z } from 'zod';
import { colleaguesOn } from '#modules/members/server/public.ts';
import { Invalid } from '#platform/errors.ts';
import { m } from '#paraglide/messages.js';
import { key, optional, paragraph } from '#platform/input.ts';
import { factKinds } from '#platform/server/module.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import { takeTable, type TableReport } from '#platform/server/table-import.ts';
import { comparedGroups } from '../../plan-compare.ts';
import { withoutDefaults } from '../../plan-file-defaults.ts';
import type { Raw } from '../../plan-file-names.ts';
import { settledFile } from '../../plan-file-read.ts';
import { planSheet, sheetColumns } from '../../plan-sheet.ts';
import * as rules from '../../rules.ts';
import { kindsForTargets } from '../../targets/expected-kinds.ts';
import { changeNames } from '../change-names.ts';
import { aboutPlan, editPlan, issuesOfPlan, planForEdit, planOfEdit } from '../edit-plan.ts';
import { peopleIn } from '../history.ts';
import { exportPlanFile } from '../plan-export.ts';
import { sheetCsv, sheetWorkbook } from '../sheet-file.ts';
import { takeSheetRow } from '../sheet-rows.ts';

/** A plan of a thousand promises is a large one. */
const mostRows = 5000;
const table = z.file().max(10_000_000);

export const exportSheet = read({
	name: 'plan.exportSheet',
	input: z.object({ plan: key }),
	subject: planOfEdit,
	may: rules.mayExportPlan,
	run: async ({ db, locale, subject }) => {
		const file = await planForEdit(db, subject.id);
		const around = { kinds: kindsForTargets(factKinds()), people: await peopleIn(db, [file]), locale };
		return {
			key: subject.key,
			title: subject.title,
			isAdopted: subject.adoptedOn !== null,
			...planSheet(file, around)
		};
	}
});

/** The sheet as a file: CSV, or a workbook that also says what it leaves out. */
export const exportSheetFile = read({
	name: 'plan.exportSheetFile',
	input: z.object({ plan: key, format: z.enum(['csv', 'xlsx']) }),
	subject: planOfEdit,
	may: rules.mayExportPlan,
	run: async ({ input, subject: _subject, ...caller }) => {
		const sheet = await exportSheet(caller, { plan: input.plan });
		return input.format === 'csv' ? sheetCsv(sheet.rows) : sheetWorkbook(sheet, caller.locale);
	}
});

/** Takes the sheet into the plan as data; every problem is told with its row and column. */
async function takeSheet({ db, clock, locale }: Caller, file: Raw, sheet: Blob): Promise<TableReport> {
	const context = {
		file,
		kinds: kindsForTargets(factKinds()),
		people: await colleaguesOn(db, clock.today()),
		names: await peopleIn(db, [file]),
		locale,
		seen: new Set<string>()
	};
	return takeTable(sheet, { columns: sheetColumns, mostRows, take: async (cells) => takeSheetRow(cells, context) });
}

/** What the sheet would change, in words, and nothing of it done. */
export const previewSheet = read({
	name: 'plan.previewSheet',
	input: z.object({ plan: key, file: table }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ subject, input, ...caller }) => {
		const { db, locale } = caller;
		const before = withoutDefaults(await exportPlanFile(db, subject.id));
		const draft = await planForEdit(db, subject.id);
		const report = await takeSheet(caller, draft, input.file);
		const { file, issues } = issuesOfPlan(draft);
		if (!file) throw new Invalid(issues.map((issue) => ({ ...issue, path: 'file' })));
		const after = withoutDefaults(settledFile(file));
		const names = await changeNames(db, locale, [before, after], [before, after]);
		return { report, groups: comparedGroups(before, after, names, m.plan_compare_around({}, { locale })) };
	}
});

export const importSheet = operation({
	name: 'plan.importSheet',
	input: z.object({ plan: key, file: table, why: optional(paragraph(1000)) }),
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	reason: ({ why }) => why,
	run: async ({ subject, input, ...caller }): Promise<TableReport> => {
		let report: TableReport = { rows: 0, new: 0, same: 0, changed: 0 };
		await editPlan(caller, subject.id, {
			why: input.why,
			change: async (file) => {
				report = await takeSheet(caller, file, input.file);
				return '';
			}
		});
		return report;
	}
});
