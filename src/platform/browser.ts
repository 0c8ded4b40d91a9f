// The line that a browser sends about itself, in words that people recognise in the list of where they are signed in.

type Sign = readonly [pattern: RegExp, name: string];

// Order matters: most browsers also claim to be Chrome and Safari.
const browsers: readonly Sign[] = [
	[/\bEdg(?:e|A|iOS)?\//, 'Edge'],
	[/\b(?:OPR|OPT)\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const systems: readonly Sign[] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac(?:intosh| OS X)\b/, 'Mac'],
	[/\bLinux\b/, 'Linux']
];

const firstOf = (signs: readonly Sign[], line: string) => signs.find(([pattern]) => pattern.test(line))?.[1];

/** "Firefox, Linux"; empty when nothing is recognised. */
export const browserInWords = (line: string) =>
	[firstOf(browsers, line), firstOf(systems, line)].filter((name) => name !== undefined).join(', ');
