// Bring something in: files, a text, a calendar to follow.
import { listDeedChoices } from '#modules/intake/server/operations/record-deed.ts';
import { addCalendar, listCalendars, stopCalendar, takeIn } from '#modules/intake/server/operations/take-in.ts';
import { m } from '#paraglide/messages.js';
import { momentText } from '#platform/dates.ts';
import type { Issue } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import type { Locale } from '#platform/localized.ts';
import { act } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';
import { placeOf } from '#platform/table.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { caller, association } }) => {
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	const calendars = await listCalendars(caller, {});
	return {
		events: (await listDeedChoices(caller, {})).events,
		calendars: calendars.map(({ id, name, url, lastReadAt, problem }) => ({
			id,
			name,
			host: new URL(url).hostname,
			when: lastReadAt ? momentText(lastReadAt, caller.locale, timeZone) : null,
			problem: problem ? sayIssue({ code: problem, params: {} }, caller.locale) : null
		}))
	};
};

/** `row 12, date: …` in the reader's language. */
function inWords(issue: Issue, locale: Locale): string {
	const { row, column } = placeOf(issue.path);
	const said = sayIssue(issue, locale);
	if (row === null) return said;
	return column ? m.intake_at_cell({ row, column, problem: said }) : m.intake_at_row({ row, problem: said });
}

type Taken = Awaited<ReturnType<typeof takeIn>>;

const tellTaken = ({ taken, refused }: Taken, locale: Locale) => ({
	taken: taken.map(({ problems, ...one }) => ({
		...one,
		problems: problems.map(({ line, ...wrong }) => m.intake_at_line({ line, problem: sayIssue(wrong, locale) }))
	})),
	refused: refused.map(({ name, issues }) => ({ name, problems: issues.map((issue) => inWords(issue, locale)) }))
});

export const actions: Actions = {
	take: (event) => {
		const { locale } = event.locals.caller;
		return act(event, takeIn, { form: 'take', tell: (result) => tellTaken(result, locale) });
	},
	follow: (event) => {
		const { locale } = event.locals.caller;
		return act(event, addCalendar, {
			form: 'follow',
			tell: ({ taken }) => tellTaken({ taken: taken ? [taken] : [], refused: [] }, locale)
		});
	},
	stop: (event) => act(event, stopCalendar, { form: 'stop', then: () => '/intake/add#calendars' })
};
