// Words of the agenda in the reader's language, for tables and forms.
import { m } from '#paraglide/messages.js';
import type { Day } from '#platform/day.ts';
import { isToRoundOff } from './rules.ts';
import { attendanceModes, attendanceRoles, eventHosts, eventVisibilities, modes, type EventState } from './words.ts';

const modeWords = { physical: m.agenda_mode_physical, online: m.agenda_mode_online, hybrid: m.agenda_mode_hybrid };
const hostWords = { ours: m.agenda_host_ours, attended: m.agenda_host_attended };
const visibilityWords = {
	public: m.agenda_visibility_public,
	members: m.agenda_visibility_members,
	group: m.agenda_visibility_group,
	bureau: m.agenda_visibility_bureau
};
const roleWords = {
	participant: m.agenda_role_participant,
	speaker: m.agenda_role_speaker,
	organiser: m.agenda_role_organiser
};
const standingWords = {
	member: m.agenda_standing_member,
	'partner-of-member': m.agenda_standing_partner_of_member,
	other: m.agenda_standing_other
};
const stateWords = { planned: m.agenda_state_planned, done: m.agenda_state_done, cancelled: m.agenda_state_cancelled };

/** The word for a value; a value that we have no word for stands for itself. */
const wordIn =
	(words: Readonly<Record<string, () => string>>) =>
	(value: string): string =>
		words[value]?.() ?? value;

export const modeWord = wordIn(modeWords);
export const hostWord = wordIn(hostWords);
export const visibilityWord = wordIn(visibilityWords);
export const roleWord = wordIn(roleWords);
export const standingWord = wordIn(standingWords);

type Standing = { state: EventState; startsOn: Day | null; endsOn: Day | null };
/** The state as it is today: a planned event that has passed is to be rounded off. */
export const stateWord = (event: Standing, today: Day) =>
	isToRoundOff(event, today) ? m.agenda_state_to_round_off() : stateWords[event.state]();

/** Whose it is, of an event of others: whether we were there, or mean to go. */
export const hostWordOf = ({ host, state }: { host: string; state: EventState }) =>
	host === 'attended' && state === 'planned' ? m.agenda_host_going() : hostWord(host);

const choices = (values: readonly string[], say: (value: string) => string) =>
	values.map((value) => ({ value, label: say(value) }));

export const modeChoices = () => choices(modes, modeWord);
export const attendanceModeChoices = () => choices(attendanceModes, modeWord);
export const hostChoices = () => choices(eventHosts, hostWord);
export const visibilityChoices = () => choices(eventVisibilities, visibilityWord);
export const roleChoices = () => choices(attendanceRoles, roleWord);
export const standingChoices = () => choices(Object.keys(standingWords), standingWord);

/** `14:00–16:00`, `14:00`, or nothing. */
export function timeText(startTime: string | null, endTime: string | null): string {
	const [from, until] = [startTime, endTime].map((time) => time?.slice(0, 5) ?? '');
	return from && until ? `${from}–${until}` : (from ?? '') || (until ?? '');
}
