import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from './env';
import { log } from './log';

/**
 * Keeps what Next stores of rendered pages within `PAGE_CACHE_MB`. Next writes every page that is rendered on
 * its first visit into this folder of the build and never removes one; a catalogue of a million products would
 * fill the disk. Pages made longest ago go first: whoever asks for one again has it rendered again.
 */
const FOLDER = path.join('.next', 'server', 'route-cache');

const SWEEP_EVERY_MS = 10 * 60_000;

/** Down to here, so that a full cache is not swept at every page. */
const SWEPT_SHARE = 0.9;

/** The file that is written last and without which Next takes the page for absent. */
const PAGE = '.html';

export type CachedPage = { readonly file: string; readonly bytes: number; readonly writtenAt: number };

/** Sweeps now and then for as long as the process lives. */
export function keepPageCacheBounded(): void {
  const sweep = () =>
    sweepPageCache(FOLDER, env().PAGE_CACHE_MB * 2 ** 20).then(
      (removed) => removed > 0 && log.info({ removed }, 'page cache swept'),
      (error: unknown) => log.error({ err: error }, 'page cache not swept'),
    );
  setInterval(sweep, SWEEP_EVERY_MS).unref();
}

/** Removes the oldest pages under `folder` while it holds more than `mostBytes`; answers how many. */
export async function sweepPageCache(folder: string, mostBytes: number): Promise<number> {
  const pages = await listPages(folder);
  let bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
  if (bytes <= mostBytes) return 0;
  let removed = 0;
  for (const page of pages.toSorted((one, other) => one.writtenAt - other.writtenAt)) {
    if (bytes <= mostBytes * SWEPT_SHARE) break;
    await removePage(page.file);
    bytes -= page.bytes;
    removed++;
  }
  return removed;
}

async function listPages(folder: string): Promise<CachedPage[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = new Map<string, CachedPage>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const found = await stat(file).catch(() => null);
    if (!found) continue;
    const page = pageOf(file);
    const known = sizes.get(page);
    sizes.set(page, {
      file: page,
      bytes: (known?.bytes ?? 0) + found.size,
      writtenAt: Math.max(known?.writtenAt ?? 0, found.mtimeMs),
    });
  }
  return [...sizes.values()];
}

/** `x.html`, `x.meta` and what is under `x.segments` are of one page, `x`. */
function pageOf(file: string): string {
  const segments = file.indexOf('.segments');
  return segments < 0 ? file.slice(0, -path.extname(file).length) : file.slice(0, segments);
}

/** The page itself first: half a page must never be taken for one. */
async function removePage(page: string): Promise<void> {
  await rm(`${page}${PAGE}`, { force: true });
  await Promise.all([
    rm(`${page}.meta`, { force: true }),
    rm(`${page}.rsc`, { force: true }),
    rm(`${page}.segments`, { recursive: true, force: true }),
  ]);
}
