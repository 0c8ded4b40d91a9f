// What happened is not undone by a file that says nothing about it: ticks, fired triggers, owners, adoption, withdrawals.
import type { Localized } from '#platform/localized.ts';
import type { FileCondition, FilePromise } from './plan-file-promises.ts';
import type { PlanFile } from './plan-file.ts';

/** Every promise of a file, whichever its kind. */
export const promisesIn = (file: PlanFile): FilePromise[] => [
	...(file.sections ?? []).flatMap((section) =>
		(section.activities ?? []).flatMap((activity) => [...(activity.ambitions ?? []), ...(activity.outputs ?? [])])
	),
	...(file.commitments ?? [])
];

/** The file with every promise replaced. */
function mapPromises(file: PlanFile, change: <Promised extends FilePromise>(promise: Promised) => Promised): PlanFile {
	const sections = file.sections?.map((section) => ({
		...section,
		...(section.activities && {
			activities: section.activities.map((activity) => ({
				...activity,
				...(activity.ambitions && { ambitions: activity.ambitions.map(change) }),
				...(activity.outputs && { outputs: activity.outputs.map(change) })
			}))
		})
	}));
	return {
		...file,
		...(sections && { sections }),
		...(file.commitments && { commitments: file.commitments.map(change) })
	};
}

const sameText = (a: Localized, b: Localized) =>
	(a.nl !== undefined && a.nl === b.nl) || (a.en !== undefined && a.en === b.en);

/** A tick stays with the words it was given for; a condition in other words is another condition. */
function keepTick(condition: FileCondition, current: readonly FileCondition[]): FileCondition {
	if (condition.met_on !== undefined) return condition;
	const was = current.find((each) => sameText(each.text, condition.text));
	if (was?.met_on === undefined) return condition;
	return { ...condition, met_on: was.met_on, met_by: was.met_by, met_source: was.met_source };
}

function keepOfPromise<Promised extends FilePromise>(promise: Promised, was: FilePromise | undefined): Promised {
	if (!was) return promise;
	const conditions = promise.conditions?.map((condition) => keepTick(condition, was.conditions ?? []));
	return {
		...promise,
		...(promise.owner === undefined && was.owner !== undefined && { owner: was.owner }),
		...(promise.withdrawn === undefined && was.withdrawn !== undefined && { withdrawn: was.withdrawn }),
		...(conditions && { conditions })
	};
}

/** `file` as it is to be stored over `current`. */
export function keepWhatHappened(file: PlanFile, current: PlanFile): PlanFile {
	const promises = new Map(promisesIn(current).map((promise) => [promise.code, promise]));
	const triggers = new Map((current.triggers ?? []).map((trigger) => [trigger.key, trigger]));
	const kept = mapPromises(file, (promise) => keepOfPromise(promise, promises.get(promise.code)));
	const { adopted_on: adoptedOn = current.plan.adopted_on } = file.plan;
	return {
		...kept,
		plan: { ...kept.plan, ...(adoptedOn !== undefined && { adopted_on: adoptedOn }) },
		...(kept.triggers && {
			triggers: kept.triggers.map((trigger) => {
				const was = triggers.get(trigger.key);
				if (trigger.state !== undefined || was?.state === undefined) return trigger;
				return { ...trigger, state: was.state, on: was.on, by: was.by, why: was.why };
			})
		})
	};
}
