// An entry of a calendar as intake looks at it: by the association's clock, one per day on which it takes place.
import type { Day } from '#platform/day.ts';
import type { Wrong } from '#platform/cells.ts';

export type CalendarEntry = {
	/** The same whenever the calendar is read: the event's own id, with the occurrence when it repeats. */
	externalId: string;
	title: string;
	description: string;
	place: string;
	url: string | undefined;
	startsOn: Day;
	/** Inclusive. */
	endsOn: Day;
	startTime: string | undefined;
	endTime: string | undefined;
	organiser: string | undefined;
	/** Mail addresses of those who did not decline. */
	attendees: string[];
	categories: string[];
	isCancelled: boolean;
	isPrivate: boolean;
};

export type CalendarProblem = Wrong & { line: number };

export type ReadCalendar = {
	name: string | undefined;
	entries: CalendarEntry[];
	problems: CalendarProblem[];
	/** How many events the file holds, whenever they take place. */
	events: number;
};
