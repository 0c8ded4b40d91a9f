// Whatever a plan file can say has a field in a form, or a reason why not: a new key of the file without either fails here.
import { expect, test } from 'vitest';
import type { EditField } from './edit-fields.ts';
import { promiseFieldsOf } from './edit-promise.ts';
import { editablePlaces, fieldsOf } from './editable.ts';
import { promiseChange } from './edit-inputs.ts';
import { planFileJsonSchema } from './plan-file-schema.ts';
import { placeNames, placeOf, promisePlaces, type PlaceName } from './plan-places.ts';

type Json = Record<string, unknown>;

const schema = JSON.parse(planFileJsonSchema()) as Json;
const definitions = schema.$defs as Record<string, Json>;

/** The mapping behind a reference or a shorthand. */
function mappingOf(json: Json): Json {
	const { $ref: reference, anyOf, allOf } = json as { $ref?: string; anyOf?: Json[]; allOf?: Json[] };
	if (reference?.startsWith('#/$defs/')) return mappingOf(definitions[reference.slice('#/$defs/'.length)]!);
	const inner = [...(anyOf ?? []), ...(allOf ?? [])].map(mappingOf);
	return inner.find((each) => each.properties ?? each.items) ?? json;
}

const isText = (properties: Json) => Object.keys(properties).every((key) => ['nl', 'en', 'older'].includes(key));

/** Every key of the file by its path; a list counts as `[]`, a text in two languages as one. Targets have a language of their own. */
function pathsIn(json: Json, path = ''): string[] {
	const { properties, items } = mappingOf(json) as { properties?: Record<string, Json>; items?: Json };
	if (path.endsWith('.target') || (properties && path !== '' && isText(properties))) return [path];
	if (properties) return Object.entries(properties).flatMap(([key, inner]) => pathsIn(inner, `${path}.${key}`));
	const element = items && mappingOf(items);
	return element?.properties ? pathsIn(items!, `${path}[]`) : [path];
}

const windowKeys = ['key', 'starts_on', 'ends_on', 'precision', 'label'];
const lineKeys = ['lines', 'ranges', 'also_lines'];

function coveredBy(field: EditField, path: string): string[] {
	const at = `${path}.${field.name}`;
	if (field.kind === 'itself') return [`${path}.nl`, `${path}.en`, `${path}.older`];
	if (field.kind === 'lines') return lineKeys.map((key) => `${path}.${key}`);
	if (field.kind === 'windows') return windowKeys.map((key) => `${at}[].${key}`);
	if (field.kind === 'group') return field.fields.flatMap((inner) => coveredBy(inner, at));
	if (field.kind === 'rows') return [at, ...field.fields.flatMap((inner) => coveredBy(inner, `${at}[]`))];
	return [at];
}

function pathOf(place: PlaceName): string {
	const { at, name } = placeOf(place);
	if ('parent' in at) return `${pathOf(at.parent)}.${at.list}[]`;
	return `.${at.join('.')}${name === 'only' ? '' : '[]'}`;
}

/** The form of a promise: its inputs are called as the file calls them. */
const ofPromises = promisePlaces.flatMap((place) => {
	const path = pathOf(place);
	const inputs = Object.keys(promiseChange.shape).map((key) => `${path}.${key}`);
	const deeper = [
		...lineKeys,
		...[...windowKeys, 'slack_days'].map((key) => `windows[].${key}`),
		'owner.role',
		'owner.person',
		'co_owners.organisations',
		'co_owners.groups',
		'conditions[].text'
	].map((key) => `${path}.${key}`);
	return [...inputs, ...deeper, ...promiseFieldsOf[place].flatMap((field) => coveredBy(field, path))];
});

const covered = new Set([
	...ofPromises,
	...editablePlaces.flatMap((place) => fieldsOf(place).flatMap((field) => coveredBy(field, pathOf(place)))),
	// What names a thing is given when it is made; addresses and references hold on to it after that.
	...placeNames.map((place) => `${pathOf(place)}.${placeOf(place).name}`)
]);

const reasons: readonly [RegExp, string][] = [
	[/^\.format$/, 'the same in every file'],
	[/^\.counts\[\]\./, 'counted, never typed'],
	[/^\.(plan|framework)\.key$/, 'names the plan and its framework in addresses and files'],
	[/^\.plan\.adopted_on$/, 'the board adopts (adoptPlan)'],
	[/^\.triggers\[\]\.(state|on|by|why)$/, 'what happened is told where it happens (settleTrigger)'],
	[/\.conditions\[\]\.met_(on|by|source)$/, 'ticked with a source (tickCondition)'],
	[/\.withdrawn\.(on|why)$/, 'withdrawn with a day and a reason (withdrawPromise)'],
	[
		/^\.(organisations|groups|series|events|channels|documents|milestones|terms|measurements)\[\]\.(name|abbreviation|kind|description|size|group|series|organisation|unit)$/,
		'stands with the record itself, in its own module'
	]
];

const paths = [...new Set(pathsIn(schema))];

test('every key of the plan file can be changed in a form, or says why not', () => {
	expect(paths.length).toBeGreaterThan(300);
	expect(paths.filter((path) => !covered.has(path) && !reasons.some(([pattern]) => pattern.test(path)))).toEqual([]);
});

test('no field of a form asks for what the file cannot say', () => {
	const known = new Set(paths);
	const asked = editablePlaces.flatMap((place) => fieldsOf(place).flatMap((field) => coveredBy(field, pathOf(place))));
	const asksFor = (path: string) => known.has(path) || [...known].some((each) => each.startsWith(`${path}[`));
	expect(asked.filter((path) => !/\.(lines|ranges|also_lines)$/.test(path) && !asksFor(path))).toEqual([]);
});

test.each(reasons)('%s still stands for something: %s', (pattern) => {
	expect(paths.some((path) => pattern.test(path))).toBe(true);
});
