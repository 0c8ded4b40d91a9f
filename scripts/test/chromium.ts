// The browser of the journeys: Debian's chromium, or whatever CHROMIUM_PATH names.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const chromiumPath = () => process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const aptGet = (...args: string[]) =>
	spawnSync('apt-get', ['-q', '-y', ...args], {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		stdio: 'pipe',
		encoding: 'utf8'
	});

/** Installs it when that is possible; otherwise answers why not. */
export async function ensureChromium(): Promise<string | undefined> {
	const path = chromiumPath();
	if (existsSync(path)) return undefined;
	const cure = "install Debian's package chromium, or set CHROMIUM_PATH to a Chromium";
	if (process.env.CHROMIUM_PATH) return `There is no browser at ${path} (CHROMIUM_PATH): ${cure}.`;
	if (process.getuid?.() !== 0 || aptGet('--version').error) return `The journeys need a browser: ${cure}.`;
	aptGet('update');
	const { status, stderr } = aptGet('install', '--no-install-recommends', 'chromium');
	if (status === 0 && existsSync(path)) return undefined;
	return `Chromium could not be installed (${stderr.trim().split('\n').at(-1)}): ${cure}.`;
}
