// Which page an address means: `/en/year` is the page of `/year`, in English.
import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#paraglide/runtime.js';

export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
