// Writes docs/plan-file.schema.json from the schema that reads plan files. A test fails when the two are out of step.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planFileJsonSchema } from '#modules/plan/plan-file-schema.ts';
import { root } from './check/report.ts';

await writeFile(join(root, 'docs/plan-file.schema.json'), planFileJsonSchema());
