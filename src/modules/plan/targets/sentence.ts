// A target as a sentence, in Dutch or English: what the page says is what the computer counts.
import { withCapital } from '#platform/capital.ts';
import { m } from '#paraglide/messages.js';
import type { FactKind } from '#platform/facts.ts';
import { numberText, percentText } from '#platform/numbers.ts';
import { say, type Locale, type Localized } from '#platform/localized.ts';
import { dayText, rangeText } from '#platform/dates.ts';
import type { Bounds } from './normal.ts';
import type { Window } from './periods.ts';
import {
	partsOf,
	wordsOf,
	type CountMeasure,
	type Having,
	type Measure,
	type Tally,
	type Target,
	type Where
} from './target.ts';
import { rhythmText, spanText, valueWord } from './words.ts';

/** What names the things a target refers to. */
export type Names = {
	kinds: ReadonlyMap<string, FactKind>;
	/** Per kind of thing the name behind each key. */
	things: ReadonlyMap<string, ReadonlyMap<string, Localized>>;
	triggers: ReadonlyMap<string, Localized>;
	calendars: ReadonlyMap<string, Localized>;
};

type Context = Names & { locale: Locale };

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

/** `5 or 6`, `at least 2`, `more than 450`; plain `10` where more is met too but not asked. */
export function amountText(
	bounds: Bounds,
	locale: Locale,
	format: (value: number, locale: Locale) => string = numberText
): string {
	const text = (value: number) => format(value, locale);
	const { at_least: least, at_most: most } = bounds;
	if (least !== undefined && most !== undefined) {
		if (least === most) return text(least);
		const both = { least: text(least), most: text(most) };
		return most - least === 1
			? m.plan_target_amount_or(both, { locale })
			: m.plan_target_amount_between(both, { locale });
	}
	if (least !== undefined) return m.plan_target_amount_at_least({ number: text(least) }, { locale });
	if (bounds.more_than !== undefined)
		return m.plan_target_amount_more_than({ number: text(bounds.more_than) }, { locale });
	if (bounds.exactly !== undefined) return m.plan_target_amount_exactly({ number: text(bounds.exactly) }, { locale });
	if (most !== undefined) return m.plan_target_amount_at_most({ number: text(most) }, { locale });
	if (bounds.less_than !== undefined)
		return m.plan_target_amount_less_than({ number: text(bounds.less_than) }, { locale });
	if (bounds.not_below === 'start') return m.plan_target_amount_not_below_start({}, { locale });
	return m.plan_target_amount_not_below_previous({}, { locale });
}

/** `a, b and c`. */
export const listText = (items: readonly string[], locale: Locale) =>
	new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items);

const isOne = ({ at_least, at_most, exactly }: Bounds) =>
	exactly === 1 || (at_least === 1 && (at_most === undefined || at_most === 1));

function noun(kind: FactKind, as: string, one: boolean, { locale }: Context): string {
	if (as === 'organisations')
		return kind.carries === 'the member organisation' ? kind.many[locale] : m.plan_target_organisations({}, { locale });
	if (as === 'persons') return kind.unit?.[locale] ?? m.plan_target_persons({}, { locale });
	return one ? kind.one[locale] : kind.many[locale];
}

type Wanted = { kind: string; as: string; where: Where | undefined; one: boolean };

/** `meetings of the lobby network (online)`. */
function thingsText({ kind: name, as, where, one }: Wanted, context: Context): string {
	const { kinds, things, locale } = context;
	const kind = kinds.get(name);
	if (!kind) return name;
	const names: string[] = [];
	const words: string[] = [];
	for (const [key, wanted] of Object.entries(where ?? {})) {
		const { words: values, negate } = wordsOf(wanted);
		const refersTo = kind.where[key]?.refersTo;
		const texts = values.map((value) => {
			const thing = refersTo && things.get(refersTo)?.get(value);
			return thing ? say(thing, locale) : refersTo ? value : valueWord(value, locale);
		});
		const text = listText(texts, locale);
		if (negate) words.push(m.plan_target_not({ words: text }, { locale }));
		else if (refersTo) names.push(text);
		else words.push(text);
	}
	const plain = noun(kind, as, one, context);
	const named =
		names.length > 0 ? m.plan_target_things_of({ things: plain, names: names.join(', ') }, { locale }) : plain;
	return words.length > 0 ? m.plan_target_things_words({ things: named, words: words.join(', ') }, { locale }) : named;
}

const verb = (kind: string, { kinds, locale }: Context) => kinds.get(kind)?.verb[locale] ?? '';

const havingText = (having: readonly Having[], context: Context) =>
	listText(
		having.map((one) =>
			[
				amountText(one, context.locale),
				thingsText({ kind: one.count, as: one.as ?? 'facts', where: one.where, one: isOne(one) }, context)
			].join(' ')
		),
		context.locale
	);

function countText(measure: CountMeasure, context: Context): string {
	const { locale } = context;
	const { every, each = 1 } = measure;
	const hasNumber = ['at_least', 'at_most', 'more_than', 'less_than', 'exactly', 'not_below'].some(
		(name) => measure[name as keyof CountMeasure] !== undefined
	);
	const one = hasNumber ? isOne(measure) : each === 1;
	const things = thingsText({ kind: measure.count, as: measure.as ?? 'facts', where: measure.where, one }, context);
	const words = {
		amount: hasNumber ? amountText(measure, locale) : numberText(each, locale),
		things,
		verb: verb(measure.count, context)
	};
	const rhythm = every && rhythmText(every, locale);
	let text =
		rhythm && !hasNumber
			? m.plan_target_rhythm_first({ rhythm, ...words }, { locale })
			: m.plan_target_sentence(words, { locale });
	if (rhythm && hasNumber) text = m.plan_target_with_rhythm({ sentence: text, rhythm }, { locale });
	if (measure.having)
		text = m.plan_target_with_having({ sentence: text, having: havingText(measure.having, context) }, { locale });
	const calendar = measure.except && context.calendars.get(measure.except);
	return calendar
		? m.plan_target_with_exception({ sentence: text, calendar: say(calendar, locale) }, { locale })
		: text;
}

const tallyText = (tally: Tally, context: Context) =>
	'count' in tally
		? thingsText({ kind: tally.count, as: tally.as ?? 'facts', where: tally.where, one: false }, context)
		: thingsText({ kind: tally.hold, as: tally.as ?? 'facts', where: tally.where, one: false }, context);

function nameOf(refersTo: string, key: string, { things, locale }: Context): string {
	const name = things.get(refersTo)?.get(key);
	return name ? say(name, locale) : key;
}

function measureText(measure: Measure, context: Context): string {
	const { locale } = context;
	if ('count' in measure) return countText(measure, context);
	if ('reach' in measure) return m.plan_target_reach({ name: nameOf('milestone', measure.reach, context) }, { locale });
	if ('deliver' in measure)
		return m.plan_target_deliver({ name: nameOf('document', measure.deliver, context) }, { locale });
	if ('sum' in measure) {
		const things = thingsText({ kind: measure.sum, as: 'persons', where: measure.where, one: isOne(measure) }, context);
		return m.plan_target_sentence(
			{ amount: amountText(measure, locale), things, verb: verb(measure.sum, context) },
			{ locale }
		);
	}
	if ('hold' in measure) {
		const things = thingsText(
			{ kind: measure.hold, as: measure.as ?? 'facts', where: measure.where, one: isOne(measure) },
			context
		);
		const sentence = m.plan_target_sentence(
			{ amount: amountText(measure, locale), things, verb: verb(measure.hold, context) },
			{ locale }
		);
		const on = measure.on ?? 'every_day';
		if (on === 'every_day') return m.plan_target_hold_every_day({ sentence }, { locale });
		if (on === 'last_day') return m.plan_target_hold_last_day({ sentence }, { locale });
		return m.plan_target_hold_on({ sentence, day: dayText(on, locale) }, { locale });
	}
	if ('share' in measure) {
		const [part, whole] = [tallyText(measure.share, context), tallyText(measure.of, context)];
		return m.plan_target_share({ part, whole, amount: amountText(measure, locale, percentText) }, { locale });
	}
	const kind = 'average' in measure ? measure.average : measure.level;
	const things = thingsText({ kind, as: 'facts', where: measure.where, one: true }, context);
	const amount = amountText(measure, locale);
	if ('level' in measure) return m.plan_target_value({ things, amount }, { locale });
	const sentence = m.plan_target_average({ things, amount }, { locale });
	return measure.answers
		? m.plan_target_answers({ sentence, answers: numberText(measure.answers, locale) }, { locale })
		: sentence;
}

const windowText = ({ startsOn, endsOn }: Window, locale: Locale) => rangeText(startsOn, endsOn, locale);

/** One part of a target, with its own windows when it names them. */
export function partText(measure: Measure, windows: readonly Window[], names: Names, locale: Locale): string {
	const sentence = measureText(measure, { ...names, locale });
	const own = windows.filter((window) => measure.in?.includes(window.key));
	const dated =
		own.length > 0
			? m.plan_target_with_windows(
					{
						sentence,
						windows: listText(
							own.map((window) => windowText(window, locale)),
							locale
						)
					},
					{ locale }
				)
			: sentence;
	return measure.label ? m.plan_target_part({ label: say(measure.label, locale), sentence: dated }, { locale }) : dated;
}

/** The whole target: `5 or 6 meetings of the lobby network held, every 2 months (all year).` */
export function targetText(target: Target, windows: readonly Window[], names: Names, locale: Locale): string {
	const parts = partsOf(target);
	const body = parts.map((part) => partText(part, windows, names, locale)).join('; ');
	const common = windows.length > 0 && windows.length <= 6 && parts.every((part) => part.in === undefined);
	const dated = common
		? m.plan_target_with_windows(
				{
					sentence: body,
					windows: listText(
						windows.map((window) => windowText(window, locale)),
						locale
					)
				},
				{ locale }
			)
		: body;
	const trigger = target.if && names.triggers.get(target.if);
	if (!target.if) return `${withCapital(dated)}.`;
	const label = trigger ? say(trigger, locale) : target.if;
	const sentence = target.within
		? m.plan_target_with_trigger_within(
				{ span: spanText(target.within, locale), trigger: label, sentence: dated },
				{ locale }
			)
		: m.plan_target_with_trigger({ trigger: label, sentence: dated }, { locale });
	return `${withCapital(sentence)}.`;
}
