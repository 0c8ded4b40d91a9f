// A report as a file: Word, spreadsheet, or a web page that stands by itself.
import { theAssociation } from '#platform/server/association.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { read } from '#platform/server/operation.ts';
import { factVisibleIn } from '#platform/server/views.ts';
import * as inputs from '../../inputs.ts';
import * as rules from '../../rules.ts';
import { reportCases } from '../cases.ts';
import type { Documented, ReaderRecord } from '../documents/documented.ts';
import { correctedLines } from '../lines.ts';
import { visibleReport, type ReportRow } from '../queries.ts';
import { reportView } from '../report-view.ts';

/** A file goes from hand to hand: it tells what the report's reader may see, and nothing about persons. */
const MOST_RECORDS = 20_000;

const recordsFor = (db: Database, report: ReportRow) =>
	rows<ReaderRecord>(
		db,
		sql`select l.code, f.kind, f.starts_on as "on", f.title from report_line l join report_evidence e on e.line_id = l.id
			join fact f on f.id = e.fact_id and f.kind = e.kind
			where l.report_id = ${report.id} and f.person_id is null and ${factVisibleIn(rules.readerOf(report), 'f')}
			order by l.position, f.starts_on, f.id limit ${MOST_RECORDS}`
	);

const types = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	html: 'text/html; charset=utf-8'
};

/** Loaded when somebody asks for one: together they weigh more than the rest of the server. */
const makers = {
	docx: async (documented: Documented, locale: 'nl' | 'en') =>
		(await import('../documents/docx.ts')).docxOf(documented, locale),
	xlsx: async (documented: Documented, locale: 'nl' | 'en') =>
		(await import('../documents/xlsx.ts')).xlsxOf(documented, locale),
	html: async (documented: Documented, locale: 'nl' | 'en') =>
		Buffer.from((await import('../documents/html.ts')).htmlOf(documented, locale))
};

/** In the language of who asks. */
export const exportReport = read({
	name: 'reports.exportReport',
	input: inputs.exported,
	subject: ({ db, actor }, { reportId }) => visibleReport(db, actor, reportId),
	may: rules.maySeeReport,
	cases: reportCases,
	run: async ({ db, clock, locale, subject, input: { format } }) => {
		const association = await theAssociation(db);
		const isFrozen = subject.frozenOn !== null;
		const documented: Documented = {
			report: await reportView(db, subject, clock.today()),
			association: association?.name ?? { nl: 'Schakel', en: 'Schakel' },
			isExample: association?.isExample ?? false,
			corrected: isFrozen ? await correctedLines(db, subject) : [],
			records: isFrozen ? await recordsFor(db, subject) : []
		};
		return {
			name: `${subject.key}.${locale}.${format}`,
			type: types[format],
			bytes: await makers[format](documented, locale)
		};
	}
});
