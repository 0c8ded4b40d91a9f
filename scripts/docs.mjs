// `npm run docs`: installs when needed, then writes docs/generated from the code.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('scripts/generate-docs.ts', process.argv.slice(2));
