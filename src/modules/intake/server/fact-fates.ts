// What becomes of each row of a file with facts: new, the same, corrected, withdrawn, back; or what is wrong with it.
import { newId } from '#platform/server/id.ts';
import type { Database } from '#platform/server/database.ts';
import type { Findings } from '#platform/table.ts';
import type { Known } from '../read-fact.ts';
import { differences, fingerprint, type Fate, type FactValues, type Told, type ToldFact } from '../reported-fact.ts';
import {
	factsThere,
	keyOf,
	publishedId,
	replacedBy,
	storedFacts,
	subjectsThere,
	type StoredFact
} from './fact-rows.ts';

export type Judged = {
	row: number;
	fact: ToldFact;
	id: string;
	/** Null: it is withdrawn, or was never told. */
	values: FactValues | null;
	before: StoredFact | undefined;
	fate: Fate;
};

/** What the rows before said, over the whole file. */
export type Course = {
	db: Database;
	known: Known;
	knownIds: ReadonlySet<string>;
	findings: Findings;
	seen: Map<string, { row: number; print: string; publishedId: string | null }>;
	/** Which fact of this file takes the place of a record. */
	replaced: Map<string, string>;
};

export const newCourse = (db: Database, known: Known, findings: Findings): Course => ({
	db,
	known,
	knownIds: new Set([...known.ids.values()].flatMap((byKey) => [...byKey.values()])),
	findings,
	seen: new Map(),
	replaced: new Map()
});

type Row = { row: number; fact: ToldFact };
type Stored = ReadonlyMap<string, StoredFact>;

function fateOf(before: StoredFact | undefined, values: FactValues | null): Fate {
	if (!before) return values ? 'new' : 'nothing';
	if (!values) return before.isWithdrawn ? 'same' : 'withdrawn';
	if (before.isWithdrawn) return 'back';
	return differences(before.values, values).length === 0 ? 'same' : 'corrected';
}

/** The values with what they are about, found among the rows before and the facts told earlier. */
function withSubject({ seen, findings }: Course, { row, fact }: Row, told: Told, stored: Stored): FactValues {
	if (told.aboutExternalId === null) return told.values;
	const key = keyOf(fact.source, told.aboutExternalId);
	const before = stored.get(key);
	const earlier = before && !before.isWithdrawn ? publishedId(before.id, before.values) : null;
	const subjectId = seen.has(key) ? seen.get(key)!.publishedId : earlier;
	if (subjectId === null) {
		findings.add(row, 'subject', { code: 'intake_issue_subject', params: { word: told.aboutExternalId } });
	}
	return { ...told.values, subjectId };
}

/** A second row about the same fact: `same` when it says the same, and refused when it says something else. */
function judgeAgain(course: Course, row: Row, first: { row: number; print: string }): void {
	if (first.print === fingerprint(row.fact)) return;
	const params = { word: row.fact.externalId, row: first.row };
	course.findings.add(row.row, 'external_id', { code: 'intake_issue_told_twice', params });
}

function judgeRow(course: Course, row: Row, stored: Stored): Judged {
	const { fact } = row;
	const key = keyOf(fact.source, fact.externalId);
	const before = stored.get(key);
	const first = course.seen.get(key);
	if (first) {
		judgeAgain(course, row, first);
		return { ...row, id: before?.id ?? '', values: null, before, fate: 'same' };
	}
	const id = before?.id ?? newId();
	const values = fact.told && withSubject(course, row, fact.told, stored);
	course.seen.set(key, {
		row: row.row,
		print: fingerprint(fact),
		publishedId: values && publishedId(id, values)
	});
	return { ...row, id, values, before, fate: fateOf(before, values) };
}

const groupedByKind = <T extends { values: FactValues | null }>(items: readonly T[]) =>
	Map.groupBy(items, ({ values }) => values!.kind);

/** Records whose place is taken must be there, and only one fact can take it. */
async function checkReplaced({ db, findings, replaced }: Course, judged: readonly Judged[]): Promise<void> {
	const taking = judged.filter(({ values }) => values?.replacesId);
	const others = await replacedBy(
		db,
		taking.map(({ values }) => values!.replacesId!)
	);
	for (const [kind, ofKind] of groupedByKind(taking)) {
		const there = await factsThere(
			db,
			kind,
			ofKind.map(({ values }) => values!.replacesId!)
		);
		for (const { row, fact, values } of ofKind) {
			const id = values!.replacesId!;
			const own = keyOf(fact.source, fact.externalId);
			const other = replaced.get(id) ?? others.get(id) ?? own;
			const params = { kind, source: other.split('\n')[0], word: other.split('\n')[1] };
			if (!there.has(id)) findings.add(row, 'replaces', { code: 'intake_issue_nothing_to_replace', params });
			else if (other !== own) findings.add(row, 'replaces', { code: 'intake_issue_replaced', params });
			replaced.set(id, own);
		}
	}
}

/** An id that somebody typed must be that of something. */
async function checkSubjects({ db, findings, knownIds }: Course, judged: readonly Judged[]): Promise<void> {
	const asked = judged.filter(
		({ fact, values }) => values?.subjectId && fact.told?.aboutExternalId === null && !knownIds.has(values.subjectId)
	);
	const there = await subjectsThere(
		db,
		asked.map(({ values }) => values!.subjectId!)
	);
	for (const { row, values } of asked) {
		const word = values!.subjectId!;
		if (!there.has(word)) findings.add(row, 'subject', { code: 'intake_issue_subject', params: { word } });
	}
}

/** Judges rows in their order; what is wrong goes to the findings. */
export async function judge(course: Course, batch: readonly Row[]): Promise<Judged[]> {
	const names = batch.flatMap(({ fact: { source, externalId, told } }) => [
		{ source, externalId },
		...(told?.aboutExternalId ? [{ source, externalId: told.aboutExternalId }] : [])
	]);
	const stored = await storedFacts(course.db, names);
	const judged = batch.map((row) => judgeRow(course, row, stored));
	await checkReplaced(course, judged);
	await checkSubjects(course, judged);
	return judged;
}
