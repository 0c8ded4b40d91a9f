// Who may do what in the agenda, and what the state of an event allows.
import { describe, expect, test } from 'vitest';
import { OTHER_GROUP, OWN_GROUP, personaNames, personas, type Persona } from '#platform/personas.ts';
import * as rules from './rules.ts';
import { eventVisibilities, type EventState } from './words.ts';

const bureau: Persona[] = ['bureau', 'administrator', 'system'];
const inside: Persona[] = ["member's staff", "member's representative", 'group lead', 'board member', ...bureau];
const ownGroup: Persona[] = ["member's staff", 'group lead', ...bureau];
const whoMay = (may: (actor: (typeof personas)[Persona]) => boolean) =>
	new Set<Persona>(personaNames.filter((name) => may(personas[name])));

test.each([
	['public', OWN_GROUP, [...personaNames]],
	['members', OWN_GROUP, inside],
	['group', OWN_GROUP, ownGroup],
	['group', OTHER_GROUP, bureau],
	['bureau', OWN_GROUP, bureau]
] as const)('an event for %s (group %s) is seen by whom it is for', (visibility, groupId, expected) => {
	const event = { visibility, groupId, alsoGroupIds: [] };
	expect(whoMay((actor) => rules.maySeeEvent(actor, event))).toEqual(new Set<Persona>(expected));
});

test('a group that organises along sees the event, and its lead may run it', () => {
	const event = { visibility: 'group', groupId: OTHER_GROUP, alsoGroupIds: [OWN_GROUP] } as const;
	expect(whoMay((actor) => rules.maySeeEvent(actor, event))).toEqual(new Set<Persona>(ownGroup));
	expect(whoMay((actor) => rules.mayRunEvent(actor, event))).toEqual(new Set<Persona>(['group lead', ...bureau]));
});

test.each([
	['no group', { groupId: null, series: null }, bureau],
	['own group', { groupId: OWN_GROUP, series: null }, ['group lead', ...bureau]],
	['another group', { groupId: OTHER_GROUP, series: null }, bureau],
	["own group, in another group's series", { groupId: OWN_GROUP, series: { groupId: OTHER_GROUP } }, bureau],
	['own group, in a series of no group', { groupId: OWN_GROUP, series: { groupId: null } }, bureau],
	['own group, in its own series', { groupId: OWN_GROUP, series: { groupId: OWN_GROUP } }, ['group lead', ...bureau]]
] as const)('an event of %s is planned by the bureau or who leads it', (_what, place, expected) => {
	expect(whoMay((actor) => rules.mayPlanEvent(actor, place))).toEqual(new Set<Persona>(expected));
});

test('who leads a group, or is of the bureau, has something to plan', () => {
	expect(whoMay(rules.mayPlanSomewhere)).toEqual(new Set<Persona>(['group lead', ...bureau]));
});

test('names of who attended are for those who may run the event, whoever may see it', () => {
	for (const visibility of eventVisibilities) {
		const event = { visibility, groupId: OWN_GROUP, alsoGroupIds: [] };
		expect(whoMay((actor) => rules.maySeeNames(actor, event))).toEqual(new Set<Persona>(['group lead', ...bureau]));
	}
});

describe('what the state allows', () => {
	const today = '2022-06-15';
	const event = (state: EventState, startsOn: string | null, endsOn = startsOn) => ({ state, startsOn, endsOn });
	const deeds = {
		change: rules.cannotChange,
		move: rules.cannotMove,
		cancel: rules.cannotCancel,
		close: rules.cannotClose,
		reopen: rules.cannotReopen,
		attendance: rules.cannotRecordAttendance,
		registrations: rules.cannotRecordRegistrations
	};

	test.each([
		['planned, still to come', event('planned', '2022-06-16'), ['change', 'move', 'cancel', 'registrations']],
		[
			'planned, today',
			event('planned', '2022-06-15'),
			['change', 'move', 'cancel', 'close', 'attendance', 'registrations']
		],
		[
			'planned, under way',
			event('planned', '2022-06-14', '2022-06-20'),
			['change', 'move', 'cancel', 'attendance', 'registrations']
		],
		[
			'planned, passed',
			event('planned', '2022-06-01'),
			['change', 'move', 'cancel', 'close', 'attendance', 'registrations']
		],
		['planned, without a day', event('planned', null), ['change', 'move', 'cancel', 'registrations']],
		['done', event('done', '2022-06-01'), ['change', 'reopen', 'attendance', 'registrations']],
		['cancelled', event('cancelled', '2022-06-01'), ['reopen']]
	] as const)('%s', (_what, standing, expected) => {
		const allowed = Object.entries(deeds).filter(([, cannot]) => cannot(standing, today) === undefined);
		expect(allowed.map(([name]) => name)).toEqual(expected);
	});

	test.each([
		[event('planned', '2022-06-14'), true],
		[event('planned', '2022-06-15'), false],
		[event('planned', '2022-06-01', '2022-06-15'), false],
		[event('planned', null), false],
		[event('done', '2022-06-01'), false],
		[event('cancelled', '2022-06-01'), false]
	])('%o is to be rounded off: %s', (standing, expected) => {
		expect(rules.isToRoundOff(standing, today)).toBe(expected);
	});
});
