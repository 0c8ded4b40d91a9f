// One way of writing for what a file may say or leave unsaid: what is usual is not written.
import { isRaw } from './plan-file-names.ts';
import type { FilePromise } from './plan-file-promises.ts';
import type { PromiseKind } from './plan-file-words.ts';
import type { PlanFile } from './plan-file.ts';

/** Where a promise stands when the file does not say. */
export const usualPlace = { output: 'output', ambition: 'ambition', commitment: 'text' } as const;
/** Who sees a promise when neither it nor the plan says so. */
export const usualVisibility = 'members';

const usual: Readonly<Record<string, unknown>> = { across: false, main: false, slack_days: 0, state: 'open' };

function without(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(without);
	if (!isRaw(value)) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, inner]) => {
			if (inner === undefined || (name in usual && inner === usual[name])) return [];
			return [[name, name === 'target' || name === 'figures' ? inner : without(inner)]];
		})
	);
}

/** The same file without what goes without saying. Two files that say the same are then equal as data. */
export function withoutDefaults(file: PlanFile): PlanFile {
	const plain = without(file) as PlanFile;
	const visibility = plain.plan.visibility ?? usualVisibility;
	const promise = (kind: PromiseKind) => (one: FilePromise) => {
		const { stands_in: standsIn, visibility: own, ...rest } = one;
		return {
			...rest,
			...(standsIn !== undefined && standsIn !== usualPlace[kind] && { stands_in: standsIn }),
			...(own !== undefined && own !== visibility && { visibility: own })
		};
	};
	const { visibility: _said, ...plan } = plain.plan;
	return {
		...plain,
		plan: { ...plan, ...(visibility !== usualVisibility && { visibility }) },
		...(plain.sections && {
			sections: plain.sections.map((section) => ({
				...section,
				...(section.activities && {
					activities: section.activities.map((activity) => ({
						...activity,
						...(activity.ambitions && { ambitions: activity.ambitions.map(promise('ambition')) }),
						...(activity.outputs && { outputs: activity.outputs.map(promise('output')) })
					}))
				})
			}))
		}),
		...(plain.commitments && { commitments: plain.commitments.map(promise('commitment')) })
	};
}
