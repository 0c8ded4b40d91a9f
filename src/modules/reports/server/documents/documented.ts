// What the files of a report are made from: the report as its page shows it, whose it is, and what was corrected since.
import type { Localized } from '#platform/localized.ts';
import type { Day } from '#platform/day.ts';
import type { Corrected, ReportView } from '../../report-view.ts';

export type ReaderRecord = { code: string; kind: string; on: Day; title: Localized };

export type Documented = {
	report: ReportView;
	association: Localized;
	/** Then every page of it says that it is simulated. */
	isExample: boolean;
	corrected: Corrected[];
	/** The records behind it that its reader may see, nothing about persons among them. */
	records: ReaderRecord[];
};
