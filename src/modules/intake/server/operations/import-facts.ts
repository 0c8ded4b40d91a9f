// Facts from files, and back: take in, try first, write out, look at one.
import { anyone } from '#platform/actor.ts';
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { exportedFacts } from '../fact-export.ts';
import { takeFacts, tryFacts } from '../fact-import.ts';
import { visibleFact } from '../queries.ts';

export const importFacts = operation({
	name: 'intake.importFacts',
	input: inputs.factFile,
	may: rules.mayTakeIn,
	reason: ({ source }) => source,
	run: ({ input, ...caller }) => takeFacts(caller, { source: undefined, days: undefined, ...input })
});

/** What importing the file would do, row by row. */
export const checkFacts = read({
	name: 'intake.checkFacts',
	input: inputs.factFile,
	may: rules.mayTakeIn,
	run: ({ input, ...caller }) => tryFacts(caller, { source: undefined, days: undefined, ...input })
});

/** All facts that the caller may see, one after the other. */
export const exportFacts = read({
	name: 'intake.exportFacts',
	input: inputs.nothing,
	may: anyone,
	run: ({ db, actor }) => ({ facts: exportedFacts(db, actor) })
});

const cases = {
	'for members': { visibility: 'members' },
	'for own group': { visibility: 'group', groupId: OWN_GROUP },
	'for another group': { visibility: 'group', groupId: OTHER_GROUP },
	'of the bureau': { visibility: 'bureau' }
} as const;

export const showFact = read({
	name: 'intake.showFact',
	input: inputs.factId,
	subject: ({ db, actor }, { factId }) => visibleFact(db, actor, factId),
	may: rules.maySeeFact,
	cases,
	run: async ({ db, actor, subject }) => ({
		fact: subject,
		corrections: rules.maySeeCorrections(actor) ? await auditLinesOf(db, subject.id) : []
	})
});
