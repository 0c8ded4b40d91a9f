// Entry of `npm run bench`: installs what is missing, then measures under Node 24.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('bench/run.ts', process.argv.slice(2));
