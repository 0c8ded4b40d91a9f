// Headers that every answer carries, pages and files alike. The content security policy of pages is made by SvelteKit (vite.config.ts).

type Circumstances = {
	/** People reach us over https. */
	secure: boolean;
};

/**
 * `same-origin`, not `no-referrer`: with the latter, browsers send forms with `Origin: null`, and then nothing tells our
 * own forms from those of another site.
 */
export const securityHeaders = ({ secure }: Circumstances): readonly (readonly [name: string, value: string])[] => [
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	...(secure ? ([['strict-transport-security', 'max-age=31536000']] as const) : [])
];

/** For answers that are no page: nothing may be loaded from them or run in them. */
export const policyWithoutPage = "default-src 'none'; frame-ancestors 'none'";
