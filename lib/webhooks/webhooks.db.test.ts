import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { newId } from '@/lib/kernel/ids';
import { listDeskActs } from '@/lib/sellers';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { takeMailTo } from '@/tests/support/sent-mail';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  addEndpoint,
  announce,
  changeEndpoint,
  deliverWebhook,
  DELIVER_WEBHOOK_JOB,
  removeEndpoint,
  resendDelivery,
  RETRY_SECONDS,
  rotateSecret,
} from '.';

const { db, ownerDb } = await testDatabase();
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const DAY = 24 * 3600;
/** The sandbox of these tests is this machine. */
const anywhere = () => true;

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A seller's program: a real server that hears what it is told and answers as the test says. */
async function program(answer: RequestListener = (_, response) => response.end()) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/souk`, heard };
}

const answering = (status: number, headers = {}): RequestListener => {
  return (_, response) => response.writeHead(status, headers).end('whatever');
};

/** A shop whose program is told of stock that runs low. */
async function shopTelling(url: string) {
  const sellerId = await approvedSeller(ownerDb);
  const owner = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const added = await addEndpoint(db, {
    ...{ sellerId, userId: owner.userId, url: 'https://program.example/souk', events: ['stock.low'] },
  });
  if (!added.ok) throw new Error(added.error);
  const [endpoint] = await ownerDb
    .update(webhookEndpoints)
    .set({ url })
    .where(eq(webhookEndpoints.sellerId, sellerId))
    .returning();
  return { sellerId, owner, endpointId: endpoint!.id, secret: added.value.secret };
}

async function tell(sellerId: string, occurrence: string = newId()): Promise<string> {
  await announce(db, { sellerId, event: 'stock.low', occurrence, data: { offerId: 'off_1', available: 2 } });
  const [row] = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.occurrence, occurrence));
  return row!.id;
}

async function delivery(id: string) {
  const [row] = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id));
  return row!;
}

async function endpoint(id: string) {
  const [row] = await db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id));
  return row!;
}

/** As a seller's program checks it, with nothing of ours. */
function isSigned({ headers, body }: Heard, secret: string): boolean {
  const [time, ...signatures] = String(headers['souk-signature']).split(',');
  const expected = createHmac('sha256', secret)
    .update(`${time!.slice(2)}.${body}`)
    .digest('hex');
  return signatures.includes(`v1=${expected}`);
}

describe('a message', () => {
  test('reaches the program once, signed over its time and body', async () => {
    const { url, heard } = await program();
    const { sellerId, secret } = await shopTelling(url);
    const id = await tell(sellerId, 'a-certain-time');
    await announce(db, { sellerId, event: 'stock.low', occurrence: 'a-certain-time', data: {} });
    await deliverWebhook(db, id, now, anywhere);
    await deliverWebhook(db, id, now, anywhere);

    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0]!.body)).toEqual({
      id: expect.stringMatching(/^whd_/),
      type: 'stock.low',
      createdAt: expect.any(String),
      data: { offerId: 'off_1', available: 2 },
    });
    expect(heard[0]!.headers['souk-signature']).toContain(`t=${Math.floor(now.getTime() / 1000)},`);
    expect(isSigned(heard[0]!, secret)).toBe(true);
    expect(isSigned({ ...heard[0]!, body: `${heard[0]!.body} ` }, secret)).toBe(false);
    expect(isSigned(heard[0]!, `${secret}x`)).toBe(false);
    expect(await delivery(id)).toMatchObject({ status: 'delivered', attempts: 1, answeredStatus: 200 });
  });

  test('is for who wants to know of it: of this shop, of this event, switched on, still there', async () => {
    const { url } = await program();
    const { sellerId, endpointId } = await shopTelling(url);
    const other = await shopTelling(url);
    const count = () => db.$count(webhookDeliveries, eq(webhookDeliveries.endpointId, endpointId));
    await announce(db, { sellerId: other.sellerId, event: 'stock.low', occurrence: newId(), data: {} });
    await announce(db, { sellerId, event: 'order.placed', occurrence: newId(), data: {} });
    const change = { sellerId, endpointId, events: ['stock.low'] } as const;
    await changeEndpoint(db, { ...change, isActive: false });
    await announce(db, { sellerId, event: 'stock.low', occurrence: newId(), data: {} });
    expect(await count()).toBe(0);
    await changeEndpoint(db, { ...change, isActive: true });
    const id = await tell(sellerId);
    await removeEndpoint(db, { sellerId, endpointId, now });
    await deliverWebhook(db, id, now, anywhere);
    expect(await delivery(id)).toMatchObject({ attempts: 0 });
  });

  test('comes again when it fails, later each time, until it is given up', async () => {
    const { url, heard } = await program(answering(500));
    const { sellerId, endpointId } = await shopTelling(url);
    const id = await tell(sellerId);
    for (const [attempt, seconds] of RETRY_SECONDS.entries()) {
      await deliverWebhook(db, id, now, anywhere);
      expect(await delivery(id)).toMatchObject({ status: 'waiting', attempts: attempt + 1 });
      const [job] = await db.execute<{ wait: number }>(sql`
        select extract(epoch from run_at - created_at)::float8 as wait from jobs
        where name = ${DELIVER_WEBHOOK_JOB} and payload->>'deliveryId' = ${id} order by run_at desc limit 1`);
      expect(job!.wait).toBeCloseTo(seconds, 0);
    }
    await deliverWebhook(db, id, now, anywhere);
    expect(await delivery(id)).toMatchObject({ status: 'failed', problem: 'It answered 500.' });
    expect(heard).toHaveLength(RETRY_SECONDS.length + 1);
    expect(await endpoint(endpointId)).toMatchObject({ status: 'active', failingSince: now });
  });

  test('can be sent again by its shop, and by no other', async () => {
    const { url, heard } = await program();
    const { sellerId } = await shopTelling(url);
    const other = await approvedSeller(ownerDb);
    const deliveryId = await tell(sellerId);
    await deliverWebhook(db, deliveryId, now, anywhere);
    expect(await resendDelivery(db, { sellerId: other, deliveryId })).toMatchObject({ error: 'not_found' });
    expect(await resendDelivery(db, { sellerId, deliveryId })).toMatchObject({ ok: true });
    await deliverWebhook(db, deliveryId, now, anywhere);
    expect(heard).toHaveLength(2);
    expect(heard[1]!.body).toBe(heard[0]!.body);
  });
});

describe('an endpoint', () => {
  test('that does not answer for three days is told nothing more, and its owners learn of it', async () => {
    const { url } = await program(answering(503));
    const { sellerId, endpointId, owner } = await shopTelling(url);
    await deliverWebhook(db, await tell(sellerId), now, anywhere);
    await deliverWebhook(db, await tell(sellerId), later(2 * DAY), anywhere);
    expect(await endpoint(endpointId)).toMatchObject({ status: 'active' });
    await deliverWebhook(db, await tell(sellerId), later(3 * DAY), anywhere);
    expect(await endpoint(endpointId)).toMatchObject({ status: 'failed' });
    await drain(db, works);
    expect(takeMailTo(owner.email).text).toContain(url);
    const { items } = await listDeskActs(db, sellerId, { limit: 5, before: null });
    expect(items).toMatchObject([{ action: 'seller.webhook-failed' }]);
  });

  test('at which one message came through meanwhile has not failed', async () => {
    let status = 500;
    const { url } = await program((_, response) => response.writeHead(status).end());
    const { sellerId, endpointId } = await shopTelling(url);
    await deliverWebhook(db, await tell(sellerId), now, anywhere);
    status = 204;
    await deliverWebhook(db, await tell(sellerId), later(2 * DAY), anywhere);
    expect(await endpoint(endpointId)).toMatchObject({ failingSince: null });
    status = 500;
    await deliverWebhook(db, await tell(sellerId), later(4 * DAY), anywhere);
    expect(await endpoint(endpointId)).toMatchObject({ status: 'active' });
  });

  test('that is switched on again is told what waited for it', async () => {
    const { url } = await program();
    const { sellerId, endpointId } = await shopTelling(url);
    const change = { sellerId, endpointId, events: ['stock.low'] } as const;
    const id = await tell(sellerId);
    await changeEndpoint(db, { ...change, isActive: false });
    await drain(db, works);
    const jobs = () =>
      db.execute(sql`select from jobs where status = 'waiting' and payload->>'deliveryId' = ${id}`);
    expect(await jobs()).toHaveLength(0);
    await changeEndpoint(db, { ...change, isActive: true });
    expect(await jobs()).toHaveLength(1);
    await changeEndpoint(db, { ...change, isActive: true });
    expect(await jobs()).toHaveLength(1);
  });

  test('whose secret was changed is signed to by both for a day, then by the new one alone', async () => {
    const { url, heard } = await program();
    const { sellerId, endpointId, secret } = await shopTelling(url);
    const rotated = await rotateSecret(db, { sellerId, endpointId, now });
    if (!rotated.ok) throw new Error(rotated.error);
    expect(rotated.value.secret).not.toBe(secret);
    await deliverWebhook(db, await tell(sellerId), later(DAY - 60), anywhere);
    await deliverWebhook(db, await tell(sellerId), later(DAY + 60), anywhere);
    const [within, after] = heard as [Heard, Heard];
    expect([isSigned(within, secret), isSigned(within, rotated.value.secret)]).toEqual([true, true]);
    expect([isSigned(after, secret), isSigned(after, rotated.value.secret)]).toEqual([false, true]);
  });
});

describe('what is inside stays there', () => {
  test('an address of this machine or a private network is not asked, by number or by name', async () => {
    const { url, heard } = await program();
    const { port } = new URL(url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '169.254.169.254', '10.0.0.1', '2130706433']) {
      const { sellerId } = await shopTelling(`http://${host}:${port}/`);
      const id = await tell(sellerId);
      await deliverWebhook(db, id, now);
      expect((await delivery(id)).problem, host).toContain('is not on the public internet');
    }
    expect(heard).toEqual([]);
  });

  test('a redirect leads nowhere', async () => {
    const inside = await program();
    const { url } = await program(answering(302, { location: inside.url }));
    const { sellerId } = await shopTelling(url);
    const id = await tell(sellerId);
    await deliverWebhook(db, id, now, anywhere);
    expect(inside.heard).toEqual([]);
    expect(await delivery(id)).toMatchObject({ status: 'waiting', answeredStatus: 302 });
  });

  test.each([
    'http://program.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://localhost/',
    'https://intranet/',
    'https://user:secret@program.example/',
    'ftp://program.example/',
  ])('%s is refused where it is written', async (url) => {
    const sellerId = await approvedSeller(ownerDb);
    const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
    expect(await addEndpoint(db, { sellerId, userId, url, events: ['stock.low'] })).toMatchObject({
      error: 'webhook_address_closed',
    });
  });
});
