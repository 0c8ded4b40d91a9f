// A page without layout, for when the request is refused or the database is away before any page can be made.
import { localizeHref } from '#paraglide/runtime.js';
import { m } from '#paraglide/messages.js';
import type { Locale } from '#platform/localized.ts';

type Words = { title: string; text: string };

const page = ({ title, text }: Words, locale: Locale) => `<!doctype html>
<html lang="${locale}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>${title} · Schakel</title>
		<link rel="stylesheet" href="/error.css" />
	</head>
	<body>
		<main>
			<h1>${title}</h1>
			<p>${text} <a href="${localizeHref('/', { locale })}">${m.platform_ui_error_home({}, { locale })}</a></p>
		</main>
	</body>
</html>
`;

const answer = (status: number, words: Words, locale: Locale, headers: Record<string, string> = {}) =>
	new Response(page(words, locale), {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy':
				"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
			'cache-control': 'no-store',
			...headers
		}
	});

/** The messages contain no markup; they are ours, not what somebody typed. */
export const tooLarge = (locale: Locale, mostBytes: number) => {
	const maximum = Math.floor(mostBytes / 1_000_000);
	return answer(
		413,
		{
			title: m.platform_ui_error_413_title({}, { locale }),
			text: m.platform_ui_error_413_most({ maximum }, { locale })
		},
		locale
	);
};

export const tooMany = (locale: Locale) =>
	answer(
		429,
		{ title: m.platform_ui_error_429_title({}, { locale }), text: m.platform_ui_error_429_text({}, { locale }) },
		locale,
		{ 'retry-after': '300' }
	);

export const fromElsewhere = (locale: Locale) =>
	answer(
		403,
		{ title: m.platform_ui_error_403_title({}, { locale }), text: m.platform_from_elsewhere_text({}, { locale }) },
		locale
	);

export const unavailable = (locale: Locale) =>
	answer(
		503,
		{ title: m.platform_unavailable_title({}, { locale }), text: m.platform_unavailable_text({}, { locale }) },
		locale,
		{ 'retry-after': '30' }
	);
