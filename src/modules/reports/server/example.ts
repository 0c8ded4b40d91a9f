// Reports of the example year: each prepared, commented and frozen on its own day, by the people who would have done it.
import { z } from 'zod';
import { groupsByKey } from '#modules/groups/server/public.ts';
import { giveTask } from '#modules/tasks/server/public.ts';
import { day, key, line, localizedParagraph } from '#platform/input.ts';
import { perform } from '#platform/server/module.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { askChoices, readers } from '../words.ts';
import { addOutcome } from './operations/conclude.ts';
import { freezeReport } from './operations/freeze-report.ts';
import { prepareReport } from './operations/prepare-report.ts';
import { showComments, writeComments } from './operations/write-comments.ts';

const deed = z.strictObject({ on: day, by: line() });
const said = z.strictObject({ nl: line(2000), en: line(2000) });

const told = z.strictObject({
	nl: line(),
	en: line(),
	activities: z.array(line(60)).optional(),
	reader: z.enum(readers),
	group: key,
	/** What owners are asked about. */
	asks: z.enum(askChoices),
	closes_on: day,
	comments_before: day,
	prepared: deed,
	intro: localizedParagraph(2000),
	comments: z.array(
		z.strictObject({ by: line(), on: day, says: z.record(line(60), said), agrees: z.boolean().default(false) })
	),
	frozen: deed.optional(),
	late: z.array(z.strictObject({ ...deed.shape, group: key, held_on: day, nl: line(), en: line() })).default([]),
	outcomes: z
		.strictObject({
			on: day,
			written: deed,
			conclusions: z.array(said),
			recommendations: z.array(
				said.extend({ task: z.strictObject({ for: line(), due_on: day, done_on: day.optional() }).optional() })
			)
		})
		.optional()
});
type Told = z.output<typeof told>;
const file = z.strictObject({ reports: z.array(told) });

/** What an owner says, in both languages: first the Dutch, then the English of the same promises. */
async function tellComments(story: Story, reportId: string, { by, on, says, agrees }: Told['comments'][number]) {
	const caller = await story.as(by, on);
	const { promises, others } = await showComments(caller, { reportId });
	const own = [...promises, ...others];
	const unknown = Object.keys(says).filter((code) => !own.some((promise) => promise.code === code));
	if (unknown.length > 0) throw new Error(`reports.yaml: ${by} does not own ${unknown.join(', ')}`);
	for (const locale of ['nl', 'en'] as const) {
		const comments = own.flatMap(({ code }) => {
			const text = says[code]?.[locale];
			return text
				? [{ code, text }]
				: agrees && promises.some((promise) => promise.code === code)
					? [{ code, text: '', agreed: true }]
					: [];
		});
		await writeComments({ ...caller, locale }, { reportId, comments });
	}
}

async function tellOutcomes(story: Story, reportId: string, outcomes: NonNullable<Told['outcomes']>) {
	const caller = await story.as(outcomes.written.by, outcomes.written.on);
	const of = { reportId, concludedOn: outcomes.on };
	for (const text of outcomes.conclusions) await addOutcome(caller, { ...of, kind: 'conclusion', text });
	for (const { task, ...text } of outcomes.recommendations) {
		const { id } = await addOutcome(caller, { ...of, kind: 'recommendation', text });
		if (!task) continue;
		const to = `person:${story.personId(task.for)}`;
		const about = { kind: 'recommendation', id };
		const { id: taskId } = await giveTask(caller, { what: text, dueOn: task.due_on, to, about });
		if (task.done_on) await perform('tasks.finishTask', await story.as(task.for, task.done_on), { taskId });
	}
}

export async function example({ db }: Caller, story: Story): Promise<void> {
	const groups = await groupsByKey(db);
	for (const one of story.read('reports.yaml', file).reports) {
		const { id: reportId } = await prepareReport(await story.as(one.prepared.by, one.prepared.on), {
			title: { nl: one.nl, en: one.en },
			scope: one.activities ? 'activities' : 'plan',
			activities: one.activities ?? [],
			reader: one.reader,
			groupId: groups.get(one.group)?.id,
			asks: one.asks,
			closesOn: one.closes_on,
			commentsBefore: one.comments_before,
			intro: one.intro
		});
		for (const comment of one.comments) await tellComments(story, reportId, comment);
		if (one.frozen) await freezeReport(await story.as(one.frozen.by, one.frozen.on), { reportId });
		for (const { by, on, group, held_on: startsOn, nl, en } of one.late) {
			const event = { title: { nl, en }, groupId: groups.get(group)?.id, startsOn, mode: 'online', state: 'done' };
			await perform('agenda.planEvent', await story.as(by, on), event);
		}
		if (one.outcomes) await tellOutcomes(story, reportId, one.outcomes);
	}
}
