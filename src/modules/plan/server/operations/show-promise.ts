// One promise: its target as a sentence, its reading, why it stands where it stands, and the records behind it.
import type { Localized } from '#platform/localized.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import { promise as input } from '../../inputs.ts';
import { courseOf } from '../../course.ts';
import { saidOfStatus } from '../../year-view.ts';
import * as rules from '../../rules.ts';
import { partReadingText, stoodText } from '../../targets/reading-text.ts';
import { partText, targetText } from '../../targets/sentence.ts';
import { partsOf } from '../../targets/target.ts';
import { partWhy, whyText } from '../../targets/why.ts';
import { evidenceOf } from '../evidence.ts';
import { marksOf } from '../history.ts';
import { saidOf } from '../judgements.ts';
import { conditionsOf, visiblePromiseByCode, type PromiseRow } from '../promises.ts';
import { contextOf, readPromises, type Context, type ReadPromise } from '../reading.ts';
import { stripOf } from '../year.ts';
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

type Said = { one: ReadPromise; context: Context; today: string; locale: 'nl' | 'en' };

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
		const [one] = await readPromises(db, [subject], context, today);
		const read = one!;
		const { target, windows } = subject;
		return {
			plan: subject.plan,
			today,
			promise: subject,
			status: subject.withdrawnOn === null ? read.reading.status : ('lapsed' as const),
			openConditions: read.reading.openConditions,
			...(subject.withdrawnOn === null ? saidOfStatus(read.reading) : {}),
			said: await saidOf(db, subject.id, rules.maySeeReadings(actor)),
			sentence: target ? targetText(target, windows, context.names, locale) : null,
			reading: stoodText(target, read.reading, locale),
			why: whyText({ target, reading: read.reading, today, names: context.names, locale }),
			parts: partsSaid({ one: read, context, today, locale }),
			conditions: await conditionsOf(db, subject.id),
			strip: stripOf(read, subject.plan),
			links: await linksOf(db, subject),
			evidence: {
				...(await evidenceOf(db, actor, read.questions, today, {
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
				judge: !target && rules.mayJudge(actor, subject),
				overrule: rules.mayOverrule(actor, subject)
			}
		};
	}
});
