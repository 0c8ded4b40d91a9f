// Takes in a plan file: everything of it, or every reason why not.
import { z } from 'zod';
import { Invalid } from '#platform/errors.ts';
import { optional, paragraph } from '#platform/input.ts';
import { factKinds } from '#platform/server/module.ts';
import { operation } from '#platform/server/operation.ts';
import { readPlanFile } from '../../plan-file-read.ts';
import * as rules from '../../rules.ts';
import { kindsForTargets } from '../../targets/expected-kinds.ts';
import { importPlanFile, type Imported } from '../plan-import.ts';

const input = z.object({
	/** The file's text; the reader of plan files says what is too large. */
	file: z.string().min(1).max(4_000_000),
	/** Why an adopted plan changes. */
	why: optional(paragraph(1000))
});

export const importPlan = operation({
	name: 'plan.importPlan',
	input,
	may: rules.mayEditPlan,
	about: (_subject, result: Imported) => ({ kind: 'plan', id: result.planId }),
	reason: ({ why }) => why,
	run: async (context) => {
		const { file, issues } = readPlanFile(context.input.file, kindsForTargets(factKinds()));
		if (!file) throw new Invalid(issues);
		return importPlanFile(context, file, context.input.why);
	}
});
