// The parts of a plan that a report can be about, for screens.
import type { PlanScopeKind } from '#modules/plan/plan-scope.ts';

export type ScopeKind = PlanScopeKind;
