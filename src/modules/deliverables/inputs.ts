// What comes in about documents, milestones, decisions, terms and measurements.
import { z } from 'zod';
import {
	count,
	day,
	id,
	key,
	line,
	localized,
	localizedParagraph,
	optional,
	paragraph,
	tags,
	webAddress
} from '#platform/input.ts';
import { decisionOutcomes, deliverableVisibilities, plainVisibilities, termKinds } from './words.ts';

const reason = line(500);

const named = { title: localized(300), description: optional(localizedParagraph(10_000)) };
const ofGroup = { groupId: optional(id), visibility: z.enum(deliverableVisibilities).default('members') };
const plain = { visibility: z.enum(plainVisibilities).default('members') };
const newKey = { key: optional(key) };

const until = <T extends { startsOn?: string | undefined; endsOn?: string | undefined }>(value: T) =>
	!value.endsOn || !value.startsOn || value.endsOn >= value.startsOn;
const endsBeforeItStarts = { error: 'ends_before_it_starts', path: ['endsOn'] };

const documentContent = z.object({
	...named,
	...ofGroup,
	/** What it is, in words. */
	kind: optional(localized(100)),
	eventId: optional(id),
	termId: optional(id),
	organisationId: optional(id),
	tags,
	link: optional(webAddress)
});
export type DocumentContent = z.output<typeof documentContent>;
/** A document that is there already comes with the day on which it was delivered. */
export const document = documentContent.extend({ ...newKey, dueOn: optional(day), deliveredOn: optional(day) });
export const documentChange = documentContent.extend({ documentId: id });
export const documentId = z.object({ documentId: id });
export const delivery = z.object({ documentId: id, deliveredOn: day, link: optional(webAddress) });

const milestoneContent = z.object({ ...named, ...ofGroup, tags, link: optional(webAddress) });
export const milestone = milestoneContent.extend({ ...newKey, dueOn: optional(day), reachedOn: optional(day) });
export const milestoneChange = milestoneContent.extend({ milestoneId: id });
export const milestoneId = z.object({ milestoneId: id });
export const milestoneReached = z.object({ milestoneId: id, reachedOn: day, link: optional(webAddress) });

const decisionContent = z.object({ ...named, ...ofGroup });
export const decision = decisionContent.extend({ ...newKey, dueOn: optional(day) });
export const decisionChange = decisionContent.extend({ decisionId: id });
export const decisionId = z.object({ decisionId: id });
export const decisionTaken = z.object({
	decisionId: id,
	outcome: z.enum(decisionOutcomes),
	decidedOn: day,
	reasons: paragraph(4000).pipe(z.string().min(1))
});

const promised = z.object({ kind: z.enum(['document', 'milestone', 'decision']), id });
export const postponement = promised.extend({ dueOn: day, why: reason });
export const withReason = promised.extend({ why: reason });

const termContent = z.object({
	...named,
	...plain,
	kind: z.enum(termKinds),
	holderId: optional(id),
	counterpartId: optional(id),
	tags,
	link: optional(webAddress)
});
const period = { norm: optional(localized(200)), note: optional(line(500)) };
/** With a first day it holds from then on; without one nothing is known of when. */
export const term = termContent
	.extend({ ...newKey, ...period, startsOn: optional(day), endsOn: optional(day) })
	.refine(until, endsBeforeItStarts)
	.refine(({ startsOn, endsOn }) => startsOn || !endsOn, {
		error: 'deliverables_issue_start_needed',
		path: ['startsOn']
	});
export const termChange = termContent.extend({ termId: id });
export const termId = z.object({ termId: id });
export const renewal = z
	.object({ termId: id, ...period, startsOn: day, endsOn: optional(day) })
	.refine(until, endsBeforeItStarts);
export const termEnd = z.object({ periodId: id, endsOn: day, why: reason });
export const periodToRemove = z.object({ periodId: id, why: reason });

const measuredContent = z.object({ ...named, ...plain, unit: optional(localized(60)) });
export const measuredThing = measuredContent.extend(newKey);
export const measuredThingChange = measuredContent.extend({ measuredThingId: id });
export const measuredThingId = z.object({ measuredThingId: id });

/** As people type it: `7,4` is 7.4. */
const value = z.preprocess(
	(raw) => (typeof raw === 'string' && raw.trim() !== '' ? Number(raw.trim().replace(',', '.')) : raw),
	z.number().min(-1e12).max(1e12)
);
export const measurement = z.object({
	measuredThingId: id,
	value,
	measuredOn: day,
	source: line(300),
	answers: optional(count.max(10_000_000)),
	organisationId: optional(id)
});
export const measurementToRemove = z.object({ measurementId: id, why: reason });

export const list = z.object({
	/** `open`: what is still to come or holds · `done`: what is there, or has ended. */
	show: z.enum(['open', 'done', 'all']).default('all'),
	q: optional(line(100)),
	tag: optional(line(60)),
	groupId: optional(id),
	/** Only documents are about an event. */
	eventId: optional(id),
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});
export type Filter = z.output<typeof list>;

export const nothing = z.object({});
