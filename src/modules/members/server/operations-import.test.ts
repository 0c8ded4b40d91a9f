// The register from files: in whole or not at all, again without effect, and every refusal at its row and column.
import { expect } from 'vitest';
import { Forbidden, Invalid } from '#platform/errors.ts';
import { rows, sql, type Database } from '#platform/server/database.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { importOrganisations, importPeople } from './operations-import.ts';

const fileOf = (...lines: string[]) => new File([lines.join('\n')], 'register.csv');

async function wrongs(deed: Promise<unknown>): Promise<string[]> {
	try {
		await deed;
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		return error.issues.map(({ path, code }) => `${path.replace('rows.', '')} ${code}`);
	}
	throw new Error('It was not refused.');
}

const registered = (db: Database) =>
	rows<{ said: string }>(
		db,
		sql`select o.key || ' ' || coalesce(o.name->>'nl', '-') || ' ' || coalesce(o.country, '-') || ' ' ||
				coalesce((select m.starts_on || '/' || coalesce(m.ends_on::text, '') from membership m where m.organisation_id = o.id), '-') ||
				coalesce((select ' > ' || x.key from organisation_tie t join organisation x on x.id = t.other_organisation_id where t.organisation_id = o.id), '') as said
			from organisation o order by o.key`
	).then((found) => found.map(({ said }) => said));

const organisations = fileOf(
	'key;name_nl;name_en;country;member_since;member_until;partner_of',
	'heldere-bron;Stichting Heldere Bron;Clear Spring;nl;1-1-2015;;',
	'maji;;Maji Safi;KE;;;heldere-bron',
	'oud-lid;Oud Lid;;NL;2010-01-01;31-12-2019;'
);

const takeOrganisations = ({ as }: Scene, file: File) => importOrganisations(as('bureau'), { file });
const takePeople = ({ as }: Scene, file: File) => importPeople(as('bureau'), { file });

story('organisations come in with memberships and ties, and the same file again changes nothing', async (scene) => {
	expect(await takeOrganisations(scene, organisations)).toEqual({ rows: 3, new: 3, same: 0, changed: 0 });
	const expected = [
		'heldere-bron Stichting Heldere Bron NL 2015-01-01/',
		'maji - KE - > heldere-bron',
		'oud-lid Oud Lid NL 2010-01-01/2019-12-31'
	];
	expect(await registered(scene.db)).toEqual(expected);
	expect(await takeOrganisations(scene, organisations)).toEqual({ rows: 3, new: 0, same: 3, changed: 0 });
	expect(await registered(scene.db)).toEqual(expected);
});

story('a later file changes what it speaks of, and leaves the rest', async (scene) => {
	await takeOrganisations(scene, organisations);
	const later = fileOf('key,name,member_since,member_until', 'heldere-bron,De Heldere Bron,2015-01-01,2022-06-30');
	expect(await takeOrganisations(scene, later)).toEqual({ rows: 1, new: 0, same: 0, changed: 1 });
	expect((await registered(scene.db))[0]).toBe('heldere-bron De Heldere Bron NL 2015-01-01/2022-06-30');
});

story('everything wrong with a file of organisations is told at once, and nothing is taken in', async (scene) => {
	const file = fileOf(
		'key,name,country,website,member_since,member_until,partner_of',
		'goed,Goed,NL,,,,',
		',Zonder sleutel,,,,,',
		'Geen Sleutel,Naam,,,,,',
		'zonder-naam,,,,,,',
		'land,Land,Nederland,,,,',
		'site,Site,,ftp://x,,,',
		'dag,Dag,,,31-2-2020,,',
		'om,Om,,,2020-02-01,2020-01-01,',
		'eind,Eind,,,,2020-01-01,',
		'band,Band,,,,,nergens'
	);
	expect(await wrongs(takeOrganisations(scene, file))).toEqual([
		'3.key platform_issue_table_needed',
		'4.key key',
		'5.name one_language',
		'6.country country',
		'7.website invalid_format',
		'8.member_since platform_issue_table_no_day',
		'9.member_until ends_before_it_starts',
		'10.member_since platform_issue_table_needed',
		'11.partner_of members_issue_unknown_key'
	]);
	expect(await registered(scene.db)).toEqual([]);
	expect(await wrongs(takeOrganisations(scene, fileOf('key,naem', 'a,A')))).toContain(
		'1.naem platform_issue_table_unknown_column_near'
	);
});

story('people come in with their position, once, whatever the capitals of their address', async (scene) => {
	await takeOrganisations(scene, organisations);
	const people = fileOf(
		'given_name\tfamily_name\temail\torganisation\trole\tfunction_nl\tsince',
		'Yvonne\tAkkerman\tY.Akkerman@Bron.example\theldere-bron\trepresentative\tDirecteur\t1-1-2020',
		'محمد\tالعلي\tm@bron.example\theldere-bron\t\t\t2020-01-01'
	);
	expect(await takePeople(scene, people)).toEqual({ rows: 2, new: 2, same: 0, changed: 0 });
	expect(await takePeople(scene, people)).toEqual({ rows: 2, new: 0, same: 2, changed: 0 });
	expect(
		await rows(
			scene.db,
			sql`select p.given_name, p.email, a.role, a.starts_on, a.function from person p join affiliation a on a.person_id = p.id order by p.email desc`
		)
	).toEqual([
		{
			given_name: 'Yvonne',
			email: 'y.akkerman@bron.example',
			role: 'representative',
			starts_on: '2020-01-01',
			function: { nl: 'Directeur' }
		},
		{ given_name: 'محمد', email: 'm@bron.example', role: 'staff', starts_on: '2020-01-01', function: null }
	]);
	const later = fileOf('email,phone,organisation,until', 'm@bron.example,06 1234,heldere-bron,2022-05-31');
	expect(await takePeople(scene, later)).toMatchObject({ changed: 1 });
	expect(
		await rows(
			scene.db,
			sql`select p.given_name, p.phone, a.ends_on from person p join affiliation a on a.person_id = p.id where p.email = 'm@bron.example'`
		)
	).toEqual([{ given_name: 'محمد', phone: '06 1234', ends_on: '2022-05-31' }]);
});

story('everything wrong with a file of people is told at once, and nothing is taken in', async (scene) => {
	await takeOrganisations(scene, organisations);
	const file = fileOf(
		'given_name,family_name,email,organisation,role,locale',
		'Ada,Adams,ada@bron.example,heldere-bron,,',
		'Bo,,bo@bron.example,,,',
		'Cas,Cas,cas at bron,,,',
		'Dee,Dee,,,,',
		'Eef,Eef,eef@bron.example,helder-bron,,',
		'Fem,Fem,fem@bron.example,heldere-bron,boss,',
		'Gijs,Gijs,gijs@bron.example,,,fr'
	);
	expect(await wrongs(takePeople(scene, file))).toEqual([
		'3.family_name too_small',
		'4.email invalid_format',
		'5.email platform_issue_table_needed',
		'6.organisation members_issue_unknown_key',
		'7.role invalid_value',
		'8.locale invalid_value'
	]);
	expect(await rows(scene.db, sql`select from person`)).toEqual([]);
});

story('only the bureau takes the register in', async (scene) => {
	await expect(importOrganisations(scene.as("member's representative"), { file: organisations })).rejects.toThrow(
		Forbidden
	);
	await expect(importPeople(scene.as('board member'), { file: organisations })).rejects.toThrow(Forbidden);
});
