// Targets and reasons as people read them, in both languages.
import { describe, expect, test } from 'vitest';
import type { FactKind } from '#platform/facts.ts';
import { contactMade, membershipHolds } from '#modules/members/facts.ts';
import { issueSent } from '#modules/channels/facts.ts';
import type { Window } from './periods.ts';
import { targetText, type Names } from './sentence.ts';
import type { PartReading, Reading } from './status.ts';
import type { Target } from './target.ts';
import { whyText } from './why.ts';

const eventDone: FactKind = {
	kind: 'event.done',
	nature: 'done',
	one: { nl: 'bijeenkomst', en: 'meeting' },
	many: { nl: 'bijeenkomsten', en: 'meetings' },
	verb: { nl: 'gehouden', en: 'held' },
	where: { series: { column: 'series_id', refersTo: 'series' } },
	carries: 'the group'
};
const eventAttended: FactKind = {
	...eventDone,
	kind: 'event.attended',
	one: { nl: 'aanwezige', en: 'attendance' },
	many: { nl: 'aanwezigen', en: 'attendances' },
	verb: { nl: 'geweest', en: 'attended' },
	unit: { nl: 'deelnemers', en: 'participants' },
	where: { standing: { column: 'standing', words: ['member'] } }
};

const names: Names = {
	kinds: new Map([eventDone, eventAttended, issueSent, membershipHolds, contactMade].map((kind) => [kind.kind, kind])),
	things: new Map([
		['series', new Map([['lobby', { nl: 'Lobbycafé', en: 'Lobby café' }]])],
		['channel', new Map([['monitor', { nl: 'de Politieke Monitor', en: 'the Political Monitor' }]])],
		['document', new Map([['strategy', { nl: 'Strategie' }]])]
	]),
	triggers: new Map([['new-cabinet', { nl: 'nieuw kabinet', en: 'new cabinet' }]]),
	calendars: new Map()
};
const window = (key: string, startsOn: string, endsOn: string): Window => ({ key, startsOn, endsOn, slackDays: 0 });
const both = (target: Target, windows: Window[] = []) => [
	targetText(target, windows, names, 'nl'),
	targetText(target, windows, names, 'en')
];

describe('a target reads as a sentence', () => {
	test('five or six meetings, every two months', () => {
		expect(
			both({ count: 'event.done', where: { series: 'lobby' }, at_least: 5, at_most: 6, every: '2 months' })
		).toEqual([
			'5 of 6 bijeenkomsten van Lobbycafé gehouden, elke 2 maanden.',
			'5 or 6 meetings of Lobby café held, every 2 months.'
		]);
	});

	test('a weekly monitor, with its window', () => {
		expect(
			both({ count: 'issue.sent', where: { channel: 'monitor' }, every: 'week' }, [
				window('year', '2022-01-01', '2022-12-31')
			])
		).toEqual([
			'Elke week 1 editie van de Politieke Monitor verstuurd (2022).',
			'Every week 1 issue of the Political Monitor sent (2022).'
		]);
	});

	test('a course with enough people, of whom enough from members', () => {
		const target: Target = {
			count: 'event.done',
			at_least: 1,
			at_most: 2,
			having: [
				{ count: 'event.attended', as: 'persons', at_least: 8 },
				{ count: 'event.attended', as: 'persons', where: { standing: ['member', 'partner-of-member'] }, at_least: 5 }
			]
		};
		expect(both(target)).toEqual([
			'1 of 2 bijeenkomsten gehouden, elk met minstens 8 deelnemers en minstens 5 deelnemers (van leden en van partners van leden).',
			'1 or 2 meetings held, each with at least 8 participants and at least 5 participants (from members and from partners of members).'
		]);
	});

	test('members on the last day, a document, a trigger', () => {
		expect(both({ hold: 'membership.holds', as: 'organisations', at_least: 100, on: 'last_day' })).toEqual([
			'Minstens 100 lidorganisaties lid, op de laatste dag.',
			'At least 100 member organisations in membership, on the last day.'
		]);
		expect(both({ deliver: 'strategy' })[0]).toBe('‘Strategie’ is opgeleverd.');
		expect(both({ deliver: 'strategy', if: 'new-cabinet', within: '6 months' })[1]).toBe(
			'Within 6 months after ‘new cabinet’: ‘Strategie’ is delivered.'
		);
	});
});

describe('the reason reads as a sentence', () => {
	const part: PartReading = {
		status: 'on_track',
		value: 2,
		wanted: 4,
		due: 0,
		planned: 0,
		forecast: 2,
		startsOn: '2022-01-01',
		endsOn: '2022-11-30'
	};
	const why = (target: Target | null, reading: Partial<Reading>) =>
		(['nl', 'en'] as const).map((locale) =>
			whyText({
				target,
				reading: { status: 'on_track', parts: [part], openConditions: 0, ...reading },
				today: '2022-08-31',
				names,
				locale
			})
		);

	test('two of four held, none planned, and when it ends', () => {
		expect(why({ count: 'event.done', at_least: 4 }, {})).toEqual([
			'2 van 4 gehouden, niets gepland, de periode eindigt op 30 november 2022.',
			'2 of 4 held, none planned, the period ends on 30 November 2022.'
		]);
	});

	test('a missed week is named', () => {
		const rhythm = {
			kept: 33,
			ended: 34,
			total: 52,
			missed: [{ name: '2022-W18', startsOn: '2022-05-02', endsOn: '2022-05-08' }]
		};
		expect(
			why(
				{ count: 'issue.sent', every: 'week' },
				{ status: 'behind', parts: [{ ...part, value: 34, wanted: 52, status: 'behind', rhythm }] }
			)[1]
		).toBe('34 of 52 sent, 33 of 34 periods kept, missed: week 18, none planned, the period ends on 30 November 2022.');
	});

	test('of several parts it says how many are met, and why the worst is not', () => {
		const all: Target = {
			all: [
				{ count: 'event.done', at_least: 2 },
				{ count: 'event.done', at_least: 4 }
			]
		};
		const met: PartReading = { ...part, wanted: 2, status: 'met' };
		expect(why(all, { parts: [met, part] })[1]).toBe(
			'1 of 2 parts met; 2 of 4 held, none planned, the period ends on 30 November 2022.'
		);
		expect(why(all, { status: 'met', parts: [met, met] })[0]).toBe('2 van 2 onderdelen gehaald.');
	});

	test('waiting says for what', () => {
		expect(why({ deliver: 'strategy', if: 'new-cabinet' }, { status: 'waiting' })[0]).toBe('Wacht op: nieuw kabinet.');
	});
});
