// The kind of fact that channels publishes.
import type { FactKind } from '#platform/facts.ts';

export const issueSent: FactKind = {
	kind: 'issue.sent',
	nature: 'done',
	one: { nl: 'editie', en: 'issue' },
	many: { nl: 'edities', en: 'issues' },
	verb: { nl: 'verstuurd', en: 'sent' },
	where: {
		channel: { column: 'subject_id', refersTo: 'channel' },
		tag: { column: 'tags' }
	},
	unit: { nl: 'ontvangers', en: 'readers' },
	carries: 'the group it is for, when it is for one group'
};
