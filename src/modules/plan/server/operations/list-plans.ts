// The plans that are here, with how much each promises: for who imports and takes them with them.
import { z } from 'zod';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import { rows, sql } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import * as rules from '../../rules.ts';

export type ListedPlan = {
	key: string;
	title: Localized;
	startsOn: Day;
	endsOn: Day;
	adoptedOn: Day | null;
	activities: number;
	outputs: number;
	ambitions: number;
	commitments: number;
};

export const listPlans = read({
	name: 'plan.listPlans',
	input: z.object({}),
	may: rules.mayExportPlan,
	run: ({ db }) =>
		rows<ListedPlan>(
			db,
			sql`select p.key, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn", p.adopted_on as "adoptedOn",
					(select count(*) from activity a where a.plan_id = p.id) as activities,
					count(r.id) filter (where r.kind = 'output') as outputs,
					count(r.id) filter (where r.kind = 'ambition') as ambitions,
					count(r.id) filter (where r.kind = 'commitment') as commitments
				from plan p left join promise r on r.plan_id = p.id
				group by p.id order by p.starts_on desc, p.key`
		)
});
