import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

/** Where browsers of Chromium's family are when no package manager put them on the PATH. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The first opens a page in a quarter of the time: it has no window to make. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** No browser can be had; the message says how to get one. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
}

/**
 * The executable of a browser to test with: the one `SOUK_BROWSER` names, Playwright's own, the system's, or one
 * that is installed now. Throws `BrowserError`.
 */
export function requireBrowser(environment: NodeJS.ProcessEnv, say: (line: string) => void): string {
  const named = environment.SOUK_BROWSER;
  if (named && !existsSync(named)) throw new BrowserError(`SOUK_BROWSER names ${named}, which is not there.`);
  const found = named ?? findBrowser(environment);
  if (found) return found;
  install(say);
  const installed = findBrowser(environment);
  if (installed) return installed;
  throw new BrowserError(
    'The journeys need a browser and none could be installed. Install Chromium or Chrome ' +
      '(Debian: apt-get install chromium; anywhere: npx playwright install --with-deps chromium), ' +
      'or set SOUK_BROWSER to the executable of one.',
  );
}

/** Playwright's own browser, or the system's; null when there is neither. */
export function findBrowser(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  ownBrowser: () => string | null = () => chromium.executablePath(),
): string | null {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const candidates = [ownBrowser(), ...(PLACES[platform] ?? []), ...onPath];
  return candidates.find((candidate) => candidate !== null && existsSync(candidate)) ?? null;
}

/** As root on Debian its package, which brings the libraries it needs; elsewhere Playwright's download. */
function install(say: (line: string) => void): void {
  say('No browser found: installing Chromium.');
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    const options = ['install', '--yes', '--no-install-recommends', 'chromium'];
    if (succeeds('apt-get', ['update']) && succeeds('apt-get', options)) return;
  }
  succeeds(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
}

function succeeds(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0;
}
