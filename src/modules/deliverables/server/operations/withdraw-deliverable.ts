// What may happen to any document, milestone or decision: put off, withdrawn, or opened again; always with a reason.
import { eq } from 'drizzle-orm';
import { operation, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { promisedCases } from '../cases.ts';
import { refuse, remember } from '../changes.ts';
import { promisedTables, visiblePromised } from '../queries.ts';
import { decision, document, milestone } from '../schema.ts';

type Promised = { kind: rules.PromisedKind; id: string };

const found = ({ db, actor }: Caller, { kind, id }: Promised) => visiblePromised(db, actor, { kind, id });
const aboutPromised = ({ kind, id }: Promised) => ({ kind, id });
const because = ({ why }: { why: string }) => why;

const ownId = ({ kind, id }: Promised) =>
	({ document: { documentId: id }, milestone: { milestoneId: id }, decision: { decisionId: id } })[kind];

export const postponeDeliverable = operation({
	name: 'deliverables.postponeDeliverable',
	input: inputs.postponement,
	subject: found,
	may: rules.mayKeepPromised,
	cases: promisedCases,
	about: aboutPromised,
	reason: because,
	run: async ({ db, actor, clock, subject, input: { dueOn, why } }) => {
		refuse(rules.cannotPostpone(subject.state));
		const table = promisedTables[subject.kind];
		await db.update(table).set({ dueOn }).where(eq(table.id, subject.id));
		await remember(
			{ db, actor, clock },
			{ ...ownId(subject), kind: 'postponed', fromOn: subject.dueOn, toOn: dueOn, why }
		);
	}
});

export const withdrawDeliverable = operation({
	name: 'deliverables.withdrawDeliverable',
	input: inputs.withReason,
	subject: found,
	may: rules.mayKeepPromised,
	cases: promisedCases,
	about: aboutPromised,
	reason: because,
	run: async ({ db, actor, clock, subject, input: { why } }) => {
		refuse(rules.cannotWithdraw(subject.state));
		const table = promisedTables[subject.kind];
		await db.update(table).set({ state: 'withdrawn' }).where(eq(table.id, subject.id));
		await remember({ db, actor, clock }, { ...ownId(subject), kind: 'withdrawn', why });
	}
});

/** Back to how it stood before it was delivered, reached, decided or withdrawn. */
const reopened = {
	document: (db: Caller['db'], id: string) =>
		db.update(document).set({ state: 'planned', deliveredOn: null }).where(eq(document.id, id)),
	milestone: (db: Caller['db'], id: string) =>
		db.update(milestone).set({ state: 'planned', reachedOn: null }).where(eq(milestone.id, id)),
	decision: (db: Caller['db'], id: string) =>
		db.update(decision).set({ state: 'open', outcome: null, decidedOn: null, reasons: null }).where(eq(decision.id, id))
};

export const reopenDeliverable = operation({
	name: 'deliverables.reopenDeliverable',
	input: inputs.withReason,
	subject: found,
	may: rules.mayKeepPromised,
	cases: promisedCases,
	about: aboutPromised,
	reason: because,
	run: async ({ db, actor, clock, subject, input: { why } }) => {
		refuse(rules.cannotReopen(subject.state));
		await reopened[subject.kind](db, subject.id);
		await remember({ db, actor, clock }, { ...ownId(subject), kind: 'reopened', why });
	}
});
