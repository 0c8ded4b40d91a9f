// Terms and measurements through their operations, and what targets and deadlines make of them.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { OTHER_ORGANISATION, OWN_ORGANISATION } from '#platform/personas.ts';
import { auditLinesOf } from '#platform/server/audit.ts';
import { rows, type Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { story } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import { ensureMeasurement, ensureTerm, measurementsByKey, termsByKey } from '../public.ts';
import { addDocument } from './deliver-document.ts';
import {
	addMeasuredThing,
	changeMeasuredThing,
	listMeasuredThings,
	recordMeasurement,
	removeMeasurement,
	showMeasuredThing
} from './record-measurement.ts';
import { addTerm, changeTerm, endTerm, listTerms, removePeriod, renewTerm, showTerm } from './renew-term.ts';

const certificate = { title: { nl: 'Partos 9001' }, kind: 'certificate' as const };

const holdsOn = async (db: Database, termId: string, day: string) => {
	const [found] = await rows<{ number: number }>(
		db,
		sql`select count(*) as number from fact_term_holds where subject_id = ${termId} and starts_on <= ${day}::date
			and coalesce(ends_on, 'infinity') >= ${day}::date`
	);
	return found!.number;
};

const warnings = (db: Database) =>
	rows<{ due_on: string; done: boolean }>(db, sql`select due_on, done from deadline_term_ends order by due_on`);

story('a term holds in its periods, once on every day, also over a renewal', async ({ db, as }) => {
	await writeRegister(db);
	const { id: termId } = await addTerm(as('bureau'), {
		...certificate,
		holderId: OWN_ORGANISATION,
		counterpartId: OTHER_ORGANISATION,
		startsOn: '2020-10-01',
		endsOn: '2022-09-30',
		norm: { nl: 'versie 2018' },
		tags: 'kwaliteit'
	});
	await renewTerm(as('bureau'), { termId, startsOn: '2022-10-01', endsOn: '2025-09-30' });
	for (const [day, number] of [
		['2020-09-30', 0],
		['2020-10-01', 1],
		['2022-09-30', 1],
		['2022-10-01', 1],
		['2025-10-01', 0]
	] as const) {
		expect(await holdsOn(db, termId, day), day).toBe(number);
	}
	expect(await rows(db, sql`select distinct role, organisation_id, standing, tags from fact_term_holds`)).toEqual([
		{ role: 'certificate', organisation_id: OWN_ORGANISATION, standing: 'member', tags: ['kwaliteit'] }
	]);
	await expect(renewTerm(as('bureau'), { termId, startsOn: '2025-09-30' })).rejects.toThrow(
		new Conflict('deliverables_conflict_periods_overlap')
	);
	const shown = await showTerm(as("member's staff"), { termId });
	expect(shown).toMatchObject({ standing: 'holds', holder: { id: OWN_ORGANISATION }, may: { keep: false } });
	expect(shown.periods.map(({ startsOn }) => startsOn)).toEqual(['2022-10-01', '2020-10-01']);
	expect(shown.changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['begun', 'renewed']));
});

story('the database itself refuses periods of one term that overlap', async ({ db, as }) => {
	await writeRegister(db);
	const { id: termId } = await addTerm(as('bureau'), { ...certificate, startsOn: '2022-01-01' });
	const second = sql`insert into term_period (id, term_id, starts_on) values (${newId()}, ${termId}, '2023-01-01')`;
	await expect(db.transaction((nested) => nested.execute(second))).rejects.toMatchObject({
		cause: { constraint: 'term_periods_do_not_overlap' }
	});
});

story(
	'who must renew it hears so 12, 6, 3 and 1 months before the end and on the day, until it is renewed',
	async ({ db, as }) => {
		await writeRegister(db);
		const { id: termId } = await addTerm(as('bureau'), {
			...certificate,
			startsOn: '2019-12-31',
			endsOn: '2022-12-31'
		});
		expect(await warnings(db)).toEqual(
			['2021-12-31', '2022-06-30', '2022-09-30', '2022-11-30', '2022-12-31'].map((due_on) => ({ due_on, done: false }))
		);
		await renewTerm(as('bureau'), { termId, startsOn: '2023-01-01' });
		expect((await warnings(db)).map(({ done }) => done)).toEqual([true, true, true, true, true]);
	}
);

story('a short term is not warned of before it began', async ({ db, as }) => {
	await writeRegister(db);
	await addTerm(as('bureau'), { ...certificate, startsOn: '2022-03-01', endsOn: '2022-07-31' });
	expect((await warnings(db)).map(({ due_on }) => due_on)).toEqual(['2022-04-30', '2022-06-30', '2022-07-31']);
});

story('a term ends early with a reason, and a wrong period can be taken away', async ({ db, as }) => {
	await writeRegister(db);
	const { id: termId } = await addTerm(as('bureau'), { ...certificate, startsOn: '2021-01-01', endsOn: '2023-12-31' });
	const periodId = (await showTerm(as('bureau'), { termId })).periods[0]!.id;
	const end = { periodId, endsOn: '2022-03-31', why: 'Opgezegd' };
	await expect(endTerm(as("member's staff"), end)).rejects.toThrow(Forbidden);
	await expect(endTerm(as('visitor'), end)).rejects.toThrow(NotFound);
	await expect(endTerm(as('bureau'), { ...end, endsOn: '2024-01-01' })).rejects.toThrow(
		new Conflict('deliverables_conflict_not_shorter')
	);
	await endTerm(as('bureau'), end);
	expect(await holdsOn(db, termId, '2022-04-01')).toBe(0);
	expect(await showTerm(as('bureau'), { termId })).toMatchObject({ standing: 'ended' });
	await removePeriod(as('bureau'), { periodId, why: 'Verkeerde afspraak' });
	expect(await holdsOn(db, termId, '2022-01-01')).toBe(0);
	const lines = await auditLinesOf(db, termId);
	expect(lines.find(({ operation }) => operation === 'deliverables.removePeriod')?.reason).toBe('Verkeerde afspraak');
	expect((await showTerm(as('bureau'), { termId })).changes).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				kind: 'ended',
				fromOn: '2023-12-31',
				toOn: '2022-03-31',
				why: 'Opgezegd',
				by: 'Bente Bureau'
			}),
			expect.objectContaining({ kind: 'withdrawn', why: 'Verkeerde afspraak' })
		])
	);
});

story('only the bureau keeps terms, and what they refer to must exist', async ({ db, as }) => {
	await writeRegister(db);
	await expect(addTerm(as('group lead'), certificate)).rejects.toThrow(Forbidden);
	await expect(addTerm(as('bureau'), { ...certificate, holderId: newId() })).rejects.toMatchObject({
		issues: [{ path: 'holderId', code: 'unknown' }]
	});
	await expect(addTerm(as('bureau'), { ...certificate, endsOn: '2022-01-01' })).rejects.toMatchObject({
		issues: [{ path: 'startsOn', code: 'deliverables_issue_start_needed' }]
	});
	const { id: termId } = await addTerm(as('bureau'), { ...certificate, visibility: 'bureau' });
	await expect(showTerm(as("member's staff"), { termId })).rejects.toThrow(NotFound);
	await changeTerm(as('bureau'), { ...certificate, termId, visibility: 'public', counterpartId: OTHER_ORGANISATION });
	const { id } = await addDocument(as('bureau'), { title: { nl: 'Evaluatie' }, termId, deliveredOn: '2022-02-01' });
	expect((await showTerm(as("member's staff"), { termId })).documents.map((each) => each.id)).toEqual([id]);
	expect((await showTerm(as('visitor'), { termId })).documents).toEqual([]);
	expect(await rows(db, sql`select subject_id from fact_document_delivered`)).toEqual([{ subject_id: termId }]);
});

story('the list of terms shows the period that holds, and what ends soonest in front', async ({ db, as }) => {
	await writeRegister(db);
	const add = async (nl: string, ...periods: [string, string?][]) => {
		const { id: termId } = await addTerm(as('bureau'), { ...certificate, title: { nl } });
		for (const [startsOn, endsOn] of periods) await renewTerm(as('bureau'), { termId, startsOn, endsOn });
	};
	await add('Voorbij', ['2018-01-01', '2020-12-31']);
	await add('Zonder periode');
	await add('Vernieuwd', ['2019-09-16', '2022-09-15'], ['2022-09-16', '2025-09-15']);
	await add('Onbepaald', ['2020-01-01']);
	await add('Eindigt dit jaar', ['2020-01-01', '2022-09-01']);
	const list = async (show: 'open' | 'done' | 'all') =>
		(await listTerms(as('bureau'), { show })).rows.map(({ title, endsOn }) => [title.nl, endsOn]);
	expect(await list('open')).toEqual([
		['Eindigt dit jaar', '2022-09-01'],
		['Vernieuwd', '2022-09-15'],
		['Onbepaald', null],
		['Zonder periode', null]
	]);
	expect(await list('done')).toEqual([['Voorbij', '2020-12-31']]);
	expect(await list('all')).toHaveLength(5);
});

story('a measurement is a fact with its value; a wrong one can be taken away', async ({ db, as }) => {
	await writeRegister(db);
	const thing = { title: { nl: 'Tevredenheid over de monitor' }, unit: { nl: 'cijfer' } };
	const { id: measuredThingId } = await addMeasuredThing(as('bureau'), thing);
	const measure = (value: string | number, measuredOn: string) =>
		recordMeasurement(as('bureau'), { measuredThingId, value, measuredOn, source: 'Ledenpeiling', answers: 42 });
	await measure('7,4', '2022-03-01');
	const { id: measurementId } = await measure(-3, '2022-04-01');
	const values = () =>
		rows(db, sql`select quantity, starts_on, state, visibility from fact_measurement_taken order by 2`);
	const first = { quantity: 7.4, starts_on: '2022-03-01', state: 'done', visibility: 'members' };
	expect(await values()).toEqual([first, { ...first, quantity: -3, starts_on: '2022-04-01' }]);
	expect((await listMeasuredThings(as('board member'), {})).rows).toMatchObject([
		{ measurements: 2, lastValue: -3, lastOn: '2022-04-01' }
	]);
	await expect(measure('zeven', '2022-03-01')).rejects.toThrow(Invalid);
	await expect(measure('', '2022-03-01')).rejects.toThrow(Invalid);
	await expect(measure(8, '2022-09-01')).rejects.toMatchObject({
		issues: [{ path: 'measuredOn', code: 'deliverables_issue_in_future' }]
	});
	await expect(removeMeasurement(as("member's staff"), { measurementId, why: 'Nee' })).rejects.toThrow(Forbidden);
	await expect(removeMeasurement(as('visitor'), { measurementId, why: 'Nee' })).rejects.toThrow(NotFound);
	await removeMeasurement(as('bureau'), { measurementId, why: 'Tikfout' });
	expect(await values()).toEqual([first]);
	await changeMeasuredThing(as('bureau'), { measuredThingId, ...thing, visibility: 'bureau' });
	expect(await values()).toEqual([{ ...first, visibility: 'bureau' }]);
	await expect(showMeasuredThing(as('board member'), { measuredThingId })).rejects.toThrow(NotFound);
	expect((await showMeasuredThing(as('bureau'), { measuredThingId })).measurements).toMatchObject([{ value: 7.4 }]);
});

story('terms and measured things that a plan names are made once', async ({ db }) => {
	const wanted = { key: 'oria', name: { nl: 'Vrijstelling' }, kind: 'exemption' as const };
	const id = await ensureTerm(db, wanted);
	expect(await ensureTerm(db, wanted)).toBe(id);
	expect(await termsByKey(db)).toEqual(new Map([['oria', { id, name: { nl: 'Vrijstelling' } }]]));
	const thing = await ensureMeasurement(db, { key: 'co2', name: { nl: 'CO2' }, unit: { nl: 'ton' } });
	expect(await ensureMeasurement(db, { key: 'co2', name: { nl: 'CO2' } })).toBe(thing);
	expect([...(await measurementsByKey(db)).keys()]).toEqual(['co2']);
	expect(await rows(db, sql`select 1 from fact`)).toEqual([]);
});
