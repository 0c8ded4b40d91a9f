// The published JSON Schema says what the reader of plan files accepts.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planFileJsonSchema } from './plan-file-schema.ts';

const published = readFileSync(new URL('../../../docs/plan-file.schema.json', import.meta.url), 'utf8');

test('docs/plan-file.schema.json is in step: `node scripts/plan-file-schema.ts` writes it anew', () => {
	expect(planFileJsonSchema()).toBe(published);
});

test('it knows every list of the file, single strings for texts and windows, and the language of targets', () => {
	const schema = JSON.parse(published) as {
		properties: Record<string, unknown>;
		required: string[];
		additionalProperties: boolean;
		$defs: { target: { anyOf: unknown[] } };
	};
	expect(Object.keys(schema.properties)).toHaveLength(28);
	expect(schema.required).toEqual(['format', 'plan', 'framework']);
	expect(schema.additionalProperties).toBe(false);
	expect(schema.$defs.target.anyOf).toHaveLength(9);
	expect(published).toContain('The key of a named period of this file');
	expect(published).toContain('"$ref": "#/$defs/target"');
});
