// Named deliverables for the permission table: whose they are, and who may see them.
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';

export const groupCases = {
	'for everyone': { visibility: 'public', groupId: null },
	'for members': { visibility: 'members', groupId: null },
	'of own group': { visibility: 'group', groupId: OWN_GROUP },
	'of another group': { visibility: 'group', groupId: OTHER_GROUP },
	'of the bureau': { visibility: 'bureau', groupId: null }
} as const;

export const plainCases = {
	'for everyone': { visibility: 'public' },
	'for members': { visibility: 'members' },
	'of the bureau': { visibility: 'bureau' }
} as const;

export const ownerCases = {
	'of no group': { groupId: null },
	'of own group': { groupId: OWN_GROUP },
	'of another group': { groupId: OTHER_GROUP }
} as const;

export const promisedCases = {
	'document of no group': { kind: 'document', groupId: null },
	'document of own group': { kind: 'document', groupId: OWN_GROUP },
	'document of another group': { kind: 'document', groupId: OTHER_GROUP },
	'milestone of own group': { kind: 'milestone', groupId: OWN_GROUP },
	'decision of own group': { kind: 'decision', groupId: OWN_GROUP }
} as const;
