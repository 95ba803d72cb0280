import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { cancelLinesBySeller, getSellerOrder, listSellerOrders, packLines, unpackSellerOrder } from '.';

const { db, ownerDb } = await testDatabase({ poolSize: 20 });

let act: { sellerOrderId: string; sellerId: string; userId: string; now: Date };
let orderLineId: string;

/** An accepted part with three pieces of one offer. */
beforeEach(async () => {
  const { offerId, sellerId } = await offerForSale(ownerDb, { onHand: 20 });
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId, quantity: 3 }]);
  const [part] = await ownerDb.execute<{ id: string }>(
    sql`update seller_orders set status = 'to_ship' where order_id = ${orderId} returning id`,
  );
  const [line] = await ownerDb.execute<{ id: string }>(
    sql`select id from order_lines where order_id = ${orderId}`,
  );
  act = { sellerOrderId: part!.id, sellerId, userId: newId(), now: new Date() };
  orderLineId = line!.id;
});

const pack = (quantity: number, idempotencyKey: string = randomUUID()) =>
  packLines(db, { ...act, idempotencyKey, lines: [{ orderLineId, quantity }] });

const setLine = (quantities: { shipped?: number; cancelled?: number }) =>
  ownerDb.execute(sql`
    update order_lines set shipped_quantity = ${quantities.shipped ?? 0},
      cancelled_quantity = ${quantities.cancelled ?? 0} where id = ${orderLineId}`);

async function shown() {
  const found = await getSellerOrder(db, act.sellerId, act.sellerOrderId);
  const [line] = found!.part.lines;
  const inQueue = await listSellerOrders(db, act.sellerId, 'to_ship', { limit: 10, after: null });
  return [line!.packed, line!.toShip - line!.packed, inQueue.items[0]?.isPacked];
}

async function history(): Promise<string[]> {
  const rows = await db.execute<{ event: string }>(sql`
    select event from order_history where seller_order_id = ${act.sellerOrderId} and event like '%packed' order by id`);
  return rows.map(({ event }) => event);
}

describe('packing', () => {
  it('is told piece by piece, and the part is packed once nothing is left on the shelf', async () => {
    expect(await pack(1)).toEqual({ ok: true, value: undefined });
    expect(await shown()).toEqual([1, 2, false]);
    expect(await pack(2)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([3, 0, true]);
    expect(await history()).toEqual(['seller_order.packed', 'seller_order.packed']);
  });

  it('happens once, however often at once a device tells of it', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => pack(2, key)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await pack(2, key)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([2, 1, false]);
    expect(await history()).toEqual(['seller_order.packed']);
  });

  it('of two devices, only one packs the last pieces; the other is told and may try its key again', async () => {
    const keys = [randomUUID(), randomUUID()];
    const answers = await Promise.all(keys.map((key) => pack(2, key)));
    expect(answers.map((answer) => answer.ok || answer.error).toSorted()).toEqual([
      'quantity_not_open',
      true,
    ]);
    const refused = keys[answers.findIndex(({ ok }) => !ok)]!;
    expect(await pack(1, refused)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([3, 0, true]);
  });

  it('of other pieces by the same key is a conflict', async () => {
    const key = randomUUID();
    await pack(1, key);
    expect(await pack(2, key)).toMatchObject({ error: 'conflict' });
    expect(await shown()).toEqual([1, 2, false]);
  });

  it.each([0, 4])('of %i pieces of three is refused', async (quantity) => {
    expect(await pack(quantity)).toMatchObject({ error: 'quantity_not_open' });
    expect(await history()).toEqual([]);
  });

  it.each(['to_accept', 'shipped', 'delivered', 'cancelled'])(
    'of a part that is %s is refused',
    async (status) => {
      await ownerDb.execute(sql`update seller_orders set status = ${status}::seller_order_status
      where id = ${act.sellerOrderId}`);
      expect(await pack(1)).toMatchObject({ error: 'illegal_transition' });
      expect(await unpackSellerOrder(db, act)).toMatchObject({ error: 'illegal_transition' });
    },
  );

  it('of what nobody has paid for, or another seller is to send, is not found', async () => {
    expect(
      await packLines(db, { ...act, sellerId: newId(), idempotencyKey: randomUUID(), lines: [] }),
    ).toMatchObject({ error: 'not_found' });
    await ownerDb.execute(
      sql`update seller_orders set status = 'pending_payment' where id = ${act.sellerOrderId}`,
    );
    expect(await pack(1)).toMatchObject({ error: 'not_found' });
  });
});

describe('what is packed', () => {
  it('leaves first', async () => {
    await pack(2);
    await setLine({ shipped: 1 });
    expect(await shown()).toEqual([1, 1, false]);
    expect(await pack(1)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([2, 0, true]);
  });

  it('is more of it than is still wanted only until pieces are called off', async () => {
    await pack(2);
    await cancelLinesBySeller(db, {
      ...{ ...act, version: await version(), reason: 'Broken' },
      lines: [{ orderLineId, quantity: 2 }],
    });
    expect(await shown()).toEqual([1, 0, true]);
    expect(await pack(1)).toMatchObject({ error: 'quantity_not_open' });
  });

  it('lies on the table again when it is unpacked, but for what has left', async () => {
    await pack(3);
    await setLine({ shipped: 1 });
    expect(await unpackSellerOrder(db, act)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([0, 2, false]);
    expect(await unpackSellerOrder(db, act)).toMatchObject({ ok: true });
    expect(await history()).toEqual(['seller_order.packed', 'seller_order.unpacked']);
  });
});

async function version(): Promise<number> {
  const found = await getSellerOrder(db, act.sellerId, act.sellerOrderId);
  return found!.part.version;
}
