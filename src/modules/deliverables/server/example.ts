// What was delivered, reached, decided and agreed in the example year, and what is planned.
import { z } from 'zod';
import { eventsByKey } from '#modules/agenda/server/public.ts';
import { groupsByKey } from '#modules/groups/server/public.ts';
import { minDay, type Day } from '#platform/day.ts';
import { day, key, line } from '#platform/input.ts';
import type { Localized } from '#platform/localized.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import type { PromisedKind } from '../rules.ts';
import { tellTerms, terms } from './example-terms.ts';
import { addDocument, deliverDocument } from './operations/deliver-document.ts';
import { addMilestone, reachMilestone } from './operations/reach-milestone.ts';
import { recordMeasurement } from './operations/record-measurement.ts';
import { takeDecision } from './operations/take-decision.ts';
import { postponeDeliverable } from './operations/withdraw-deliverable.ts';
import { decisionsByKey, documentsByKey, measurementsByKey, milestonesByKey } from './public.ts';

const planned = {
	by: line(),
	due: day.optional(),
	moved: day.optional(),
	why: line(500).optional(),
	on: day.optional()
};
/** With a key: it came with the plan. Without: told in full. */
const product = z.strictObject({
	key: key.optional(),
	nl: line().optional(),
	en: line().optional(),
	tags: z.array(line()).default([]),
	event: key.optional(),
	group: key.optional(),
	...planned
});
const told = z.strictObject({
	/** The day on which the year was divided among the bureau, and why everything got its first day then. */
	divided_on: day,
	first_due: line(),
	documents: z.array(product),
	milestones: z.array(product),
	decisions: z.array(z.strictObject({ key, ...planned, outcome: z.enum(['yes', 'no']).optional() })),
	...terms,
	measurements: z.array(z.strictObject({ key, value: z.number(), on: day, recorded: day, by: line(), source: line() }))
});

type Told = z.output<typeof told>;
type Product = z.output<typeof product>;
type Known = ReadonlyMap<string, { id: string; name: Localized }>;
type Scene = {
	story: Story;
	dividedOn: Day;
	firstDue: string;
	groups: Known;
	events: Known;
	documents: Known;
	milestones: Known;
	decisions: Known;
};

export function idOf(known: Known, key: string): string {
	const found = known.get(key);
	if (!found) throw new Error(`deliverables.yaml: there is no ${key}`);
	return found.id;
}

/** Gives it its day, and puts it off when that happened, on the day before it was due. */
async function setDue(
	{ story, dividedOn, firstDue }: Scene,
	kind: PromisedKind,
	id: string,
	one: Pick<Product, 'by' | 'due' | 'moved' | 'why'>
) {
	if (!one.due) return;
	await postponeDeliverable(await story.as(one.by, dividedOn), { kind, id, dueOn: one.due, why: firstDue });
	if (!one.moved || !one.why) return;
	const caller = await story.as(one.by, minDay(one.due, story.today));
	await postponeDeliverable(caller, { kind, id, dueOn: one.moved, why: one.why });
}

const titleOf = ({ nl, en }: Product): Localized => {
	if (!nl || !en) throw new Error('deliverables.yaml: what has no key needs a title in both languages');
	return { nl, en };
};

const doneOn = (one: Product, story: Story): Day => one.on ?? minDay(one.due ?? story.today, story.today);

async function tellDocument(scene: Scene, one: Product) {
	const { story } = scene;
	if (one.key) {
		const documentId = idOf(scene.documents, one.key);
		await setDue(scene, 'document', documentId, one);
		if (one.on) await deliverDocument(await story.as(one.by, one.on), { documentId, deliveredOn: one.on });
		return;
	}
	await addDocument(await story.as(one.by, doneOn(one, story)), {
		title: titleOf(one),
		tags: one.tags,
		dueOn: one.due,
		deliveredOn: one.on,
		...(one.event ? { eventId: idOf(scene.events, one.event) } : {}),
		...(one.group ? { groupId: idOf(scene.groups, one.group) } : {})
	});
}

async function tellMilestone(scene: Scene, one: Product) {
	const { story } = scene;
	if (one.key) {
		const milestoneId = idOf(scene.milestones, one.key);
		await setDue(scene, 'milestone', milestoneId, one);
		if (one.on) await reachMilestone(await story.as(one.by, one.on), { milestoneId, reachedOn: one.on });
		return;
	}
	const caller = await story.as(one.by, doneOn(one, story));
	await addMilestone(caller, { title: titleOf(one), tags: one.tags, dueOn: one.due, reachedOn: one.on });
}

async function tellDecision(scene: Scene, { key, outcome, ...one }: Told['decisions'][number]) {
	const decisionId = idOf(scene.decisions, key);
	await setDue(scene, 'decision', decisionId, one);
	if (!outcome || !one.on || !one.why) return;
	const caller = await scene.story.as(one.by, one.on);
	await takeDecision(caller, { decisionId, outcome, decidedOn: one.on, reasons: one.why });
}

async function tellMeasurements({ db }: Caller, story: Story, { measurements }: Told) {
	const known = await measurementsByKey(db);
	for (const { key, value, on, recorded, by, source } of measurements) {
		const caller = await story.as(by, recorded);
		await recordMeasurement(caller, { measuredThingId: idOf(known, key), value, measuredOn: on, source });
	}
}

export async function example(caller: Caller, story: Story): Promise<void> {
	const year = story.read('deliverables.yaml', told);
	const { db } = caller;
	const scene: Scene = {
		story,
		dividedOn: year.divided_on,
		firstDue: year.first_due,
		groups: await groupsByKey(db),
		events: await eventsByKey(db),
		documents: await documentsByKey(db),
		milestones: await milestonesByKey(db),
		decisions: await decisionsByKey(db)
	};
	for (const one of year.documents) await tellDocument(scene, one);
	for (const one of year.milestones) await tellMilestone(scene, one);
	for (const one of year.decisions) await tellDecision(scene, one);
	await tellTerms(caller, story, year);
	await tellMeasurements(caller, story, year);
}
