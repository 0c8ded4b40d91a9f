// A reading in a few characters, beside its strip: `34 / 52`, `6 / 10`, `104 / 100`, `72 % / 80 %`.
import type { Locale } from '#platform/localized.ts';
import { numberText, percentText } from '#platform/numbers.ts';
import type { StoodReading } from './judged.ts';
import type { PartReading } from './status.ts';
import { partsOf, type Measure, type Target } from './target.ts';
import { basic } from './normal.ts';
import { wantedText } from './why.ts';

/** One part: what there is, and what is wanted. */
export function partReadingText(measure: Measure, { value, wanted }: PartReading, locale: Locale): string {
	const one = basic(measure);
	const isShare = 'share' in one;
	const has = value === null ? '–' : isShare ? percentText(value, locale) : numberText(value, locale);
	const asks = isShare && wanted !== null ? percentText(wanted, locale) : wantedText(one, wanted, locale);
	return asks ? `${has} / ${asks}` : has;
}

/** A promise: its only part, or how many of its parts are met. */
export function readingText(measures: readonly Measure[], parts: readonly PartReading[], locale: Locale): string {
	if (measures.length === 1) return partReadingText(measures[0]!, parts[0]!, locale);
	return `${parts.filter((part) => part.status === 'met').length} / ${measures.length}`;
}

/** A promise as it stands: counted, or a judged value; empty when there is neither. */
export function stoodText(target: Target | null, { parts, judged }: StoodReading, locale: Locale): string {
	if (target) return readingText(partsOf(target), parts, locale);
	return judged && judged.value !== null ? numberText(judged.value, locale) : '';
}
