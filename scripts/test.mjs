// `npm test [-- step …]`: installs when needed, then runs every check of the project.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('scripts/test.ts', process.argv.slice(2));
