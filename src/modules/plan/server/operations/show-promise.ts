// One promise: its target as a sentence, its reading, why it stands where it stands, and the records behind it.
import { m } from '#paraglide/messages.js';
import type { Actor } from '#platform/actor.ts';
import type { Locale, Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import { promise as input } from '../../inputs.ts';
import { lateSentence } from '../../lateness.ts';
import { courseOf } from '../../course.ts';
import { saidOfStatus } from '../../year-view.ts';
import * as rules from '../../rules.ts';
import { partReadingText } from '../../targets/reading-text.ts';
import { partText, targetText } from '../../targets/sentence.ts';
import { partsOf } from '../../targets/target.ts';
import { partWhy, whyText } from '../../targets/why.ts';
import { evidenceOf, lateOf } from '../evidence.ts';
import { marksOf } from '../history.ts';
import { saidOf } from '../judgements.ts';
import { conditionsOf, visiblePromiseByCode, type PlanRow, type PromiseRow } from '../promises.ts';
import { contextOf, questionsAfter, readPromises, type Context, type ReadPromise } from '../reading.ts';
import { rowAsOthers } from '../year.ts';
import { currentPlan } from './show-year.ts';

export const evidencePerPage = 50;

export const promiseCases = {
	public: { visibility: 'public', ownerPersonId: null },
	'for members': { visibility: 'members', ownerPersonId: null },
	'of the bureau': { visibility: 'bureau', ownerPersonId: null }
} as const;

type Link = { code: string; name: Localized };

/** What the promise is linked to: goals, value strategies, SDGs, and where it stands in the plan. */
async function linksOf(db: Database, { id, activityId }: PromiseRow) {
	const [goals, priorities, strategies, sdgs, activity, ties] = [
		await rows<Link>(
			db,
			sql`select g.code, g.name from promise_goal l join goal g on g.id = l.goal_id where l.promise_id = ${id} order by l.position`
		),
		await rows<Link>(
			db,
			sql`select r.code, r.title as name from promise_priority l join priority r on r.id = l.priority_id where l.promise_id = ${id} order by l.position`
		),
		await rows<Link>(
			db,
			sql`select v.code, v.name from promise_value_strategy l join value_strategy v on v.id = l.value_strategy_id where l.promise_id = ${id} order by l.position`
		),
		await rows<{ sdg: number }>(db, sql`select sdg from promise_sdg where promise_id = ${id} order by position`),
		await rows<{ code: string; title: Localized; sectionCode: string; sectionTitle: Localized }>(
			db,
			sql`select a.code, a.title, s.code as "sectionCode", s.title as "sectionTitle" from activity a join section s on s.id = a.section_id where a.id = ${activityId}`
		),
		await rows<{ code: string; title: Localized; kind: 'serves' | 'same-as' }>(
			db,
			sql`select p.code, p.title, t.kind from promise_tie t join promise p on p.id = t.other_id where t.promise_id = ${id} order by t.kind, t.position`
		)
	];
	return { goals, priorities, strategies, sdgs: sdgs.map(({ sdg }) => sdg), activity: activity[0], ties };
}

/** The promises that say the same, as far as the actor may see them. */
async function sameVisible(db: Database, actor: Actor, { sameAs, plan }: PromiseRow & { plan: PlanRow }) {
	const found = await Promise.all(sameAs.map((code) => visiblePromiseByCode(db, actor, plan.id, code)));
	return found.filter((promise) => promise !== undefined);
}

type Around = { context: Context; today: string; locale: Locale };

const whyOf = ({ promise: { target }, reading }: ReadPromise, { context: { names }, today, locale }: Around) =>
	whyText({ target, reading, today, names, locale });

const whySame = (others: readonly ReadPromise[], around: Around) =>
	others
		.map((one) => m.plan_why_same_as({ code: one.promise.code, why: whyOf(one, around) }, { locale: around.locale }))
		.join(' ');

type Said = { one: ReadPromise } & Around;

/** The parts of the target, each with its sentence, reading and reason; empty when it cannot be measured. */
function partsSaid({ one: { promise, reading, questions, answers }, context: { names, plan }, today, locale }: Said) {
	const { target, windows } = promise;
	if (!target) return [];
	return partsOf(target).map((measure, index) => {
		const part = reading.parts[index]!;
		return {
			sentence: partText(measure, windows, names, locale),
			reading: partReadingText(measure, part, locale),
			status: part.status,
			why: partWhy(measure, part, today, names, locale),
			course: courseOf(questions[index]!, answers[index]!, part, plan, today)
		};
	});
}

export const showPromise = read({
	name: 'plan.showPromise',
	input,
	subject: async (caller, { code }) => {
		const plan = await currentPlan(caller);
		const found = plan && (await visiblePromiseByCode(caller.db, caller.actor, plan.id, code));
		return found && { ...found, plan };
	},
	may: rules.maySeePromise,
	cases: promiseCases,
	run: async ({ db, actor, clock, locale, subject, input: { page } }) => {
		const today = clock.today();
		const context = await contextOf(db, subject.plan, today, { everything: false });
		const same = await sameVisible(db, actor, subject);
		const [one, ...others] = await readPromises(db, [subject, ...same], context, today);
		const read = one!;
		const after = questionsAfter(read, context);
		const row = rowAsOthers(read, others, context, locale);
		const { target, windows } = subject;
		return {
			plan: subject.plan,
			today,
			promise: subject,
			status: subject.withdrawnOn === null ? row.status : ('lapsed' as const),
			openConditions: row.openConditions,
			sameAs: row.sameAs,
			...(subject.withdrawnOn === null ? saidOfStatus(read.reading) : {}),
			said: await saidOf(db, subject.id, rules.maySeeReadings(actor)),
			sentence: target ? targetText(target, windows, context.names, locale) : null,
			reading: row.reading,
			late: lateSentence(await lateOf(db, read.questions, after, today), locale),
			why: row.sameAs ? whySame(others, { context, today, locale }) : whyOf(read, { context, today, locale }),
			parts: partsSaid({ one: read, context, today, locale }),
			conditions: await conditionsOf(db, subject.id),
			strip: row.strip,
			links: await linksOf(db, subject),
			evidence: {
				...(await evidenceOf(db, actor, read.questions, today, {
					after,
					limit: evidencePerPage,
					offset: (page - 1) * evidencePerPage
				})),
				perPage: evidencePerPage
			},
			page,
			...(await marksOf(db, actor, subject.plan.id)).get(subject.id),
			may: {
				tick: rules.mayTick(actor, subject),
				edit: rules.mayEditPlan(actor),
				history: rules.maySeeHistory(actor),
				judge: !target && !row.sameAs && rules.mayJudge(actor, subject),
				overrule: rules.mayOverrule(actor, subject)
			}
		};
	}
});
