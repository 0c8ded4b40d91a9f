// What the agenda adds to the platform.
import { m } from '#paraglide/messages.js';
import { isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import { cancelEvent, closeEvent, moveEvent, reopenEvent } from './operations/close-event.ts';
import { listOrganisingGroups, listPlanningChoices } from './operations/list-choices.ts';
import { changeSeries, listSeries, openSeries, showSeries } from './operations/open-series.ts';
import { changeEvent, planEvent } from './operations/plan-event.ts';
import { findPeople, recordAttendance, recordRegistrations, removeAttendance } from './operations/record-attendance.ts';
import { listEvents, showEvent } from './operations/show-event.ts';
import { personal } from './personal.ts';
import { eventsByKey, seriesByKey } from './public.ts';
import { facts, views } from './views.ts';

export const agenda: Module = {
	name: 'agenda',
	menu: [
		// One entry a reader: with what is public for who is not of the association, among the rest for who is.
		{
			area: 'public',
			href: '/agenda',
			label: (locale) => m.agenda_menu({}, { locale }),
			may: (actor) => !isInside(actor),
			order: 30
		},
		{ area: 'member', href: '/agenda', label: (locale) => m.agenda_menu({}, { locale }), may: isInside, order: 30 }
	],
	operations: {
		openSeries,
		changeSeries,
		listSeries,
		showSeries,
		planEvent,
		changeEvent,
		moveEvent,
		cancelEvent,
		closeEvent,
		reopenEvent,
		recordAttendance,
		removeAttendance,
		recordRegistrations,
		findPeople,
		listOrganisingGroups,
		listPlanningChoices,
		listEvents,
		showEvent
	},
	facts,
	views,
	referables: [
		{ refersTo: 'series', all: seriesByKey },
		{ refersTo: 'event', all: eventsByKey }
	],
	personal,
	example
};
