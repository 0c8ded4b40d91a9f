// Named events and series for the permission table: whose they are, and who may see them.
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';

const none: readonly string[] = [];

export const eventCases = {
	'for everyone': { visibility: 'public', groupId: null, alsoGroupIds: none },
	'for members': { visibility: 'members', groupId: null, alsoGroupIds: none },
	'of own group': { visibility: 'group', groupId: OWN_GROUP, alsoGroupIds: none },
	'of another group, with own group': { visibility: 'group', groupId: OTHER_GROUP, alsoGroupIds: [OWN_GROUP] },
	'of another group': { visibility: 'group', groupId: OTHER_GROUP, alsoGroupIds: none },
	'of the bureau': { visibility: 'bureau', groupId: null, alsoGroupIds: none }
} as const;

export const seriesCases = {
	'for members': { visibility: 'members', groupId: null },
	'of own group': { visibility: 'group', groupId: OWN_GROUP },
	'of another group': { visibility: 'group', groupId: OTHER_GROUP }
} as const;

export const planCases = {
	'of no group': { groupId: null, series: null },
	'of own group': { groupId: OWN_GROUP, series: null },
	'of another group': { groupId: OTHER_GROUP, series: null },
	"of own group, in another group's series": { groupId: OWN_GROUP, series: { groupId: OTHER_GROUP } },
	'of own group, in its own series': { groupId: OWN_GROUP, series: { groupId: OWN_GROUP } }
} as const;
