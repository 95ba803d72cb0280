import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepPageCache } from './page-cache';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-pages-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A page of 1,000 bytes, as Next stores it. */
async function page(name: string, age: number): Promise<void> {
  const base = path.join(folder, 'p', name);
  await mkdir(`${base}.segments/p`, { recursive: true });
  const writtenAt = new Date(Date.UTC(2026, 0, 1) - age * 1000);
  for (const [file, bytes] of [
    [`${base}.html`, 600],
    [`${base}.meta`, 100],
    [`${base}.segments/p/__PAGE__.segment.rsc`, 300],
  ] as const) {
    await writeFile(file, 'x'.repeat(bytes));
    await utimes(file, writtenAt, writtenAt);
  }
}

async function left(): Promise<string[]> {
  const names = await readdir(path.join(folder, 'p'));
  return [...new Set(names.map((name) => name.split('.')[0] ?? ''))].toSorted();
}

describe('the page cache', () => {
  it('within its bound stays as it is', async () => {
    await page('one', 10);
    expect(await sweepPageCache(folder, 1000)).toBe(0);
    expect(await left()).toEqual(['one']);
  });

  it('beyond it loses the oldest pages, whole, and no more than it must', async () => {
    for (const [index, name] of ['newest', 'new', 'old', 'oldest'].entries()) await page(name, index);
    expect(await sweepPageCache(folder, 3000)).toBe(2);
    expect(await left()).toEqual(['new', 'newest']);
  });

  it('that does not exist yet is no fault', async () => {
    expect(await sweepPageCache(path.join(folder, 'nothing'), 1)).toBe(0);
  });
});
