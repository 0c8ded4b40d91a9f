// Named versions of a plan: name one, take one along, and see what changed between two.
import { and, eq } from 'drizzle-orm';
import { m } from '#paraglide/messages.js';
import { invalid } from '#platform/errors.ts';
import { operation, read } from '#platform/server/operation.ts';
import { comparison, versionName, versionOfPlan } from '../../edit-inputs.ts';
import { comparedGroups } from '../../plan-compare.ts';
import { withoutDefaults } from '../../plan-file-defaults.ts';
import type { PlanFile } from '../../plan-file.ts';
import * as rules from '../../rules.ts';
import { changeNames } from '../change-names.ts';
import { aboutPlan, planOfEdit } from '../edit-plan.ts';
import { planVersion } from '../history-schema.ts';
import { keepVersion, today, versionFile, versionsOf, versionText } from '../plan-versions.ts';

export const nameVersion = operation({
	name: 'plan.nameVersion',
	input: versionName,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	about: aboutPlan,
	run: async ({ subject, input: { name }, ...caller }) => {
		const taken = await caller.db
			.select({ id: planVersion.id })
			.from(planVersion)
			.where(and(eq(planVersion.planId, subject.id), eq(planVersion.name, name)));
		if (taken.length > 0) throw invalid('name', 'plan_issue_version_name');
		return { id: await keepVersion(caller, subject.id, { name }) };
	}
});

export const exportVersion = read({
	name: 'plan.exportVersion',
	input: versionOfPlan,
	subject: planOfEdit,
	may: rules.mayExportPlan,
	run: async ({ subject, input: { version }, ...caller }) => versionText(caller, subject.id, version)
});

/** Two files in one way of writing, so that only what they say can differ. */
const plain = (file: PlanFile) => withoutDefaults(file);

export const compareVersions = read({
	name: 'plan.compareVersions',
	input: comparison,
	subject: planOfEdit,
	may: rules.mayExportPlan,
	run: async ({ subject, input, ...caller }) => {
		const { db, locale } = caller;
		const versions = await versionsOf(db, subject.id, locale);
		const from = input.from ?? versions.at(-1)?.id ?? today;
		const to = input.to ?? today;
		const [before, after] = [
			plain(await versionFile(caller, subject.id, from)),
			plain(await versionFile(caller, subject.id, to))
		];
		const names = await changeNames(db, locale, [before, after], [before, after]);
		return {
			plan: { key: subject.key, title: subject.title },
			versions,
			from,
			to,
			groups: comparedGroups(before, after, names, m.plan_compare_around({}, { locale }))
		};
	}
});
