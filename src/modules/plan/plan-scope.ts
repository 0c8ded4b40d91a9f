// A part of a plan, and how each promise in it is read: what reports are made from.
import type { CourseInput } from '#platform/course.ts';
import type { Day } from '#platform/day.ts';
import type { Localized } from '#platform/localized.ts';
import type { Visibility } from '#platform/visibility.ts';
import type { PromiseKind } from './plan-file-words.ts';
import type { Window } from './targets/periods.ts';
import type { Question } from './targets/question.ts';
import type { PartReading, Status } from './targets/status.ts';
import type { Target } from './targets/target.ts';
import type { ShownRow } from './year-view.ts';

export const planScopeKinds = [
	'plan',
	'core-task',
	'programme',
	'goal',
	'value-strategy',
	'theme',
	'priority',
	'activities'
] as const;
export type PlanScopeKind = (typeof planScopeKinds)[number];

/** `codes` are the codes or keys that the plan itself uses; none for the whole plan, several only for activities. */
export type PlanScope = { kind: PlanScopeKind; codes: readonly string[] };

export type Named = { code: string; title: Localized };
export type Both = Required<Localized>;

export type ScopePart = Pick<
	PartReading,
	'status' | 'value' | 'wanted' | 'planned' | 'forecast' | 'startsOn' | 'endsOn'
> & {
	sentence: Both;
	reading: Both;
	why: Both;
	/** Null when nothing of it runs through time. */
	course: CourseInput | null;
};

export type ScopeRow = {
	promiseId: string;
	code: string;
	kind: PromiseKind;
	title: Localized;
	visibility: Visibility;
	coreTask: Named | null;
	/** The table of the plan, and the row in it. */
	section: Named | null;
	activity: Named | null;
	ownerPersonId: string | null;
	target: Target | null;
	windows: Window[];
	/** Null when it has no target. */
	sentence: Both | null;
	reading: Both;
	/** The rule's own sentence. */
	why: Both;
	status: Status;
	/** What was computed, when a person overruled it. */
	computed: Status | null;
	/** A person found it so: nothing can be counted. */
	isJudged: boolean;
	openConditions: number;
	parts: ScopePart[];
	strip: ShownRow['strip'];
	/** To ask for the records behind it; nothing to keep. */
	questions: readonly Question[];
};

export type ScopeChoice = { kind: PlanScopeKind; code: string; title: Localized };

/** A record that a number rests on: no name and no title, so that a person can be erased and the figures stay. */
export type EvidenceKey = {
	kind: string;
	id: string;
	on: Day;
	organisationId: string | null;
	/** Changes when the record's own days or number change, so that a correction can be told from a later addition. */
	key: string;
};
