// The year on one page: every promise the actor may see, narrowed down by what the address asks.
import { read, type Caller } from '#platform/server/operation.ts';
import { yearFilter } from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { planOn } from '../promises.ts';
import { countOf, rowsOf, type ShownRow } from '../../year-view.ts';
import { yearOf } from '../year.ts';
import { choicesOf, filterOf, narrowed } from '../year-filter.ts';

/** The plan of today, for who may see it: for others there is none. */
export async function currentPlan({ db, actor, clock }: Caller) {
	const plan = await planOn(db, clock.today());
	return plan && rules.maySeePlan(actor, plan) ? plan : undefined;
}

export const planCases = {
	'public plan': { visibility: 'public' },
	'plan for members': { visibility: 'members' },
	'plan of the bureau': { visibility: 'bureau' }
} as const;

export const showYear = read({
	name: 'plan.showYear',
	input: yearFilter,
	subject: currentPlan,
	may: rules.maySeePlan,
	cases: planCases,
	run: async ({ input, subject, ...caller }) => {
		const { db, actor, clock, locale } = caller;
		const year = await yearOf(db, actor, subject, { today: clock.today(), locale, show: 'repeated' });
		const passes = await filterOf(db, subject, input, locale);
		const sections = narrowed(year.sections, passes, input.core_task);
		const inText = input.core_task ? [] : year.inText.filter(passes);
		const ofStatus = (row: ShownRow) => !input.status || row.status === input.status;
		return {
			...year,
			sections: narrowed(sections, ofStatus),
			inText: inText.filter(ofStatus),
			// Of what passes in every status, so that one can be chosen.
			outputs: countOf(sections),
			activities: sections.reduce((sum, section) => sum + section.activities.length, 0),
			filter: input,
			choices: await choicesOf(db, subject, rowsOf(year.sections), locale)
		};
	}
});
