// `npm run schakel -- <command>`: the commands, on any machine.
import { ensureInstalled, runUnderNode24 } from './bootstrap.mjs';

await ensureInstalled();
runUnderNode24('scripts/schakel.ts', process.argv.slice(2));
