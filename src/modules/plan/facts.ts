// The kind of fact that the plan itself leaves.
import type { FactKind } from '#platform/facts.ts';
import { verdicts } from './targets/judged.ts';

export const promiseJudged: FactKind = {
	kind: 'promise.judged',
	nature: 'done',
	one: { nl: 'beoordeling', en: 'judgement' },
	many: { nl: 'beoordelingen', en: 'judgements' },
	verb: { nl: 'gegeven', en: 'given' },
	where: { verdict: { column: 'role', words: verdicts } },
	unit: { nl: 'waarde', en: 'value' },
	carries: 'nobody: who judged stands with the judgement'
};
