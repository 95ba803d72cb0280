import { mkdir, rm, writeFile } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findFreePort } from '@/dev/listen';
import { ask, until } from './load';

const SITE = path.join(import.meta.dirname, 'reference');
const NEXT = path.resolve('node_modules/next/dist/bin/next');
const CAPTURED = path.resolve('.souk/bench/captured');
const FIRST_PORT = 3290;

/**
 * The limit pages are measured against: the same pages as fully static ones, served by Next from a site of its
 * own, and an empty page. Built when first asked for.
 */
export class ReferenceSite {
  #server: ChildProcess | null = null;
  #origin: Promise<string> | null = null;

  /** Where the site is, once it holds these pages (name -> the shop's address of it). */
  origin(shop: string, pages: Readonly<Record<string, string>>): Promise<string> {
    return (this.#origin ??= this.#open(shop, pages));
  }

  stop(): void {
    this.#server?.kill('SIGKILL');
  }

  async #open(shop: string, pages: Readonly<Record<string, string>>): Promise<string> {
    await rm(CAPTURED, { recursive: true, force: true });
    await mkdir(CAPTURED, { recursive: true });
    for (const [name, address] of Object.entries(pages)) {
      const { body } = await ask({ url: shop + address });
      await writeFile(path.join(CAPTURED, name), shownBy(body.toString('utf8')));
    }
    await once(run(['build', SITE]), 'exit');
    const port = await findFreePort(FIRST_PORT);
    this.#server = run(['start', SITE, '--port', String(port)]);
    const origin = `http://localhost:${port}`;
    await until(30, async () => (await ask({ url: origin }).catch(() => null))?.status === 200, 200);
    return origin;
  }
}

function run(args: readonly string[]): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production' as const, REFERENCE_PAGES: CAPTURED };
  return spawn(process.execPath, [NEXT, ...args], { env, stdio: 'ignore' });
}

/** What a page shows, without the scripts that carry it a second time: Next adds those of its own. */
function shownBy(html: string): string {
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  return body.replaceAll(/<script(?![^>]*ld\+json)[^>]*>.*?<\/script>/gs, '');
}
