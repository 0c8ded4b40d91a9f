// The rows of the Year page in the pictures: titles and windows of a real plan, marks and readings invented.
import type { Status } from '#platform/ui/status.ts';
import rows from './year-rows.json' with { type: 'json' };

export type Row = {
	title: string;
	titleEn: string;
	windows: [from: string, until: string][];
	done: string[];
	planned: string[];
	holds?: boolean;
	reading: string;
	status: Status;
};
type Named = { title: string; titleEn: string };
export type CoreTask = Named & { activities: (Named & { rows: Row[] })[] };

export const yearRows = rows as CoreTask[];
