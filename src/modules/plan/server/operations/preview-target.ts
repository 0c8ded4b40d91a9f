// A target before it is saved: its sentence, and what it would read today.
import { Invalid, type Issue } from '#platform/errors.ts';
import { read } from '#platform/server/operation.ts';
import { targetPreview } from '../../edit-inputs.ts';
import { listAt, rawAt, type Raw } from '../../plan-file-names.ts';
import { promiseIn } from '../../plan-places.ts';
import { windowsOf } from '../../promise-form.ts';
import * as rules from '../../rules.ts';
import { checkTarget } from '../../targets/check.ts';
import type { Window } from '../../targets/periods.ts';
import { readingText } from '../../targets/reading-text.ts';
import { targetText } from '../../targets/sentence.ts';
import type { Status } from '../../targets/status.ts';
import { partsOf, type Target } from '../../targets/target.ts';
import { whyText } from '../../targets/why.ts';
import { planForEdit, planOfEdit, type EditedPlan } from '../edit-plan.ts';
import { readFormTarget } from '../promise-edit.ts';
import type { PromiseRow } from '../promises.ts';
import { contextOf, readPromises, type Context } from '../reading.ts';

export type TargetPreview = { sentence: string | null; reading: string; status: Status | null; why: string };

const isWindow = (window: Raw) =>
	typeof window.starts_on === 'string' && typeof window.ends_on === 'string' && window.starts_on <= window.ends_on;

const asWindow = (window: Raw): Window =>
	({
		key: window.key,
		startsOn: window.starts_on,
		endsOn: window.ends_on,
		slackDays: window.slack_days ?? 0
	}) as Window;

const keysOf = (things: ReadonlyMap<string, unknown>) => new Set(things.keys());

/** What does not fit what is there: records, triggers and calendars that do not exist, windows that are not named. */
function problems(target: Target, windows: readonly Window[], { names, resolve }: Context): Issue[] {
	return checkTarget(target, {
		kinds: resolve.kinds,
		references: new Map([...names.things].map(([refersTo, byKey]) => [refersTo, keysOf(byKey)])),
		windows: new Set(windows.map(({ key }) => key)),
		triggers: keysOf(names.triggers),
		calendars: keysOf(names.calendars)
	});
}

/** A promise that is not in the plan yet, to be read as if it were. */
const imagined = (plan: EditedPlan, target: Target, windows: Window[]): PromiseRow => ({
	id: '00000000-0000-0000-0000-000000000000',
	code: 'preview',
	kind: 'output',
	title: plan.title,
	target,
	visibility: 'bureau',
	parentId: null,
	activityId: null,
	ownerPersonId: null,
	ownerName: null,
	ownerRole: null,
	withdrawnOn: null,
	windows,
	conditions: [],
	sameAs: []
});

export const previewTarget = read({
	name: 'plan.previewTarget',
	input: targetPreview,
	subject: planOfEdit,
	may: rules.mayEditPlan,
	run: async ({ subject, input, db, clock, locale }): Promise<TargetPreview> => {
		const { target, atFields } = readFormTarget(input, { locale });
		if (!target) return { sentence: null, reading: '', status: null, why: '' };
		const file = await planForEdit(db, subject.id);
		const was = input.code === undefined ? undefined : promiseIn(file, input.code)?.thing.value;
		const windows = listAt(windowsOf(input.windows, was?.windows, file))
			.map(rawAt)
			.filter(isWindow)
			.map(asWindow);
		const today = clock.today();
		const context = await contextOf(db, subject, today);
		const issues = problems(target, windows, context);
		if (issues.length > 0) throw new Invalid(atFields(issues, locale));
		const [one] = await readPromises(db, [imagined(subject, target, windows)], context, today);
		const { reading } = one!;
		return {
			sentence: targetText(target, windows, context.names, locale),
			reading: readingText(partsOf(target), reading.parts, locale),
			status: reading.status,
			why: whyText({ target, reading, today, names: context.names, locale })
		};
	}
});
