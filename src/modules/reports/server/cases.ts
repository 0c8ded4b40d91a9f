// Named reports for the permission table.
import { OTHER_GROUP, OWN_GROUP, OWN_ORGANISATION, OWN_PERSON } from '#platform/personas.ts';
import type { ReportCase } from '../rules.ts';

const nobodys = { groupId: null, organisationId: null, askedIds: [] };
const frozen = { ...nobodys, frozenOn: '2022-03-03' };

export const reportCases: Record<string, ReportCase> = {
	'in preparation': { ...nobodys, reader: 'public', frozenOn: null },
	'in preparation, asks you': { ...nobodys, reader: 'board', frozenOn: null, askedIds: [OWN_PERSON] },
	'for the board': { ...frozen, reader: 'board' },
	'for the assembly': { ...frozen, reader: 'assembly' },
	'for your group': { ...frozen, reader: 'group', groupId: OWN_GROUP },
	'for another group': { ...frozen, reader: 'group', groupId: OTHER_GROUP },
	'for a funder that you work for': { ...frozen, reader: 'funder', organisationId: OWN_ORGANISATION },
	'for everyone': { ...frozen, reader: 'public' }
};
