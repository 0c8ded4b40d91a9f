// `npm run new-module <name> [record]`: installs when needed, then lays out a new module.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('scripts/new-module.ts', process.argv.slice(2));
