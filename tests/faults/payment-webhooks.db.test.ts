import { NextRequest } from 'next/server';
import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { POST as stripeWebhook } from '@/app/api/webhooks/stripe/route';
import * as environment from '@/lib/platform/env';
import { testDatabase } from '../support/database';
import { testPayments } from '../support/payments';

const { env } = environment;
const { db } = await testDatabase();
const payments = testPayments();

describe("a webhook of the payment provider's", () => {
  const url = 'http://localhost:3000/api/webhooks/stripe';
  const post = (body: string, signature: string) =>
    stripeWebhook(new NextRequest(url, { method: 'POST', body, headers: { 'stripe-signature': signature } }));
  const signed = (payload: string, secret = env().STRIPE_WEBHOOK_SECRET, timestamp?: number) =>
    payments.stripe().webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const event = (id: string) =>
    JSON.stringify({
      id,
      object: 'event',
      type: 'payment_intent.succeeded',
      data: { object: { id: 'pi_nobody', object: 'payment_intent' } },
    });
  const stored = async (id: string) =>
    (await db.execute(sql`select 1 from webhook_inbox where external_id = ${id}`)).length;

  it('that is forged, altered or old is not kept', async () => {
    const body = event('evt_forged');
    const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
    for (const signature of [
      '',
      't=1,v1=00',
      signed(body, 'whsec_of_somebody_else'),
      signed(`${body} `),
      signed(body, undefined, anHourAgo),
    ]) {
      const answer = await post(body, signature);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: 'bad_signature' });
    }
    expect(await stored('evt_forged')).toBe(0);
  });

  it("of a connected account is known by the secret of the sellers' endpoint, once there is one", async () => {
    const body = event('evt_of_a_seller');
    const secret = 'whsec_of_the_connect_endpoint';
    expect((await post(body, signed(body, secret))).status).toBe(401);
    const settings = env();
    const withConnect = { ...settings, STRIPE_CONNECT_WEBHOOK_SECRET: secret };
    vi.spyOn(environment, 'env').mockReturnValue(withConnect);
    expect((await post(body, signed(body, secret))).status).toBe(200);
    expect((await post(body, signed(body))).status).toBe(200);
    expect((await post(body, signed(body, 'whsec_of_somebody_else'))).status).toBe(401);
    vi.restoreAllMocks();
  });

  it('that is replayed is kept once, and answered alike', async () => {
    const body = event('evt_again');
    const answers = await Promise.all([1, 2, 3].map(() => post(body, signed(body))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored('evt_again')).toBe(1);
  });

  it('that is oversized is refused unread', async () => {
    const body = 'x'.repeat(2 * 1024 * 1024);
    expect((await post(body, signed(body))).status).toBe(413);
  });
});
