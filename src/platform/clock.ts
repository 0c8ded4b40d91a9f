// The association's day. Moments (audit, sessions, jobs) are real time; the day can be pinned, as in the example year.
import type { Day } from '#platform/day.ts';

export type Clock = {
	/** The association's day, in its own time zone. */
	today: () => Day;
	/** Real time. */
	now: () => Date;
};

/** The day that a moment falls on in a time zone. */
export const dayIn = (timeZone: string, moment: Date): Day =>
	new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);

export const realClock = (timeZone: string): Clock => ({
	today: () => dayIn(timeZone, new Date()),
	now: () => new Date()
});

export const pinnedClock = (day: Day): Clock => ({ today: () => day, now: () => new Date() });
