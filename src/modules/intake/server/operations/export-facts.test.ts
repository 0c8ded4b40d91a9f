// Facts go out, and are shown, to who may see them.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Persona } from '#platform/personas.ts';
import { rows } from '#platform/server/database.ts';
import { story } from '#platform/server/testing.ts';
import { lines, take, facts, setScene } from '../../../../../tests/setup/fact-files.ts';
import { exportFacts, showFact } from './import-facts.ts';

story('everyone exports the facts that they may see, with all columns', async (scene) => {
	await setScene(scene);
	await take(
		scene,
		lines(
			'kind,external_id,starts_on,visibility',
			'issue.sent,a,2022-01-14,public',
			'issue.sent,b,2022-01-15,members',
			'issue.sent,c,2022-01-16,bureau'
		)
	);
	const exported = async (who: Persona) => {
		const { facts } = await exportFacts(scene.as(who), {});
		return (await Array.fromAsync(facts)).filter(({ kind }) => kind === 'issue.sent').map(({ starts_on }) => starts_on);
	};
	expect(await exported('visitor')).toEqual(['2022-01-14']);
	expect(await exported("member's staff")).toEqual(['2022-01-07', '2022-01-14', '2022-01-15']);
	expect(await exported('bureau')).toEqual(['2022-01-07', '2022-01-14', '2022-01-15', '2022-01-16']);
	const { facts } = await exportFacts(scene.as('bureau'), {});
	const [first] = await Array.fromAsync(facts);
	const columns = await rows<{ name: string }>(
		scene.db,
		sql`select attname as name from pg_attribute where attrelid = 'fact'::regclass and attnum > 0 order by attnum`
	);
	expect(Object.keys(first!)).toEqual(columns.map(({ name }) => name));
});

story('a fact is shown to who may see it, its corrections to the bureau', async (scene) => {
	await setScene(scene);
	await take(
		scene,
		lines('kind,external_id,starts_on,visibility,organisation', 'contact.made,a,2022-01-14,members,own-organisation')
	);
	const [{ id } = { id: '' }] = (await facts(scene.db)).filter(({ kind }) => kind === 'contact.made');
	await take(
		scene,
		lines('kind,external_id,starts_on,visibility,organisation', 'contact.made,a,2022-01-15,members,own-organisation')
	);
	expect((await showFact(scene.as('bureau'), { factId: id })).corrections).toHaveLength(1);
	const seen = await showFact(scene.as("member's staff"), { factId: id });
	expect(seen).toMatchObject({
		fact: { source: 'shop', organisation: { name: { nl: 'Eigen lid' } } },
		corrections: []
	});
	await expect(showFact(scene.as('visitor'), { factId: id })).rejects.toThrow('');
});
