// The kinds of fact that the agenda publishes.
import { standings } from '#modules/members/rules.ts';
import type { FactKind, WhereKey } from '#platform/facts.ts';
import { attendanceRoles, eventHosts, modes } from './words.ts';

const keys = {
	series: { column: 'series_id', refersTo: 'series' },
	/** Of a joint event each of its groups. */
	group: { column: 'group_id', refersTo: 'group' },
	organisation: { column: 'organisation_id', refersTo: 'organisation' },
	mode: { column: 'mode', words: modes },
	country: { column: 'country' }
} as const satisfies Record<string, WhereKey>;

export const eventDone: FactKind = {
	kind: 'event.done',
	nature: 'done',
	one: { nl: 'bijeenkomst', en: 'meeting' },
	many: { nl: 'bijeenkomsten', en: 'meetings' },
	verb: { nl: 'gehouden', en: 'held' },
	where: {
		...keys,
		event: { column: 'id', refersTo: 'event' },
		tag: { column: 'tags' },
		host: { column: 'role', words: eventHosts }
	},
	carries: 'the group that organised it, and the organisation it was held with or by'
};

export const eventAttended: FactKind = {
	kind: 'event.attended',
	nature: 'done',
	one: { nl: 'deelname', en: 'attendance' },
	many: { nl: 'deelnames', en: 'attendances' },
	verb: { nl: 'geteld', en: 'counted' },
	where: {
		...keys,
		event: { column: 'subject_id', refersTo: 'event' },
		tag: { column: 'tags' },
		standing: { column: 'standing', words: standings },
		role: { column: 'role', words: attendanceRoles }
	},
	unit: { nl: 'deelnemers', en: 'participants' },
	carries: 'the person who attended, or how many did, and the organisation they came from'
};

export const eventRegistered: FactKind = {
	kind: 'event.registered',
	nature: 'done',
	one: { nl: 'aanmelding', en: 'registration' },
	many: { nl: 'aanmeldingen', en: 'registrations' },
	verb: { nl: 'ontvangen', en: 'received' },
	where: { series: keys.series, event: { column: 'subject_id', refersTo: 'event' } },
	unit: { nl: 'aanmeldingen', en: 'registrations' },
	carries: 'nobody: registrations are reported as a number'
};
