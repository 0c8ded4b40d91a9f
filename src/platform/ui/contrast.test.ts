// Text can be read on every ground it stands on, and lines that mean something can be seen, in the light and in the dark scheme.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokensOf = (part: string) =>
	Object.fromEntries(
		[...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6}|rgb\([^)]*\))/g)].map(([, name, value]) => [name, value])
	);
const light = tokensOf(lightCss) as Record<string, string>;
const schemes = { light, dark: { ...light, ...tokensOf(darkCss) } as Record<string, string> };

type Rgb = readonly [red: number, green: number, blue: number];

const hex = (value: string): Rgb =>
	[1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16)) as unknown as Rgb;

/** A colour as it looks on this ground: `rgb(r g b / a)` lets the ground shine through. */
function onGround(value: string, ground: Rgb): Rgb {
	if (value.startsWith('#')) return hex(value);
	const [red = 0, green = 0, blue = 0, alpha = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
	return [red, green, blue].map((part, at) => part * alpha + ground[at]! * (1 - alpha)) as unknown as Rgb;
}

const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
/** Relative luminance as WCAG 2.2 defines it. */
const luminance = ([red, green, blue]: Rgb) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Names may be stacked from the bottom up, as `band-past on paper`. */
function contrast(tokens: Record<string, string>, text: string, ground: string): number {
	const of = (name: string) => tokens[name] ?? expect.fail(`no colour --${name}`);
	const colour = ground
		.split(' on ')
		.toReversed()
		.reduce<Rgb>((below, name) => onGround(of(name), below), [255, 255, 255]);
	const [one, other] = [luminance(onGround(of(text), colour)), luminance(colour)];
	return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const grounds = ['paper', 'card'];
const words = ['ink', 'soft', 'accent', 'met', 'on-track', 'at-risk', 'behind', 'missed', 'neutral'];
const texts: [text: string, ground: string][] = [
	...words.flatMap((text) => grounds.map((ground) => [text, ground] as [string, string])),
	['ink', 'sunk'],
	['soft', 'sunk'],
	['on-accent', 'accent'],
	['notice-ink', 'notice'],
	['ink', 'alarm'],
	['behind', 'alarm'],
	['ink', 'marked'],
	['soft', 'marked'],
	['accent', 'marked']
];
const lines: [line: string, ground: string][] = [
	['edge', 'paper'],
	['edge', 'card'],
	['accent', 'paper'],
	['accent', 'card'],
	['ink', 'band-past on paper'],
	['ink', 'band on paper'],
	['accent', 'band-past on paper'],
	...['met', 'on-track', 'at-risk', 'behind', 'missed'].map((bar) => [bar, 'paper'] as [string, string])
];

describe.each(Object.entries(schemes))('%s', (_, tokens) => {
	test.each(texts)('the text %s on %s has at least 4.5 : 1', (text, ground) =>
		expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
	);
	test.each(lines)('the line %s on %s has at least 3 : 1', (line, ground) =>
		expect(contrast(tokens, line, ground)).toBeGreaterThanOrEqual(3)
	);
});

test('black on white has 21 : 1, so the sum is done as WCAG does it', () =>
	expect(contrast({ black: '#000000', white: '#ffffff' }, 'black', 'white')).toBeCloseTo(21, 5));
