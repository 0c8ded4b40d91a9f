// The scenes that show every component in every state, with what they are rendered with.
import { yearRows } from './year-rows.ts';

export const scenes: Record<string, Record<string, unknown>> = {
	Forms: {},
	Parts: {},
	Year: { plan: yearRows }
};
