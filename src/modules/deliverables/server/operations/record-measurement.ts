// Measurements: say what is measured, record a value, look at the course of it.
import { desc, eq, sql } from 'drizzle-orm';
import { organisation } from '#modules/members/server/schema.ts';
import { marked } from '#platform/localized.ts';
import { anyone } from '#platform/actor.ts';
import { Conflict } from '#platform/errors.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { plainCases } from '../cases.ts';
import { notInFuture } from '../changes.ts';
import { measuredThingList } from '../lists.ts';
import { seenBy, visibleMeasuredThing } from '../queries.ts';
import { measuredThing, measurement } from '../schema.ts';

const aboutThing = (subject: { id: string }) => ({ kind: 'measurement', id: subject.id });

export const addMeasuredThing = operation({
	name: 'deliverables.addMeasuredThing',
	input: inputs.measuredThing,
	may: rules.mayKeep,
	about: (_subject, result: { id: string }) => ({ kind: 'measurement', id: result.id }),
	run: async ({ db, input }) => {
		const [made] = await db
			.insert(measuredThing)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning({ id: measuredThing.id });
		if (!made) throw new Conflict('deliverables_conflict_key_taken');
		return { id: made.id };
	}
});

export const changeMeasuredThing = operation({
	name: 'deliverables.changeMeasuredThing',
	input: inputs.measuredThingChange,
	subject: ({ db, actor }, { measuredThingId }) => visibleMeasuredThing(db, actor, measuredThingId),
	may: rules.mayKeep,
	about: aboutThing,
	run: async ({ db, subject, input: { title, description = null, unit = null, visibility } }) => {
		await db
			.update(measuredThing)
			.set(marked(subject, { title, description, unit, visibility }))
			.where(eq(measuredThing.id, subject.id));
	}
});

export const recordMeasurement = operation({
	name: 'deliverables.recordMeasurement',
	input: inputs.measurement,
	subject: ({ db, actor }, { measuredThingId }) => visibleMeasuredThing(db, actor, measuredThingId),
	may: rules.mayKeep,
	about: aboutThing,
	run: async ({ db, clock, input }) => {
		notInFuture('measuredOn', input.measuredOn, clock.today());
		await checkReferences(db, [{ path: 'organisationId', table: organisation, id: input.organisationId }]);
		const id = newId();
		await db.insert(measurement).values({ id, ...input });
		return { id };
	}
});

/** Takes away a value that was recorded wrongly; who and why stand in the audit trail. */
export const removeMeasurement = operation({
	name: 'deliverables.removeMeasurement',
	input: inputs.measurementToRemove,
	subject: async ({ db, actor }, { measurementId }) => {
		const [found] = await db
			.select({ id: measuredThing.id })
			.from(measurement)
			.innerJoin(measuredThing, eq(measuredThing.id, measurement.measuredThingId))
			.where(sql`${measurement.id} = ${measurementId} and ${seenBy(actor, measuredThing)}`);
		return found;
	},
	may: rules.mayKeep,
	about: aboutThing,
	reason: ({ why }) => why,
	run: async ({ db, input }) => {
		await db.delete(measurement).where(eq(measurement.id, input.measurementId));
	}
});

export const listMeasuredThings = read({
	name: 'deliverables.listMeasuredThings',
	input: inputs.list,
	may: anyone,
	run: async ({ db, actor, input }) => ({ ...(await measuredThingList(db, actor, input)), asked: input })
});

export const showMeasuredThing = read({
	name: 'deliverables.showMeasuredThing',
	input: inputs.measuredThingId,
	subject: ({ db, actor }, { measuredThingId }) => visibleMeasuredThing(db, actor, measuredThingId),
	may: rules.maySeeDeliverable,
	cases: plainCases,
	run: async ({ db, actor, subject }) => ({
		measuredThing: subject,
		/** Newest first. */
		measurements: await db
			.select({
				id: measurement.id,
				value: measurement.value,
				measuredOn: measurement.measuredOn,
				source: measurement.source,
				answers: measurement.answers,
				organisation: organisation.name
			})
			.from(measurement)
			.leftJoin(organisation, eq(organisation.id, measurement.organisationId))
			.where(eq(measurement.measuredThingId, subject.id))
			.orderBy(desc(measurement.measuredOn), desc(measurement.id))
			.limit(1000),
		may: { keep: rules.mayKeep(actor) }
	})
});
