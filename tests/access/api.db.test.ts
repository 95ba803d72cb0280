import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orderResource, orderSummary } from '@/app/api/v1/orders/order-resource';
import { offerResource } from '@/app/api/v1/offers/offer-resource';
import { createApiKey, listApiKeys, revokeApiKey } from '@/lib/api-keys';
import { API_SCOPES, type ApiScope } from '@/lib/api-keys/model';
import { API_RATE } from '@/lib/http';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { takeToken } from '@/lib/platform/rate-limit';
import { listDeskActs } from '@/lib/sellers';
import { serveApi } from '../support/api-server';
import { testCache } from '../support/cache';
import { offerForSale } from '../support/goods';
import { placedOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { shopWithBooks } from '../support/shop-with-books';
import { soldOrder } from '../support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';

const shop = await shopWithBooks();
const { db, ownerDb, payments } = shop;
testCache();
const url = await serveApi();

async function keyOf(sellerId: string, scopes: readonly ApiScope[] = API_SCOPES): Promise<string> {
  const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const made = await createApiKey(db, { sellerId, userId, name: 'Warehouse', scopes });
  if (!made.ok) throw new Error(made.error);
  return made.value.key;
}

type Asked = { readonly method?: string; readonly body?: unknown; readonly once?: string };

/** What a program of the shop does: over the network, with its key. */
async function ask(key: string, path: string, { method = 'GET', body, once }: Asked = {}) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(once && { 'idempotency-key': once }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

/** A shop with a paid order of three pieces, to accept. */
async function shopWithOrder() {
  const goods = await offerForSale(ownerDb);
  const buyer = await signedInPerson(ownerDb);
  const { orderId } = await placedOrder(db, buyer, [{ offerId: goods.offerId, quantity: 3 }]);
  await payments.pay(db, orderId);
  await payments.deliver(db, orderId);
  await drain(db, works);
  const [line] = await db.execute<{ id: string; part: string }>(
    sql`select id, seller_order_id as part from order_lines where order_id = ${orderId}`,
  );
  return {
    ...goods,
    key: await keyOf(goods.sellerId),
    order: `/orders/${publicId('slo', line!.part)}`,
    lineId: publicId('oln', line!.id),
    offer: `/offers/${publicId('off', goods.offerId)}`,
  };
}

describe('orders', () => {
  test('are listed, read, accepted and sent by a program, as their document says', async () => {
    const { key, order, lineId, sellerId } = await shopWithOrder();
    const { json: list } = await ask(key, '/orders?queue=to_accept');
    const rows = z.strictObject({ items: z.array(orderSummary.strict()), next: z.null() }).parse(list);
    expect(rows.items.map(({ id }) => `/orders/${id}`)).toEqual([order]);

    const { json: accepted } = await ask(key, `${order}/accept`, { method: 'POST' });
    expect(orderResource.strict().parse(accepted)).toMatchObject({ status: 'to_ship' });
    const sent = await ask(key, `${order}/parcels`, {
      method: 'POST',
      body: { lines: [{ lineId, quantity: 2 }] },
    });
    expect(orderResource.strict().parse(sent.json)).toMatchObject({
      status: 'partly_shipped',
      lines: [{ toShip: 1 }],
    });
    expect((await ask(key, order)).json).toEqual(sent.json);

    const { items } = await listDeskActs(db, sellerId, { limit: 5, before: null });
    expect(items).toMatchObject([
      { action: 'seller.send-parcel', detail: { key: 'Warehouse', subject: order.slice('/orders/'.length) } },
      { action: 'seller.accept-order' },
    ]);
  });

  test('are sent once when a program repeats itself, even both times at once', async () => {
    const { key, order, lineId } = await shopWithOrder();
    await ask(key, `${order}/accept`, { method: 'POST' });
    const send = { method: 'POST', body: { lines: [{ lineId, quantity: 1 }] }, once: newId() };
    const [first, second] = await Promise.all([1, 2].map(() => ask(key, `${order}/parcels`, send)));
    expect(first).toMatchObject({ status: 200, json: { lines: [{ toShip: 2 }] } });
    expect(second!.json).toEqual(first!.json);
    expect((await ask(key, `${order}/parcels`, send)).json).toEqual(first!.json);
    const other = { ...send, body: { lines: [{ lineId, quantity: 2 }] } };
    expect(await ask(key, `${order}/parcels`, other)).toMatchObject({
      status: 409,
      json: { error: 'idempotency_key_reused' },
    });
  });

  test('that cannot be sent are refused as at the desk, with a code and words', async () => {
    const { key, order, lineId } = await shopWithOrder();
    const send = (quantity: number) =>
      ask(key, `${order}/parcels`, { method: 'POST', body: { lines: [{ lineId, quantity }] } });
    expect(await send(1)).toMatchObject({ status: 409, json: { error: 'illegal_transition' } });
    expect(await send(0)).toMatchObject({ status: 422, json: { error: 'invalid_input' } });
    await ask(key, `${order}/accept`, { method: 'POST' });
    const tooMany = await send(9);
    expect(tooMany).toMatchObject({ status: 409, json: { error: 'quantity_not_open' } });
    expect(tooMany.json.message).toContain('no more than are still to be sent');
  });

  test('come in pages that follow one another', async () => {
    const { sellerId } = await offerForSale(ownerDb);
    const key = await keyOf(sellerId);
    for (let sold = 0; sold < 3; sold++) await soldOrder(shop, [1], { sellerId });
    const first = await ask(key, '/orders?limit=2');
    const second = await ask(key, `/orders?limit=2&after=${first.json.next}`);
    const ids = [...first.json.items, ...second.json.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(second.json.next).toBeNull();
  });
});

describe('offers', () => {
  test('are read and set, only what was sent, and only over what the program has seen', async () => {
    const { key, offer } = await shopWithOrder();
    const { json: before } = await ask(key, offer);
    expect(offerResource.strict().parse(before)).toMatchObject({ onHand: 10, status: 'active' });
    const { json: after } = await ask(key, offer, { method: 'PATCH', body: { onHand: 7 } });
    expect(after).toEqual({ ...before, onHand: 7, version: before.version + 1 });
    const late = { method: 'PATCH', body: { priceMinor: 1_999, version: before.version } };
    expect(await ask(key, offer, late)).toMatchObject({ status: 409, json: { error: 'conflict' } });
    const { json: list } = await ask(key, '/offers');
    expect(list).toEqual({ items: [after], next: null });
    expect((await ask(key, '/offers?sku=none')).json.items).toEqual([]);
  });

  test('keep what buyers hold', async () => {
    const { key, offer } = await shopWithOrder();
    expect(await ask(key, offer, { method: 'PATCH', body: { onHand: 1 } })).toMatchObject({
      status: 409,
      json: { error: 'stock_below_reserved' },
    });
  });
});

describe('a program without the right', () => {
  test('is told so: no key, a wrong one, a revoked one, one without the scope', async () => {
    const { sellerId, order, offer } = await shopWithOrder();
    const reader = await keyOf(sellerId, ['orders:read']);
    expect(await ask('', order)).toMatchObject({ status: 401, json: { error: 'api_key_invalid' } });
    expect(await ask(`${reader}x`, order)).toMatchObject({ status: 401 });
    expect(await ask(reader, order)).toMatchObject({ status: 200 });
    expect(await ask(reader, `${order}/accept`, { method: 'POST' })).toMatchObject({
      status: 403,
      json: { error: 'api_scope_missing', detail: { scope: 'orders:write' } },
    });
    expect(await ask(reader, offer)).toMatchObject({ status: 403 });
    const { keyId } = (await listApiKeys(db, sellerId)).find(({ ending }) => reader.endsWith(ending))!;
    await revokeApiKey(db, { sellerId, keyId: parsePublicId('key', keyId)!, now: new Date() });
    expect(await ask(reader, order)).toMatchObject({ status: 401, json: { error: 'api_key_invalid' } });
  });

  test('is asked to wait when it asks too often, and told how long', async () => {
    const { sellerId, key, order } = await shopWithOrder();
    const [only] = await listApiKeys(db, sellerId);
    const asker = parsePublicId('key', only!.keyId)!;
    while ((await takeToken('api', asker, API_RATE)).allowed);
    const refused = await ask(key, order);
    expect(refused).toMatchObject({ status: 429, json: { error: 'too_many_requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
