// Words of the agenda that tables, rules, facts and screens share.

export const eventVisibilities = ['public', 'members', 'group', 'bureau'] as const;
export type EventVisibility = (typeof eventVisibilities)[number];

/** `ours`: the association or a group of it held it · `attended`: others held it, we were there. */
export const eventHosts = ['ours', 'attended'] as const;

export const modes = ['physical', 'online', 'hybrid'] as const;
/** How one attended; an event can be both, a visitor is in one place. */
export const attendanceModes = ['physical', 'online'] as const;

export const eventStates = ['planned', 'done', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

export const eventChanges = ['moved', 'cancelled', 'done', 'reopened'] as const;

export const attendanceRoles = ['participant', 'speaker', 'organiser'] as const;
export type AttendanceRole = (typeof attendanceRoles)[number];
