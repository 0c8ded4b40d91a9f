// What forms and filters of the agenda offer to choose from.
import { group } from '#modules/groups/server/schema.ts';
import { organisation } from '#modules/members/server/schema.ts';
import { anyone } from '#platform/actor.ts';
import { rows, sql } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { eventVisibleTo, seriesVisibleTo, type NamedRecord } from '../queries.ts';
import { event, series } from '../schema.ts';

/** Groups that organise something that the reader may see. */
export const listOrganisingGroups = read({
	name: 'agenda.listOrganisingGroups',
	input: inputs.nothing,
	may: anyone,
	run: ({ db, actor }) =>
		rows<NamedRecord>(
			db,
			sql`select ${group.id}, ${group.name} from ${group} where ${group.id} in (
					select ${event.groupId} from ${event} where ${eventVisibleTo(actor)}
					union select ${series.groupId} from ${series} where ${seriesVisibleTo(actor)})
				order by coalesce(${group.name}->>'nl', ${group.name}->>'en') collate "und-x-icu"`
		)
});

/** Series, groups and organisations that an event can belong to. */
export const listPlanningChoices = read({
	name: 'agenda.listPlanningChoices',
	input: inputs.nothing,
	may: rules.mayPlanSomewhere,
	run: async ({ db, actor }) => {
		const byName = (name: unknown) => sql`coalesce(${name}->>'nl', ${name}->>'en') collate "und-x-icu"`;
		const allSeries = await rows<NamedRecord & { groupId: string | null }>(
			db,
			sql`select ${series.id}, ${series.name}, ${series.groupId} as "groupId" from ${series}
				where ${seriesVisibleTo(actor)} order by ${byName(series.name)}`
		);
		const groups = await rows<NamedRecord>(
			db,
			sql`select ${group.id}, ${group.name} from ${group} order by ${byName(group.name)}`
		);
		const organisations = await rows<NamedRecord>(
			db,
			sql`select ${organisation.id}, ${organisation.name} from ${organisation} order by ${byName(organisation.name)}`
		);
		const fits = (groupId: string | null, seriesOf: { groupId: string | null } | null) =>
			rules.mayPlanEvent(actor, { groupId, series: seriesOf });
		return {
			series: allSeries.filter((one) => fits(one.groupId, one)),
			/** Those for which the reader may plan. */
			groups: groups.filter(({ id }) => fits(id, null)),
			/** Whether an event may be of no group at all. */
			mayBeOfNoGroup: fits(null, null),
			/** Those that may organise along. */
			allGroups: groups,
			organisations
		};
	}
});
