// The year as the page shows it: every promise with its strip, its reading and its status, in the plan's own order.
import type { Actor } from '#platform/actor.ts';
import { addDays, minDay, type Day } from '#platform/day.ts';
import type { Locale } from '#platform/localized.ts';
import type { Database } from '#platform/server/database.ts';
import type { PromiseKind } from '../plan-file-words.ts';
import type { Answer } from '../targets/answer.ts';
import { extentOf } from '../targets/question.ts';
import { stoodText } from '../targets/reading-text.ts';
import type { Status } from '../targets/status.ts';
import { saidOfStatus, type ShownRow, type ShownSection } from '../year-view.ts';
import { asOthersStand } from '../same-as.ts';
import { marksOf, type Marks } from './history.ts';
import { activitiesOf, type ActivityRow, type PlanRow } from './promises.ts';
import { readPlan, type Context, type ReadPromise } from './reading.ts';

type Strip = ShownRow['strip'];

/** Days on which it held: from each step with a value until the next one. */
function statesOf(answer: Answer, endsOn: Day): Strip['states'] {
	if (!('steps' in answer)) return [];
	return answer.steps.flatMap((step, index) => {
		if (step.value === 0) return [];
		const next = answer.steps[index + 1];
		return [{ startsOn: step.on, endsOn: next ? addDays(next.on, -1) : endsOn }];
	});
}

/** Spans that touch drawn as one. */
const joinedStates = (states: Strip['states']) =>
	states.reduce<Strip['states']>((all, state) => {
		const last = all.at(-1);
		if (last?.endsOn && state.startsOn <= addDays(last.endsOn, 1)) last.endsOn = state.endsOn;
		else all.push({ ...state });
		return all;
	}, []);

/** What one row of the strip draws. A promise without windows is due over the whole period it is read in. */
export function stripOf({ promise, questions, answers }: ReadPromise, plan: PlanRow): Strip {
	const windows = promise.windows.length > 0 ? promise.windows : (questions[0]?.windows ?? [{ ...plan, slackDays: 0 }]);
	const days = (field: 'done' | 'planned') =>
		answers.flatMap((answer) =>
			'days' in answer ? answer.days.filter((day) => day[field] > 0).map(({ on }) => on) : []
		);
	return {
		windows: windows.map(({ startsOn, endsOn, slackDays }) => ({
			startsOn,
			endsOn,
			...(slackDays > 0 ? { slackUntil: addDays(endsOn, slackDays) } : {})
		})),
		done: days('done'),
		planned: days('planned'),
		states: joinedStates(
			questions.flatMap((question, index) => statesOf(answers[index]!, minDay(extentOf(question).endsOn, plan.endsOn)))
		)
	};
}

export const rowOf = (read: ReadPromise, { plan }: Context, locale: Locale, marks: Marks = {}): ShownRow => ({
	code: read.promise.code,
	kind: read.promise.kind,
	title: read.promise.title,
	status: marks.withdrawn ? 'lapsed' : read.reading.status,
	openConditions: read.reading.openConditions,
	...(marks.withdrawn ? {} : saidOfStatus(read.reading)),
	reading: stoodText(read.promise.target, read.reading, locale),
	owner: read.promise.ownerName,
	...marks,
	strip: stripOf(read, plan)
});

/** What says the same as others stands as those do, as far as they can be seen. */
export const rowAsOthers = (
	one: ReadPromise,
	others: readonly ReadPromise[],
	context: Context,
	locale: Locale,
	marks?: Marks
) => {
	const row = rowOf(one, context, locale, marks);
	const isOwn = one.promise.target !== null || one.reading.judged !== undefined || row.withdrawn !== undefined;
	return isOwn
		? row
		: asOthersStand(
				row,
				others.map((other) => rowOf(other, context, locale))
			);
};

/** Outputs always have a row; ambitions and commitments when they promise something that is counted, or that was judged. */
const hasRow = ({ promise, reading }: ReadPromise) =>
	promise.kind === 'output' || promise.target !== null || reading.judged !== undefined;

const byOrder = (kinds: readonly PromiseKind[]) => (a: ShownRow, b: ShownRow) =>
	kinds.indexOf(a.kind) - kinds.indexOf(b.kind);

function sectionsOf(activities: readonly ActivityRow[], rows: ReadonlyMap<string | null, ShownRow[]>): ShownSection[] {
	const sections = new Map<string, ShownSection>();
	for (const { id, code, title, sectionId, sectionCode, sectionTitle, coreTaskKey } of activities) {
		const own = rows.get(id);
		if (!own) continue;
		const section = sections.get(sectionId) ?? {
			code: sectionCode,
			title: sectionTitle,
			coreTask: coreTaskKey,
			activities: []
		};
		section.activities.push({ code, title, rows: own.sort(byOrder(['output', 'ambition', 'commitment'])) });
		sections.set(sectionId, section);
	}
	return [...sections.values()];
}

/** How many promises have each status, outputs apart from the others. */
export const tallied = (read: readonly ReadPromise[]) => {
	const counts = new Map<Status, number>();
	for (const { reading } of read) counts.set(reading.status, (counts.get(reading.status) ?? 0) + 1);
	return Object.fromEntries(counts) as Partial<Record<Status, number>>;
};

export type Year = {
	plan: PlanRow;
	today: Day;
	sections: ShownSection[];
	/** Promises that stand in the text and follow no activity. */
	inText: ShownRow[];
	outputs: Partial<Record<Status, number>>;
	activities: number;
};

/**
 * `measured`: what can be counted, and every output. `repeated`: also what the text says once more. `everything`: also
 * ambitions and commitments that nobody can count.
 */
export type Showing = 'measured' | 'repeated' | 'everything';

/** The year of a plan as the actor may see it. */
export async function yearOf(
	db: Database,
	actor: Actor,
	plan: PlanRow,
	{ today, locale, show = 'measured' }: { today: Day; locale: Locale; show?: Showing }
): Promise<Year> {
	const { context, read } = await readPlan(db, actor, plan, today);
	const activities = await activitiesOf(db, plan.id);
	const byCode = new Map(read.map((one) => [one.promise.code, one]));
	const others = ({ promise }: ReadPromise) =>
		show === 'measured' ? [] : promise.sameAs.flatMap((code) => byCode.get(code) ?? []);
	const shown = read.filter(
		(one) => hasRow(one) || others(one).length > 0 || (show === 'everything' && one.promise.sameAs.length === 0)
	);
	const marks = await marksOf(db, actor, plan.id);
	const rows = new Map<string | null, ShownRow[]>();
	for (const one of shown) {
		const key = one.promise.activityId;
		rows.set(key, [
			...(rows.get(key) ?? []),
			rowAsOthers(one, others(one), context, locale, marks.get(one.promise.id))
		]);
	}
	const outputs = shown.filter(({ promise }) => promise.kind === 'output' && promise.withdrawnOn === null);
	const sections = sectionsOf(activities, rows);
	return {
		plan,
		today,
		sections,
		inText: rows.get(null) ?? [],
		outputs: tallied(outputs),
		activities: sections.reduce((sum, section) => sum + section.activities.length, 0)
	};
}
