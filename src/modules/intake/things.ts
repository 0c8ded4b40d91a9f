// What a source may speak of: the association's own series, groups, channels, organisations, documents and people.
import type { Day } from '#platform/day.ts';
import { domainOf, ofDomain, recognise, recogniseEach, type Named } from './recognise.ts';

export type OfGroup = Named & { groupId: string | null };

export type Things = {
	series: readonly OfGroup[];
	groups: readonly Named[];
	channels: readonly OfGroup[];
	organisations: readonly Named[];
	/** Documents that were promised and are not there yet. */
	documents: readonly Named[];
	/** The organisation behind each domain. */
	domains: ReadonlyMap<string, string>;
	/** The person behind each mail address. */
	people: ReadonlyMap<string, string>;
	/** Domains at which the bureau itself works. */
	ownDomains: ReadonlySet<string>;
	today: Day;
};

export type WhoseMeeting = {
	seriesId: string | undefined;
	groupId: string | undefined;
	/** Of a joint meeting the other groups. */
	alsoGroupIds: string[];
	isCertain: boolean;
};

const others = (ids: readonly string[], first: string | undefined) => ids.filter((id) => id !== first);

/** What a deed is told of a meeting. */
export const whoseMeeting = (whose: WhoseMeeting | undefined) => ({
	...(whose?.seriesId && { seriesId: whose.seriesId }),
	...(whose?.groupId && { groupId: whose.groupId }),
	...(whose && whose.alsoGroupIds.length > 0 && { alsoGroupIds: whose.alsoGroupIds })
});

/** The series or the groups that a text speaks of: the first text that speaks of one. */
export function meetingOf(texts: readonly string[], { series, groups }: Things): WhoseMeeting | undefined {
	for (const text of texts) {
		const ofSeries = recognise(text, series);
		const several = recogniseEach(text, groups);
		const ofGroup = several.length > 1 ? { id: several[0]!, isCertain: true } : recognise(text, groups);
		if (ofSeries && (ofSeries.isCertain || !ofGroup?.isCertain)) {
			const found = series.find(({ id }) => id === ofSeries.id);
			const groupId = found?.groupId ?? undefined;
			return { seriesId: ofSeries.id, groupId, alsoGroupIds: others(several, groupId), isCertain: ofSeries.isCertain };
		}
		if (ofGroup) {
			const alsoGroupIds = others(several, ofGroup.id);
			return { seriesId: undefined, groupId: ofGroup.id, alsoGroupIds, isCertain: ofGroup.isCertain };
		}
	}
	return undefined;
}

/** The one organisation that these addresses belong to, the bureau's own left out; undefined when they are of none or of several. */
export function organisationOf(addresses: readonly string[], { domains, ownDomains }: Things): string | undefined {
	const found = new Set(
		addresses.flatMap((address) => {
			const domain = domainOf(address);
			return domain === undefined || ownDomains.has(domain) ? [] : (ofDomain(domain, domains) ?? []);
		})
	);
	return found.size === 1 ? [...found][0] : undefined;
}

const online =
	/\b(teams|zoom|online|webinar|google meet|meet\.google|skype|whereby|jitsi|videocall|video call|digitaal)\b/i;
const hybrid = /\bhybri(?:de|d|disch)\b/i;

export const modeOf = (text: string) => (hybrid.test(text) ? 'hybrid' : online.test(text) ? 'online' : 'physical');
