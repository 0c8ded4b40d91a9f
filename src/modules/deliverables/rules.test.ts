// Who may do what with deliverables, and what their state allows.
import { describe, expect, test } from 'vitest';
import { OTHER_GROUP, OWN_GROUP, personaNames, personas, type Persona } from '#platform/personas.ts';
import * as rules from './rules.ts';
import { deliverableKinds } from './words.ts';

const bureau: Persona[] = ['bureau', 'administrator', 'system'];
const whoMay = (may: (actor: (typeof personas)[Persona]) => boolean) =>
	new Set<Persona>(personaNames.filter((name) => may(personas[name])));

test.each([
	['document', OWN_GROUP, ['group lead', ...bureau]],
	['document', OTHER_GROUP, bureau],
	['document', null, bureau],
	['milestone', OWN_GROUP, ['group lead', ...bureau]],
	['decision', OWN_GROUP, bureau]
] as const)('a %s of group %s is kept by the bureau and, where it is theirs, the lead', (kind, groupId, expected) => {
	expect(whoMay((actor) => rules.mayKeepPromised(actor, { kind, groupId }))).toEqual(new Set<Persona>(expected));
});

test('terms and measurements are kept by the bureau', () => {
	expect(whoMay(rules.mayKeep)).toEqual(new Set(bureau));
});

test('who leads a group adds documents and milestones; the bureau adds everything', () => {
	for (const kind of deliverableKinds) {
		const leads = kind === 'document' || kind === 'milestone';
		const expected = leads ? ['group lead' as const, ...bureau] : bureau;
		expect(whoMay((actor) => rules.mayAdd(actor, kind))).toEqual(new Set(expected));
	}
	expect(whoMay(rules.mayKeepSomething)).toEqual(new Set<Persona>(['group lead', ...bureau]));
});

describe('what the state allows', () => {
	const deeds = {
		finish: rules.cannotFinish,
		postpone: rules.cannotPostpone,
		withdraw: rules.cannotWithdraw,
		change: rules.cannotChange,
		reopen: rules.cannotReopen
	};
	test.each([
		['planned', ['finish', 'postpone', 'withdraw', 'change']],
		['open', ['finish', 'postpone', 'withdraw', 'change']],
		['delivered', ['change', 'reopen']],
		['reached', ['change', 'reopen']],
		['taken', ['change', 'reopen']],
		['withdrawn', ['reopen']]
	] as const)('%s', (state, expected) => {
		const allowed = Object.entries(deeds).filter(([, cannot]) => cannot(state) === undefined);
		expect(allowed.map(([name]) => name)).toEqual(expected);
	});
});

const today = '2022-06-15';

test.each([
	['planned', '2022-06-14', true],
	['planned', '2022-06-15', false],
	['planned', null, false],
	['open', '2022-01-01', true],
	['delivered', '2022-01-01', false],
	['withdrawn', '2022-01-01', false]
] as const)('%s and due on %s: late is %s', (state, dueOn, expected) => {
	expect(rules.isLate({ state, dueOn }, today)).toBe(expected);
});

const period = (startsOn: string, endsOn: string | null = null) => ({ startsOn, endsOn });

test.each([
	['none', []],
	['holds', [period('2022-06-15')]],
	['holds', [period('2019-01-01', '2022-06-15')]],
	['holds', [period('2019-01-01', '2021-12-31'), period('2022-01-01', '2024-12-31')]],
	['to-begin', [period('2019-01-01', '2022-06-14'), period('2022-07-01')]],
	['ended', [period('2019-01-01', '2022-06-14')]]
] as const)('a term %s', (expected, periods) => {
	expect(rules.standingOfTerm(periods, today)).toBe(expected);
});

test.each([
	[period('2022-01-01'), '2022-06-30', undefined],
	[period('2022-01-01', '2022-12-31'), '2022-06-30', undefined],
	[period('2022-01-01', '2022-12-31'), '2022-12-31', 'deliverables_conflict_not_shorter'],
	[period('2022-01-01', '2022-12-31'), '2023-06-30', 'deliverables_conflict_not_shorter'],
	[period('2022-01-01'), '2021-12-31', 'deliverables_conflict_ends_before_start']
])('period %o ended on %s: %s', (one, endsOn, expected) => {
	expect(rules.cannotEnd(one, endsOn)).toBe(expected);
});

test('late is what came after its day, by so many days; put off is what had another day at first', () => {
	expect(rules.daysLate({ dueOn: '2022-05-31', doneOn: '2022-06-12' })).toBe(12);
	expect(rules.daysLate({ dueOn: '2022-05-31', doneOn: '2022-05-31' })).toBe(0);
	expect(rules.daysLate({ dueOn: null, doneOn: '2022-05-31' })).toBe(0);
	expect(rules.putOffFrom({ dueOn: '2022-06-30', firstDueOn: '2022-05-31' })).toBe('2022-05-31');
	expect(rules.putOffFrom({ dueOn: '2022-06-30', firstDueOn: '2022-06-30' })).toBeUndefined();
});
