// A plan as one keeps it: whether it was adopted, what can be changed in it, its versions and its last changes.
import { z } from 'zod';
import { key } from '#platform/input.ts';
import { personName } from '#modules/members/server/public.ts';
import { read } from '#platform/server/operation.ts';
import { changeWords } from '../../change-words.ts';
import { topGroups } from '../../edit-places.ts';
import { subjectTitle } from '../../plan-compare.ts';
import { thingsOf } from '../../plan-places.ts';
import * as rules from '../../rules.ts';
import { changeNames } from '../change-names.ts';
import { planForEdit, planOfEdit } from '../edit-plan.ts';
import { changesOf } from '../history.ts';
import { versionsOf } from '../plan-versions.ts';
import { deedsOf } from './show-history.ts';

/** As many as one reads; all of them stand in "what changed since". */
const lastChanges = 40;

export const showPlan = read({
	name: 'plan.showPlan',
	input: z.object({ plan: key }),
	subject: planOfEdit,
	may: rules.mayExportPlan,
	run: async ({ db, actor, clock, locale, subject }) => {
		const file = await planForEdit(db, subject.id);
		const changes = await changesOf(db, { planId: subject.id, limit: lastChanges });
		const names = await changeNames(
			db,
			locale,
			[file],
			changes.flatMap(({ before, after }) => [before, after])
		);
		const { key: planKey, title, startsOn, endsOn, adoptedOn, adoptedById } = subject;
		return {
			plan: { key: planKey, title, startsOn, endsOn, adoptedOn },
			adoptedBy: adoptedById === null ? null : ((await personName(db, adoptedById)) ?? null),
			today: clock.today(),
			lists: Object.values(topGroups)
				.flat()
				.map((place) => ({ place, number: thingsOf(file, place).length })),
			versions: await versionsOf(db, subject.id, locale),
			deeds: deedsOf(changes, (change) => ({
				...changeWords(change, names),
				subject: subjectTitle(file, change.subject, locale)
			})),
			may: { edit: rules.mayEditPlan(actor), adopt: rules.mayAdoptPlan(actor) && adoptedOn === null }
		};
	}
});
