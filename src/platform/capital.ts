// A capital where a text stands by itself: a title, a name in a list. The record stays as people wrote it.

/** `lobbycafés` → `Lobbycafés`, `ijsland` → `IJsland`; what is spelt on purpose, such as `iDE` or `eHealth`, stays. */
export const withCapital = (text: string): string =>
	text.replace(/^(ij|\p{Ll})(?!\p{Lu})/u, (first) => first.toUpperCase());
