// The public account at three depths: the whole year, a table of the plan, an activity. Live figures of what the bureau made public.
import { NotFound } from '#platform/errors.ts';
import { visitor } from '#platform/actor.ts';
import { optional } from '#platform/input.ts';
import { read } from '#platform/server/operation.ts';
import { z } from 'zod';
import { code } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { countOf } from '../../year-view.ts';
import { accountDetails, accountTexts } from '../account-details.ts';
import { yearOf } from '../year.ts';
import { currentPlan, planCases } from './show-year.ts';

export const showAccount = read({
	name: 'plan.showAccount',
	input: z.object({ section: optional(code), activity: optional(code) }),
	subject: currentPlan,
	may: rules.maySeePlan,
	cases: planCases,
	run: async ({ db, clock, locale, subject, input }) => {
		// Whoever looks sees what the public sees, so that nobody mistakes an inside page for the public one.
		const year = await yearOf(db, visitor, subject, { today: clock.today(), locale });
		const sections = year.sections.map((section) => ({ ...section, counts: countOf([section]) }));
		const section = input.section ? sections.find(({ code }) => code === input.section) : undefined;
		if (input.section && !section) throw new NotFound();
		const activity = input.activity ? section?.activities.find(({ code }) => code === input.activity) : undefined;
		if (input.activity && !activity) throw new NotFound();
		return {
			plan: subject,
			today: year.today,
			outputs: year.outputs,
			sections,
			section,
			activity,
			texts: await accountTexts(db, subject),
			details: activity && (await accountDetails(db, subject, activity.code, { today: year.today, locale }))
		};
	}
});
