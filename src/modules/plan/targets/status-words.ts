// A status inside a sentence, in the words that the design system shows beside its shape.
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';
import type { Status } from './status.ts';

const words: Record<Status, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
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

export const wordOfStatus = (status: Status, locale: Locale) => words[status]({}, { locale });
