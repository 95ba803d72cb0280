import { sql } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { POST } from '@/app/api/webhooks/carrier/route';
import { newId } from '@/lib/kernel/ids';
import { EASYPOST_SIGNATURE_HEADER, signEasyPostBody } from '@/lib/platform/carriers/easypost';
import { env } from '@/lib/platform/env';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();

const secret = () => env().EASYPOST_WEBHOOK_SECRET ?? '';

let eventId: string;
let body: string;

beforeEach(() => {
  eventId = `evt_${newId()}`;
  const tracker = {
    id: 'trk_1',
    object: 'Tracker',
    tracking_code: '1Z5R89390357567127',
    tracking_details: [],
  };
  body = JSON.stringify({ id: eventId, object: 'Event', description: 'tracker.updated', result: tracker });
});

function call(sent: string, signature: string | null): Promise<Response> {
  const headers: Record<string, string> =
    signature === null ? {} : { [EASYPOST_SIGNATURE_HEADER]: signature };
  return POST(
    new NextRequest('http://localhost/api/webhooks/carrier', { method: 'POST', headers, body: sent }),
  );
}

async function stored(): Promise<number> {
  const rows = await db.execute(sql`select 1 from webhook_inbox where external_id = ${eventId}`);
  return rows.length;
}

describe("a carrier's webhook", () => {
  it('is kept once, however often it comes', async () => {
    const signature = signEasyPostBody(body, secret());
    const answers = await Promise.all([1, 2, 3].map(() => call(body, signature)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toBe(1);
  });

  it.each([
    ['without a signature', () => call(body, null)],
    ['signed by somebody else', () => call(body, signEasyPostBody(body, 'another secret'))],
    ['whose body was altered', () => call(body.replace('1Z5', '1Z6'), signEasyPostBody(body, secret()))],
  ])('%s is refused and leaves nothing', async (_what, attempt) => {
    const answer = await attempt();
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: 'bad_signature' });
    expect(await stored()).toBe(0);
  });
});
