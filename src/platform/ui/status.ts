// The statuses of a promise: their words, and their shapes on a field of 12 by 12. Shape, word and colour always go together.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

/** In the order in which bars and legends show them. */
export const statuses = [
	'met',
	'on_track',
	'at_risk',
	'behind',
	'missed',
	'waiting',
	'not_yet_due',
	'lapsed',
	'not_measurable'
] as const;
export type Status = (typeof statuses)[number];

const words: Record<Status, (inputs: Record<string, never>, options?: { locale?: Locale }) => string> = {
	met: m.platform_ui_status_met,
	on_track: m.platform_ui_status_on_track,
	at_risk: m.platform_ui_status_at_risk,
	behind: m.platform_ui_status_behind,
	missed: m.platform_ui_status_missed,
	waiting: m.platform_ui_status_waiting,
	not_yet_due: m.platform_ui_status_not_yet_due,
	lapsed: m.platform_ui_status_lapsed,
	not_measurable: m.platform_ui_status_not_measurable
};

/** In the reader's language unless told otherwise: documents are made in a language of their own. */
export const statusWord = (status: Status, locale?: Locale): string => words[status]({}, locale && { locale });

/** What is filled, and what is drawn with a line of 1.6. `wrong` is no status: it stands before what must be put right. */
export const shapes: Record<Status | 'wrong', { fill?: string; line?: string }> = {
	met: { fill: 'M1 6a5 5 0 1 1 10 0a5 5 0 1 1-10 0' },
	on_track: { fill: 'M6 1.6a4.4 4.4 0 0 0 0 8.8z', line: 'M1.6 6a4.4 4.4 0 1 1 8.8 0a4.4 4.4 0 1 1-8.8 0' },
	at_risk: { fill: 'M6 .8 11.6 10.8H.4z' },
	behind: { fill: 'M6 11.2.4 1.2h11.2z' },
	missed: { line: 'M2 2l8 8M10 2l-8 8' },
	waiting: { line: 'M6 1.2 10.8 6 6 10.8 1.2 6z' },
	not_yet_due: { line: 'M1.8 6a4.2 4.2 0 1 1 8.4 0a4.2 4.2 0 1 1-8.4 0' },
	lapsed: { line: 'M2.4 6a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1-7.2 0M1.4 10.6l9.2-9.2' },
	not_measurable: { line: 'M1.5 6h9' },
	wrong: {
		fill: 'M6 .4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 6 .4zM5.2 2.8h1.6v4H5.2zM5.2 7.8h1.6v1.6H5.2z'
	}
};
