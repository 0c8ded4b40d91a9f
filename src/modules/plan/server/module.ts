// What the plan adds to the platform.
import { m } from '#paraglide/messages.js';
import { anyone, isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { readings } from './commands.ts';
import { checkCommand, exportPlanCommand, importPlanCommand } from './file-commands.ts';
import { mayExportPlan } from '../rules.ts';
import { addPromise, changePromise, resumePromise, withdrawPromise } from './operations/change-promise.ts';
import { exportPlan } from './operations/export-plan.ts';
import { importPlan } from './operations/import-plan.ts';
import { example, prepareExample } from './example.ts';
import { judgePromise, withdrawJudgement } from './operations/judge-promise.ts';
import { listPlans } from './operations/list-plans.ts';
import { listReadings } from './operations/list-readings.ts';
import { liftOverruling, overrulePromise } from './operations/overrule-promise.ts';
import { reopenTrigger, settleTrigger } from './operations/settle-trigger.ts';
import { previewTarget } from './operations/preview-target.ts';
import { adoptPlan } from './operations/adopt-plan.ts';
import { addThing, changeThing, moveThing, removeThing, withdrawActivity } from './operations/change-thing.ts';
import { exportSheet, exportSheetFile, importSheet, previewSheet } from './operations/plan-sheet.ts';
import { showPlan } from './operations/show-plan.ts';
import { showList, showThing } from './operations/show-things.ts';
import { compareVersions, exportVersion, nameVersion } from './operations/versions.ts';
import { showHistory } from './operations/show-history.ts';
import { showPromiseForm } from './operations/show-promise-form.ts';
import { showPromise } from './operations/show-promise.ts';
import { showAccount } from './operations/show-account.ts';
import { showScope } from './operations/show-scope.ts';
import { showWeek } from './operations/show-week.ts';
import { showYear } from './operations/show-year.ts';
import { tickCondition, untickCondition } from './operations/tick-condition.ts';
import { personal } from './personal.ts';
import { facts, views } from './views.ts';

export const plan: Module = {
	name: 'plan',
	menu: [
		{ area: 'member', href: '/year', label: (locale) => m.plan_menu_year({}, { locale }), may: isInside, order: 10 },
		{ area: 'member', href: '/week', label: (locale) => m.plan_menu_week({}, { locale }), may: isInside, order: 5 },
		{ area: 'public', href: '/plan', label: (locale) => m.plan_menu_account({}, { locale }), may: anyone, order: 10 },
		{
			area: 'bureau',
			href: '/plans',
			label: (locale) => m.plan_edit_menu({}, { locale }),
			may: mayExportPlan,
			order: 80
		}
	],
	operations: {
		showYear,
		showScope,
		showWeek,
		showPromise,
		showAccount,
		listReadings,
		showHistory,
		showPlan,
		adoptPlan,
		nameVersion,
		exportVersion,
		compareVersions,
		exportSheet,
		exportSheetFile,
		previewSheet,
		importSheet,
		showList,
		showThing,
		changeThing,
		addThing,
		moveThing,
		removeThing,
		withdrawActivity,
		showPromiseForm,
		previewTarget,
		changePromise,
		addPromise,
		withdrawPromise,
		resumePromise,
		importPlan,
		exportPlan,
		listPlans,
		tickCondition,
		untickCondition,
		judgePromise,
		withdrawJudgement,
		overrulePromise,
		liftOverruling,
		settleTrigger,
		reopenTrigger
	},
	facts,
	views,
	personal,
	prepareExample,
	example,
	commands: [readings, importPlanCommand, exportPlanCommand, checkCommand]
};
