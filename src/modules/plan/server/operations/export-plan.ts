// The whole plan as its file.
import { z } from 'zod';
import { NotFound } from '#platform/errors.ts';
import { key } from '#platform/input.ts';
import { read } from '#platform/server/operation.ts';
import { planFileText } from '../../plan-file-write.ts';
import * as rules from '../../rules.ts';
import { exportPlanFile, planByKey } from '../plan-export.ts';

export const exportPlan = read({
	name: 'plan.exportPlan',
	input: z.object({ key }),
	may: rules.mayExportPlan,
	run: async ({ db, input }) => {
		const plan = await planByKey(db, input.key);
		if (!plan) throw new NotFound();
		return { key: plan.key, text: planFileText(await exportPlanFile(db, plan.id)) };
	}
});
