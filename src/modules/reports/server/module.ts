// What reports add to the platform.
import { m } from '#paraglide/messages.js';
import { anyone, isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { exportCommand, freezeCommand, listCommand, prepareCommand } from './commands.ts';
import { askAgain } from './asking.ts';
import { example } from './example.ts';
import * as conclude from './operations/conclude.ts';
import { exportReport } from './operations/export-report.ts';
import { freezeReport } from './operations/freeze-report.ts';
import { changeReport, dropReport, listReportChoices, prepareReport } from './operations/prepare-report.ts';
import * as show from './operations/show-report.ts';
import * as comments from './operations/write-comments.ts';
import { personal } from './personal.ts';
import { views } from './views.ts';

const { findReport, listReports, showReport, showReportLine } = show;

export const reports: Module = {
	name: 'reports',
	menu: [
		{ area: 'member', href: '/reports', label: (locale) => m.reports_menu({}, { locale }), may: isInside, order: 15 },
		{ area: 'public', href: '/reports', label: (locale) => m.reports_menu({}, { locale }), may: anyone, order: 20 }
	],
	operations: {
		listReports,
		findReport,
		showReport,
		showReportLine,
		listReportChoices,
		prepareReport,
		changeReport,
		dropReport,
		...comments,
		freezeReport,
		exportReport,
		...conclude
	},
	views,
	personal,
	jobs: [askAgain],
	example,
	commands: [listCommand, prepareCommand, freezeCommand, exportCommand]
};
