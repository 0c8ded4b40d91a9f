// Facts from files, and back: take in, try first, write out, look at one.
import { anyone } from '#platform/actor.ts';
import { OTHER_GROUP, OWN_GROUP } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { factKinds } from '#platform/server/module.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { exportedFacts } from '../fact-export.ts';
import { forgetFactFile, keepFactFile, keptFactFile } from '../fact-files.ts';
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

/** Tries a file and keeps it for a day when nothing is wrong with it, so that it need not be chosen twice. */
export const tryFactFile = operation({
	name: 'intake.tryFactFile',
	input: inputs.factFile,
	may: rules.mayTakeIn,
	run: async ({ input, ...caller }) => {
		const tried = await tryFacts(caller, { source: undefined, days: undefined, ...input });
		const isFit = tried.report !== null && tried.issues.length === 0;
		return { ...tried, fileId: isFit ? await keepFactFile(caller, input) : null };
	}
});

/** Takes in the file that was tried. */
export const takeFactFile = operation({
	name: 'intake.takeFactFile',
	input: inputs.factFileId,
	subject: ({ db, actor }, { fileId }) => (rules.mayTakeIn(actor) ? keptFactFile(db, fileId) : undefined),
	may: rules.mayTakeIn,
	run: async ({ subject, input: _input, ...caller }) => {
		const report = await takeFacts(caller, subject);
		await forgetFactFile(caller.db, subject.id);
		return report;
	}
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
		kind: factKinds().get(subject.kind)?.one ?? { nl: subject.kind },
		corrections: rules.maySeeCorrections(actor) ? await auditLinesOf(db, subject.id) : []
	})
});
