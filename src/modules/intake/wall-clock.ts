// From the clock of one place to the clock of another: a day and a time, as calendars write them and as the association reads them.
import type { Day } from '#platform/day.ts';

/** `time` is `HH:MM`, or null for a whole day. */
export type WallClock = { day: Day; time: string | null };

/** Names that Windows gives to zones, as far as the association's people are likely to meet them (Unicode CLDR, windowsZones). */
const windowsZones: Readonly<Record<string, string>> = {
	'W. Europe Standard Time': 'Europe/Berlin',
	'Romance Standard Time': 'Europe/Paris',
	'Central Europe Standard Time': 'Europe/Budapest',
	'Central European Standard Time': 'Europe/Warsaw',
	'GMT Standard Time': 'Europe/London',
	'Greenwich Standard Time': 'Atlantic/Reykjavik',
	'E. Europe Standard Time': 'Europe/Chisinau',
	'FLE Standard Time': 'Europe/Kiev',
	'GTB Standard Time': 'Europe/Bucharest',
	'Eastern Standard Time': 'America/New_York',
	'Central Standard Time': 'America/Chicago',
	'Pacific Standard Time': 'America/Los_Angeles',
	'E. Africa Standard Time': 'Africa/Nairobi',
	'W. Central Africa Standard Time': 'Africa/Lagos',
	'South Africa Standard Time': 'Africa/Johannesburg',
	'India Standard Time': 'Asia/Kolkata',
	'SE Asia Standard Time': 'Asia/Bangkok'
};

const isZone = (name: string): boolean => {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
};

/** The zone as this machine knows it; undefined when it knows none by that name. Some write a path before it. */
export function zoneNamed(name: string): string | undefined {
	const bare = name.trim().replaceAll(/^"|"$/g, '');
	const candidates = [bare, windowsZones[bare], /[A-Z]\w+\/[\w/+-]+$/.exec(bare)?.[0]];
	return candidates.find((candidate) => candidate !== undefined && candidate !== '' && isZone(candidate));
}

/** Making one takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (zone: string) => {
	const known =
		clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
	clocks.set(zone, known);
	return known;
};

/** What the clock on the wall says there at a moment. `zone` is one that `zoneNamed` gave, or a setting. */
export function wallClock(moment: Date, zone: string): { day: Day; time: string } {
	const [day, time] = clockOf(zone).format(moment).split(' ') as [string, string];
	return { day, time };
}

/** The moment at which the clock on the wall there says this. In the hour that is skipped in spring: an hour later. */
export function momentOf({ day, time }: { day: Day; time: string }, zone: string): Date {
	const wanted = Date.parse(`${day}T${time}:00Z`);
	let moment = wanted;
	// The offset at the moment itself is not known before the moment is; twice is enough.
	for (let round = 0; round < 2; round++) {
		const seen = wallClock(new Date(moment), zone);
		moment += wanted - Date.parse(`${seen.day}T${seen.time}:00Z`);
	}
	return new Date(moment);
}
