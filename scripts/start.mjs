// `npm start [-- --empty]`: installs when needed, then starts Schakel.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('scripts/serve.ts', process.argv.slice(2));
