import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import { hearing } from '@/tests/support/listener';
import {
  announceOutdatedPages,
  followOutdatedPages,
  forgetOutdatedPages,
  type OutdatedPages,
} from './outdated-pages';

const { db, ownerDb, url } = await testDatabase();
hearing(url);

beforeEach(() => ownerDb.execute(sql`truncate outdated_pages`));

const page = (path: string): OutdatedPages => ({ outdated: [path, '/browse'], ready: [path] });

/** A web process, and what it has forgotten; its first `failures` tries fail. */
async function webProcess(failures = 0) {
  const forgotten: string[] = [];
  let tries = 0;
  const stop = await followOutdatedPages(db, async ({ outdated: [path] }) => {
    if ((tries += 1) <= failures) throw new Error('not now');
    forgotten.push(path!);
  });
  return { forgotten, stop };
}

describe('pages that are out of date', () => {
  it('are forgotten by every web process, once and in order', async () => {
    const processes = [await webProcess(), await webProcess()];
    const paths = Array.from({ length: 30 }, (_, index) => `/p/${index}`);
    for (const path of paths) await announceOutdatedPages(db, page(path));
    for (const { forgotten, stop } of processes) {
      await vi.waitFor(() => expect(forgotten).toEqual(paths));
      stop();
    }
  });

  it('are forgotten by one that was not there when they changed', async () => {
    await announceOutdatedPages(db, page('/p/before'));
    const { forgotten, stop } = await webProcess();
    await vi.waitFor(() => expect(forgotten).toEqual(['/p/before']));
    stop();
  });

  it('are tried again when they could not be forgotten', async () => {
    const { forgotten, stop } = await webProcess(1);
    await announceOutdatedPages(db, page('/p/stubborn'));
    await vi.waitFor(() => expect(forgotten).toEqual(['/p/stubborn']), { timeout: 5000 });
    stop();
  });

  it('are heard of though their announcement was overtaken by a later one', async () => {
    const { forgotten, stop } = await webProcess();
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    const slow = db.transaction(async (tx) => {
      await announceOutdatedPages(tx, page('/p/slow'));
      await held;
    });
    await announceOutdatedPages(db, page('/p/quick'));
    await vi.waitFor(() => expect(forgotten).toEqual(['/p/quick']));
    commit();
    await slow;
    await vi.waitFor(() => expect(forgotten).toEqual(['/p/quick', '/p/slow']));
    stop();
  });

  it('are kept no longer than a page can be', async () => {
    await announceOutdatedPages(db, page('/p/old'));
    await ownerDb.execute(sql`update outdated_pages set announced_at = now() - interval '3 hours'`);
    await announceOutdatedPages(db, page('/p/new'));
    await forgetOutdatedPages(db);
    const left = await db.execute<{ ready: string[] }>(sql`select ready from outdated_pages`);
    expect(left.map(({ ready }) => ready[0])).toEqual(['/p/new']);
  });
});
