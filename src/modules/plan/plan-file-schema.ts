// The published JSON Schema of plan files, made from the schema that reads them, for editors and for other programs.
import { z } from 'zod';
import { day } from '#platform/input.ts';
import { named, shorthand } from './plan-file-blocks.ts';
import { target } from './plan-file-promises.ts';
import { planFileSchema } from './plan-file.ts';
import { targetSchema } from './targets/target.ts';

type Json = Record<string, unknown>;

const replace = (json: Json, by: Json) => {
	for (const key of Object.keys(json)) delete json[key];
	Object.assign(json, by);
};

const targetReference = { $ref: '#/$defs/target' };

/** What zod cannot say in JSON Schema: that a single string will do, and that a target has a schema of its own. */
function override({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }) {
	const json = jsonSchema as Json;
	if (zodSchema === target) return replace(json, targetReference);
	if (zodSchema === day) return replace(json, { type: 'string', format: 'date' });
	// Not every validator knows the classes of Unicode; the reader checks control characters anyway.
	if (String(json.pattern).includes('\\P{')) delete json.pattern;
	const short = shorthand.get(zodSchema as z.ZodType);
	if (short) replace(json, { anyOf: [{ type: 'string', description: short.describe }, { ...json }] });
}

const options = { io: 'output', unrepresentable: 'any', metadata: named, override } as const;

/** Shapes that targets use again and again get a name of their own: `targetPart0`, `targetPart1` … */
function targetSchemas(): { target: Json; parts: Json } {
	const text = JSON.stringify(z.toJSONSchema(targetSchema, { ...options, reused: 'ref' }));
	const { $schema: _same, $defs: parts, ...whole } = JSON.parse(text.replaceAll('__schema', 'targetPart')) as Json;
	return { target: whole, parts: parts as Json };
}

/** The whole schema as text, two spaces deep. */
export function planFileJsonSchema(): string {
	const { $schema, $defs, ...file } = z.toJSONSchema(planFileSchema, options) as Json;
	const { target: targets, parts } = targetSchemas();
	const whole = {
		$schema,
		title: 'Schakel plan file',
		description:
			'Everything of one plan. Beside this schema, references and targets are checked when a file is imported.',
		...file,
		$defs: { ...($defs as Json), target: targets, ...parts }
	};
	return `${JSON.stringify(whole, null, 2)}\n`;
}
