// This week: what slips and why, what ends soon, and what falls due, for who is looking.
import { isBoard, isBureau, isInside } from '#platform/actor.ts';
import { addDays, type Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql } from '#platform/server/database.ts';
import { read, type Caller } from '#platform/server/operation.ts';
import { dueIn } from '#platform/server/views.ts';
import { z } from 'zod';
import { stoodText } from '../../targets/reading-text.ts';
import type { Status } from '../../targets/status.ts';
import { whyText } from '../../targets/why.ts';
import { planOn } from '../promises.ts';
import { readPlan, type Context, type ReadPromise } from '../reading.ts';

/** How far ahead a week looks: this one and the next. */
const daysAhead = 14;
const mostDeadlines = 60;

export type Slipping = {
	code: string;
	title: Localized;
	status: Status;
	reading: string;
	why: string;
	owner: string | null;
	isMine: boolean;
};

export type Deadline = {
	kind: string;
	id: string;
	dueOn: Day;
	lastOn: Day;
	title: Localized;
	href: string;
	/** It is for who looks, by name. */
	isMine: boolean;
};

/** What a promise of who looks needs of a person: ticks for what it says in words, or the decision that it waits for. */
export type Waiting = { code: string; title: Localized; conditions: number; trigger: Localized | null };

const worstFirst: readonly Status[] = ['missed', 'behind', 'at_risk'];

function slipping(one: ReadPromise, { names }: Context, { actor, clock, locale }: Caller): Slipping {
	const { promise, reading } = one;
	return {
		code: promise.code,
		title: promise.title,
		status: reading.status,
		reading: stoodText(promise.target, reading, locale),
		why: whyText({ target: promise.target, reading, today: clock.today(), names, locale }),
		owner: promise.ownerName,
		isMine: promise.ownerPersonId !== null && promise.ownerPersonId === actor.personId
	};
}

/** Not yet kept, nothing planned that would do it, and its period ends within two weeks. */
const endsSoon = ({ reading }: ReadPromise, today: Day) =>
	reading.status === 'on_track' &&
	reading.parts.some(
		(part) =>
			part.endsOn >= today &&
			part.endsOn <= addDays(today, daysAhead) &&
			part.wanted !== null &&
			(part.forecast ?? 0) < part.wanted
	);

/**
 * What is due until `until`, for who looks or for whoever takes it; what somebody else is to do stands with that person, an event
 * only once it has passed. A thing with several warnings (a certificate) stands here when
 * one of them came within the last two weeks, or when it ends within a month; `lastOn` is the day that all of them are about.
 */
const deadlines = ({ db, actor, clock }: Caller) => {
	const today = clock.today();
	const isNear = sql`case kind when 'event.round-off' then "dueOn" <= ${today}
		when 'term.ends' then "dueOn" >= ${addDays(today, -daysAhead)} or "lastOn" <= ${addDays(today, 31)} else true end`;
	return rows<Deadline>(
		db,
		sql`select * from (
				select distinct on (kind, id) * from (
					select d.kind, d.id, d.due_on as "dueOn", max(d.due_on) over (partition by d.kind, d.id) as "lastOn", d.title, d.href,
						coalesce(d.person_id = ${actor.personId}::uuid, false) as "isMine"
					from deadline d where not d.done and ${dueIn(actor, 'd')}
						and (d.person_id is null or d.person_id = ${actor.personId}::uuid)
				) warned where "dueOn" <= ${addDays(today, daysAhead)} order by kind, id, "dueOn" desc
			) due where ${isNear} order by "lastOn", kind, id limit ${mostDeadlines}`
	);
};

/** Of one's own promises: kept but for a tick, or waiting for a decision of the association itself. */
function waitingFor({ promise, reading }: ReadPromise, { triggers }: Context): Waiting[] {
	const isUnticked = reading.status === 'met' && reading.openConditions > 0;
	const trigger =
		reading.status === 'waiting'
			? triggers.find(({ key, kind }) => kind === 'decision' && key === promise.target?.if)
			: undefined;
	if (!isUnticked && !trigger) return [];
	const conditions = isUnticked ? reading.openConditions : 0;
	return [{ code: promise.code, title: promise.title, conditions, trigger: trigger?.label ?? null }];
}

export const showWeek = read({
	name: 'plan.showWeek',
	input: z.object({}),
	may: isInside,
	run: async ({ input: _input, subject: _subject, ...caller }) => {
		const { db, actor, clock } = caller;
		const today = clock.today();
		const plan = await planOn(db, today);
		const found = plan ? await readPlan(db, actor, plan, today) : undefined;
		const answersForAll = isBureau(actor) || isBoard(actor);
		const standing = (found?.read ?? []).filter(({ promise }) => promise.withdrawnOn === null);
		const say = (list: readonly ReadPromise[]) => list.map((one) => slipping(one, found!.context, caller));
		const isMine = ({ promise }: ReadPromise) =>
			promise.ownerPersonId !== null && promise.ownerPersonId === actor.personId;
		const promises = answersForAll ? standing : standing.filter(isMine);
		const rank = ({ isMine, status }: Slipping) => (isMine ? 0 : 10) + worstFirst.indexOf(status);
		return {
			today,
			/** Whether all promises stand here, or only those of who looks: others answer for the rest. */
			answersForAll,
			until: addDays(today, daysAhead),
			slipping: say(promises.filter(({ reading }) => worstFirst.includes(reading.status))).sort(
				(a, b) => rank(a) - rank(b)
			),
			endingSoon: say(promises.filter((one) => endsSoon(one, today))),
			waiting: standing.filter(isMine).flatMap((one) => waitingFor(one, found!.context)),
			deadlines: await deadlines(caller)
		};
	}
});
