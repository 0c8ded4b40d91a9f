// Named tasks for the permission table: for whom, and by whom.
import { OTHER_GROUP, OTHER_PERSON, OWN_GROUP, OWN_PERSON } from '#platform/personas.ts';
import type { Assignee } from '../words.ts';

const nobody: Assignee = { forPersonId: null, forGroupId: null, forRole: null };
export const assigneeCases = {
	'for the bureau': { ...nobody, forRole: 'bureau' },
	'for oneself': { ...nobody, forPersonId: OWN_PERSON },
	'for another': { ...nobody, forPersonId: OTHER_PERSON },
	'for own group': { ...nobody, forGroupId: OWN_GROUP },
	'for another group': { ...nobody, forGroupId: OTHER_GROUP }
} as const;

export const taskCases = {
	'for the bureau': { ...assigneeCases['for the bureau'], madeById: null },
	'own, made by another': { ...assigneeCases['for oneself'], madeById: OTHER_PERSON },
	'made by oneself, for another': { ...assigneeCases['for another'], madeById: OWN_PERSON },
	"another's": { ...assigneeCases['for another'], madeById: OTHER_PERSON },
	'of own group': { ...assigneeCases['for own group'], madeById: OTHER_PERSON },
	"of own group, another's": { ...nobody, forGroupId: OWN_GROUP, forPersonId: OTHER_PERSON, madeById: OTHER_PERSON },
	'of another group': { ...assigneeCases['for another group'], madeById: OTHER_PERSON }
} as const;
