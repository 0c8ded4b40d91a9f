// Events: plan one (or record one that has been), and change what is known of it.
import { eq } from 'drizzle-orm';
import { marked } from '#platform/localized.ts';
import type { Actor } from '#platform/actor.ts';
import { Conflict, Forbidden, invalid, NotFound } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { insertNumbers } from '../attendance.ts';
import { eventCases, planCases } from '../cases.ts';
import { checkOrganisers } from '../organisers.ts';
import { visibleEvent, visibleSeries } from '../queries.ts';
import { event, eventChange, eventOrganiser } from '../schema.ts';

type Place = { seriesId?: string | undefined; groupId?: string | undefined };

/** Which series and group an event would belong to; undefined when there is no such series for this actor. */
async function belonging(db: Database, actor: Actor, { seriesId, groupId }: Place) {
	if (!seriesId) return { groupId: groupId ?? null, series: null };
	const series = await visibleSeries(db, actor, seriesId);
	return series && { groupId: groupId ?? series.groupId, series };
}

type Content = Omit<inputs.EventContent, 'alsoOrganisationIds'>;

/** The columns that a form fills in; what it leaves empty becomes empty. */
const columns = (content: Content, groupId: string | null) => ({
	title: content.title,
	seriesId: content.seriesId ?? null,
	groupId,
	alsoGroupIds: content.alsoGroupIds.filter((id) => id !== groupId),
	organisationId: content.organisationId ?? null,
	startTime: content.startTime ?? null,
	endTime: content.endTime ?? null,
	place: content.place ?? null,
	country: content.country ?? null,
	mode: content.mode,
	host: content.host,
	description: content.description ?? null,
	link: content.link ?? null,
	tags: content.tags
});

async function writeOrganisers(
	db: Database,
	eventId: string,
	first: string | null,
	{ alsoOrganisationIds }: Pick<inputs.EventContent, 'alsoOrganisationIds'>
) {
	await db.delete(eventOrganiser).where(eq(eventOrganiser.eventId, eventId));
	const others = alsoOrganisationIds.filter((id) => id !== first);
	if (others.length === 0) return;
	await db.insert(eventOrganiser).values(others.map((organisationId) => ({ id: newId(), eventId, organisationId })));
}

const groupFits = (visibility: string, groupId: string | null) => {
	if (visibility === 'group' && !groupId) throw invalid('groupId', 'agenda_issue_group_needed');
};

export const planEvent = operation({
	name: 'agenda.planEvent',
	input: inputs.event,
	subject: ({ db, actor }, input) => belonging(db, actor, input),
	may: rules.mayPlanEvent,
	cases: planCases,
	about: (_subject, result: { id: string }) => ({ kind: 'event', id: result.id }),
	run: async ({ db, actor, clock, subject, input }) => {
		const { key, startsOn, endsOn = startsOn, state, numbers, ...content } = input;
		if (state === 'done' && endsOn > clock.today()) throw invalid('startsOn', 'agenda_issue_done_in_future');
		if (state === 'planned' && numbers.length > 0) throw invalid('numbers', 'agenda_issue_numbers_of_done');
		await checkOrganisers(db, content);
		const visibility = content.visibility ?? subject.series?.visibility ?? 'members';
		groupFits(visibility, subject.groupId);
		const values = { ...columns(content, subject.groupId), key, startsOn, endsOn, state, visibility };
		const id = newId();
		const [made] = await db
			.insert(event)
			.values({ id, ...values })
			.onConflictDoNothing()
			.returning({ id: event.id });
		if (!made) throw new Conflict('agenda_conflict_event_key_taken');
		await writeOrganisers(db, id, values.organisationId, content);
		await insertNumbers(db, id, numbers);
		if (state === 'done') {
			const done = { eventId: id, kind: 'done' as const, at: clock.now(), byPersonId: actor.personId };
			await db.insert(eventChange).values({ id: newId(), ...done });
		}
		return { id };
	}
});

/** Whoever moves an event to another group or series must be allowed to plan it there. */
async function checkBelonging(
	db: Database,
	actor: Actor,
	before: { seriesId: string | null; groupId: string | null },
	after: Place
) {
	const same = before.seriesId === (after.seriesId ?? null) && before.groupId === (after.groupId ?? null);
	if (same) return before.groupId;
	const place = await belonging(db, actor, after);
	if (!place) throw new NotFound();
	if (!rules.mayPlanEvent(actor, place)) throw new Forbidden();
	return place.groupId;
}

export const changeEvent = operation({
	name: 'agenda.changeEvent',
	input: inputs.eventChange,
	subject: ({ db, actor }, { eventId }) => visibleEvent(db, actor, eventId),
	may: rules.mayRunEvent,
	cases: eventCases,
	about: (subject) => ({ kind: 'event', id: subject.id }),
	run: async ({ db, actor, subject, input: { eventId: _id, ...content } }) => {
		const refusal = rules.cannotChange(subject);
		if (refusal) throw new Conflict(refusal);
		await checkOrganisers(db, content);
		const groupId = await checkBelonging(db, actor, subject, content);
		const visibility = content.visibility ?? subject.visibility;
		groupFits(visibility, groupId);
		const values = { ...columns(content, groupId), visibility };
		await db.update(event).set(marked(subject, values)).where(eq(event.id, subject.id));
		await writeOrganisers(db, subject.id, values.organisationId, content);
	}
});
