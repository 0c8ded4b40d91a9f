// Who may do what with reports: the bureau prepares, the director freezes, the group that it goes to concludes.
import {
	isAdministrator,
	isBoard,
	isBureau,
	isIn,
	isInside,
	isOf,
	isSelf,
	leads,
	visitor,
	type Actor
} from '#platform/actor.ts';
import type { Day } from '#platform/day.ts';
import { isSlipping, type ReportLine } from './report-view.ts';
import type { AskChoice, Reader } from './words.ts';

export type ReportCase = {
	reader: Reader;
	groupId: string | null;
	organisationId: string | null;
	frozenOn: Day | null;
	/** Who is asked to comment in it. */
	askedIds: readonly string[];
};

/** In preparation it is seen by who works on it; once frozen by its readers, the bureau and the board. */
export function maySeeReport(actor: Actor, report: ReportCase): boolean {
	if (isBureau(actor)) return true;
	if (report.frozenOn === null) return report.askedIds.some((id) => isSelf(actor, id));
	if (isBoard(actor)) return true;
	switch (report.reader) {
		case 'public':
			return true;
		case 'assembly':
			return isInside(actor);
		case 'group':
			return isIn(actor, report.groupId);
		case 'funder':
			return isOf(actor, report.organisationId);
		case 'board':
			return false;
	}
}

export const mayPrepareReport = (actor: Actor) => isBureau(actor);
/** The director administers Schakel; freezing is theirs, as they answer for what leaves the house. */
export const mayFreezeReport = (actor: Actor) => isAdministrator(actor);
/** Owners speak for themselves; the bureau writes down what they said. */
export const mayComment = (actor: Actor, { askedIds }: Pick<ReportCase, 'askedIds'>) =>
	isBureau(actor) || askedIds.some((id) => isSelf(actor, id));
/** The lead of the group writes its conclusions down, the board those of board and assembly, the bureau any. */
export const mayConclude = (actor: Actor, { reader, groupId }: Pick<ReportCase, 'reader' | 'groupId'>) =>
	isBureau(actor) || leads(actor, groupId) || (isBoard(actor) && (reader === 'board' || reader === 'assembly'));

/** Whether owners are asked to say something of a promise. */
export function asksAbout(asks: AskChoice, line: Pick<ReportLine, 'status' | 'openConditions' | 'target'>): boolean {
	if (asks === 'everything') return true;
	return asks === 'counted' ? line.target !== null : isSlipping(line);
}

/** Why a report cannot be frozen now; a key of a message. */
export function cannotFreeze({ frozenOn, closesOn }: { frozenOn: Day | null; closesOn: Day }, today: Day) {
	if (frozenOn !== null) return 'reports_conflict_frozen' as const;
	return today < closesOn ? ('reports_conflict_not_closed' as const) : undefined;
}

const member = (organisationId: string, groupId: string | null): Actor => ({
	...visitor,
	kind: 'person',
	organisations: [{ organisationId, role: 'staff', isMember: true }],
	groups: groupId === null ? [] : [{ groupId, role: 'member' }]
});

/**
 * Somebody of whom a reader knows no more than that they read it: what a report contains is what they may see, whoever
 * opens it. Nothing personal or of the bureau alone ever stands in one.
 */
export function readerOf({ reader, groupId }: Pick<ReportCase, 'reader' | 'groupId'>): Actor {
	const nobodys = '00000000-0000-0000-0000-000000000000';
	if (reader === 'public' || reader === 'funder') return visitor;
	return member(nobodys, reader === 'group' ? groupId : null);
}
