// Takes a file with facts in: all of it, or nothing of it. Told again it changes nothing; told otherwise it is a correction.
import type { DayForm, DayOrder } from '#platform/cells.ts';
import type { Day } from '#platform/day.ts';
import { Invalid, type Issue } from '#platform/errors.ts';
import type { Localized } from '#platform/localized.ts';
import { meant } from '#platform/nearest.ts';
import { writeAuditLines } from '#platform/server/audit.ts';
import { sql } from '#platform/server/database.ts';
import type { Caller } from '#platform/server/operation.ts';
import { openTable, type Encoding } from '#platform/server/table-file.ts';
import { findings as newFindings, inOrder, type Findings, type TableRow } from '#platform/table.ts';
import { knownColumns } from '../fact-columns.ts';
import { mostFactRows } from '../inputs.ts';
import { readFact } from '../read-fact.ts';
import { differenceInWords, differences, fates, type Fate, type ToldFact } from '../reported-fact.ts';
import { judge, newCourse, type Course, type Judged } from './fact-fates.ts';
import { correctFact, insertFacts, withdrawFact } from './fact-rows.ts';
import { knownThings } from './known.ts';

const batchRows = 500;
/** Rows that a dry run shows one by one. */
const mostShown = 200;

export type FactFile = { file: Blob; source: string | undefined; days: DayOrder | undefined };

/** A row as a dry run shows it; rows that change nothing are only counted. */
export type ShownRow = {
	row: number;
	fate: Fate;
	externalId: string;
	kind: string | null;
	startsOn: Day | null;
	title: Localized | null;
	changed: string[];
};

export type ImportReport = {
	rows: number;
	fates: Record<Fate, number>;
	/** How days were written, and how often. */
	dayForms: Partial<Record<DayForm, number>>;
	encoding: Encoding;
	separator: string | undefined;
	shown: ShownRow[];
};

const shownRow = ({ row, fate, fact, values, before }: Judged): ShownRow => ({
	row,
	fate,
	externalId: fact.externalId,
	kind: (values ?? before?.values)?.kind ?? null,
	startsOn: (values ?? before?.values)?.startsOn ?? null,
	title: (values ?? before?.values)?.title ?? null,
	changed: fate === 'corrected' && values && before ? differences(before.values, values) : []
});

const auditOperation = 'intake.importFacts';

async function write(caller: Caller, judged: readonly Judged[]): Promise<void> {
	const { db, clock } = caller;
	const fresh = judged.filter(({ fate }) => fate === 'new');
	await insertFacts(
		db,
		fresh.map(({ id, fact, values }) => ({ id, source: fact.source, externalId: fact.externalId, values: values! }))
	);
	const lines = [];
	for (const { fate, id, before, values } of judged) {
		if (fate === 'corrected' || fate === 'back') await correctFact(db, before!, values!);
		else if (fate === 'withdrawn') await withdrawFact(db, id, clock.now());
		else continue;
		const changes = values ? differenceInWords(before!.values, values) : '';
		const reason = [fate, changes].filter(Boolean).join(': ');
		lines.push({ operation: auditOperation, about: { kind: 'reported_fact', id }, reason });
	}
	await writeAuditLines(caller, lines);
}

/** Names of columns that nobody knows. */
function checkColumns(row: number, names: Iterable<string>, known: ReadonlySet<string>, findings: Findings): void {
	for (const name of names) {
		if (name === '' || known.has(name)) continue;
		const { near } = meant(name, known);
		const code = near ? 'platform_issue_table_unknown_column_near' : 'platform_issue_table_unknown_column';
		findings.add(row, name, { code, params: { column: name, near } });
	}
}

type Reading = { course: Course; report: ImportReport; columns: ReadonlySet<string>; isJson: boolean };

/** The fact of a row; undefined when something is wrong with it. */
function readRow({ course, report, columns, isJson }: Reading, row: TableRow): ToldFact | undefined {
	report.rows += 1;
	if (isJson) checkColumns(row.row, row.cells.keys(), columns, course.findings);
	const { fact, dayForms, wrongs } = readFact(row, course.known);
	for (const form of dayForms) report.dayForms[form] = (report.dayForms[form] ?? 0) + 1;
	for (const { column, wrong } of wrongs) course.findings.add(row.row, column, wrong);
	return fact;
}

async function takeBatch(
	caller: Caller,
	{ course, report }: Reading,
	batch: Parameters<typeof judge>[1],
	isDryRun: boolean
) {
	const judged = await judge(course, batch);
	for (const one of judged) {
		report.fates[one.fate] += 1;
		if (one.fate !== 'same' && report.shown.length < mostShown) report.shown.push(shownRow(one));
	}
	// Once something is wrong all will be taken back: the rest is only looked at.
	if (!isDryRun && course.findings.issues.length === 0) await write(caller, judged);
}

async function go(
	caller: Caller,
	{ file, source, days }: FactFile,
	findings: Findings,
	isDryRun: boolean
): Promise<ImportReport> {
	const table = await openTable(file, mostFactRows);
	const known = await knownThings(caller, { source, dayOrder: days });
	const report: ImportReport = {
		rows: 0,
		fates: Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>,
		dayForms: {},
		encoding: table.encoding,
		separator: table.separator,
		shown: []
	};
	const columns = knownColumns(known.kinds);
	checkColumns(1, table.columns, columns, findings);
	const reading = {
		course: newCourse(caller.db, known, findings),
		report,
		columns,
		isJson: table.separator === undefined
	};
	let batch: { row: number; fact: ToldFact }[] = [];
	for await (const row of table.rows) {
		const fact = readRow(reading, row);
		if (fact) batch.push({ row: row.row, fact });
		if (findings.isFull) break;
		if (batch.length < batchRows) continue;
		await takeBatch(caller, reading, batch, isDryRun);
		batch = [];
	}
	await takeBatch(caller, reading, batch, isDryRun);
	return report;
}

/** Takes the file in. Throws Invalid with everything that is wrong, by row and column; the caller's transaction takes all back. */
export async function takeFacts(caller: Caller, file: FactFile): Promise<ImportReport> {
	// One at a time: two files that tell the same fact must not both find it new.
	await caller.db.execute(sql`select pg_advisory_xact_lock(hashtext('schakel.intake.facts'))`);
	const findings = newFindings();
	const report = await go(caller, file, findings, false);
	if (findings.issues.length > 0) throw new Invalid(inOrder(findings.issues));
	return report;
}

/** What would become of the file: every row's fate, and what is wrong. Writes nothing. */
export async function tryFacts(
	caller: Caller,
	file: FactFile
): Promise<{ report: ImportReport | null; issues: Issue[] }> {
	const findings = newFindings();
	try {
		return { report: await go(caller, file, findings, true), issues: inOrder(findings.issues) };
	} catch (error) {
		if (error instanceof Invalid) return { report: null, issues: [...findings.issues, ...error.issues] };
		throw error;
	}
}
