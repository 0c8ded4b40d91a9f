// Series: open one, change it, look at them.
import { eq } from 'drizzle-orm';
import { marked } from '#platform/localized.ts';
import { anyone } from '#platform/actor.ts';
import { Conflict, invalid } from '#platform/errors.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { operation, read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { seriesCases } from '../cases.ts';
import { checkOrganisers } from '../organisers.ts';
import { eventList, seriesList, visibleSeries } from '../queries.ts';
import { series } from '../schema.ts';

type Content = { groupId?: string | undefined; visibility: string };

async function checkContent(db: Database, input: Content) {
	if (input.visibility === 'group' && !input.groupId) throw invalid('groupId', 'agenda_issue_group_needed');
	await checkOrganisers(db, input);
}

export const openSeries = operation({
	name: 'agenda.openSeries',
	input: inputs.seriesToOpen,
	may: rules.mayKeepSeries,
	about: (_subject, result: { id: string }) => ({ kind: 'series', id: result.id }),
	run: async ({ db, input }) => {
		await checkContent(db, input);
		const [made] = await db
			.insert(series)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning({ id: series.id });
		if (!made) throw new Conflict('agenda_conflict_series_key_taken');
		return { id: made.id };
	}
});

export const changeSeries = operation({
	name: 'agenda.changeSeries',
	input: inputs.seriesChange,
	subject: ({ db, actor }, { seriesId }) => visibleSeries(db, actor, seriesId),
	may: rules.mayKeepSeries,
	about: (subject) => ({ kind: 'series', id: subject.id }),
	run: async ({ db, subject, input: { seriesId: _id, ...values } }) => {
		await checkContent(db, values);
		await db
			.update(series)
			.set(marked(subject, { ...values, groupId: values.groupId ?? null, description: values.description ?? null }))
			.where(eq(series.id, subject.id));
	}
});

export const listSeries = read({
	name: 'agenda.listSeries',
	input: inputs.nothing,
	may: anyone,
	run: ({ db, actor, clock }) => seriesList(db, actor, clock.today())
});

export const showSeries = read({
	name: 'agenda.showSeries',
	input: inputs.seriesPage,
	subject: ({ db, actor }, { seriesId }) => visibleSeries(db, actor, seriesId),
	may: rules.maySeeSeries,
	cases: seriesCases,
	run: async ({ db, actor, clock, subject, input: { page } }) => {
		const today = clock.today();
		const [listed] = await seriesList(db, actor, today, subject.id);
		const { group, done, planned, nextOn, lastOn } = listed!;
		return {
			series: { ...subject, group },
			counts: { done, planned, nextOn, lastOn },
			events: await eventList(db, actor, today, { show: 'all', seriesId: subject.id, page }),
			may: {
				change: rules.mayKeepSeries(actor),
				plan: rules.mayPlanEvent(actor, { groupId: subject.groupId, series: subject })
			}
		};
	}
});
