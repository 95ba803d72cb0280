import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { newId, publicId } from '@/lib/kernel/ids';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { POST } from './route';

const { sql } = await testDatabase();
testCache();

const seen = { shown: [publicId('prd', newId()), publicId('prd', newId())], viewed: null, term: null };
const BROWSER = { 'user-agent': 'Mozilla/5.0 (iPhone)', 'sec-fetch-site': 'same-origin' };

async function tell(headers: Record<string, string>, body: unknown = seen): Promise<number> {
  const url = 'http://localhost:3000/api/activity';
  const request = new NextRequest(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await POST(request, { params: Promise.resolve({}) })).status;
}

async function noted(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from activity_events`;
  return row!.count;
}

describe('what a browser tells of', () => {
  it.each([
    ['a program', { ...BROWSER, 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    ['nobody in particular', { 'sec-fetch-site': 'same-origin' }],
    ['somebody who objects', { ...BROWSER, 'sec-gpc': '1' }],
  ])('of %s is not kept', async (_, headers) => {
    expect(await tell(headers)).toBe(204);
    expect(await noted()).toBe(0);
  });

  it('is refused from other sites, and when it is too much', async () => {
    expect(await tell({ ...BROWSER, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await tell(BROWSER, { ...seen, term: 'x'.repeat(9000) })).toBe(413);
    expect(await noted()).toBe(0);
  });

  it('is kept without a word of who it was', async () => {
    expect(await tell({ ...BROWSER, cookie: 'souk=somebody', 'x-forwarded-for': '203.0.113.9' })).toBe(204);
    const rows = await sql`select * from activity_events`;
    expect(rows.length).toBe(2);
    expect(Object.keys(rows[0]!).toSorted()).toEqual(
      ['kind', 'occurred_at', 'offer_id', 'product_id', 'term', 'written_in'].toSorted(),
    );
  });
});
