import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { acceptSellerOrders, countSellerQueues, listSellerOrders } from '.';

const { db, ownerDb } = await testDatabase();

let sellerId: string;
let foreign: string;
/** Parts of the seller, promised one day after the other; the last one has not been paid for. */
let parts: string[];

async function partOf(offerId: string, promisedInDays: number, status: string): Promise<string> {
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId }]);
  const [part] = await ownerDb.execute<{ id: string }>(sql`
    update seller_orders set status = ${status}::seller_order_status,
      promised_to = now() + ${promisedInDays} * interval '1 day'
    where order_id = ${orderId} returning id`);
  return part!.id;
}

beforeAll(async () => {
  const mine = await offerForSale(ownerDb);
  sellerId = mine.sellerId;
  parts = [
    await partOf(mine.offerId, 3, 'to_accept'),
    await partOf(mine.offerId, 1, 'to_accept'),
    await partOf(mine.offerId, 1, 'to_accept'),
    await partOf(mine.offerId, 5, 'partly_shipped'),
    await partOf(mine.offerId, 2, 'to_ship'),
    await partOf(mine.offerId, 1, 'pending_payment'),
  ];
  const other = await offerForSale(ownerDb);
  foreign = await partOf(other.offerId, 1, 'to_accept');
});

const named = (indexes: readonly number[]) => indexes.map((index) => publicId('slo', parts[index]!));
const idsIn = async (queue: Parameters<typeof listSellerOrders>[2]) =>
  (await listSellerOrders(db, sellerId, queue, { limit: 10, after: null })).items.map(
    ({ sellerOrderId }) => sellerOrderId,
  );

describe("a seller's queues", () => {
  it('hold what waits, the most urgent first, and count the same', async () => {
    await ownerDb.execute(sql`update seller_orders set late_told_at = now() where id = ${parts[3]!}`);
    expect(await idsIn('to_accept')).toEqual(named([1, 2, 0]));
    expect(await idsIn('to_ship')).toEqual(named([4, 3]));
    expect(await idsIn('late')).toEqual(named([3]));
    expect(await idsIn('shipped')).toEqual([]);
    expect(await idsIn(null)).toEqual(named([4, 3, 2, 1, 0]));
    expect(await countSellerQueues(db, sellerId)).toEqual({ to_accept: 3, to_ship: 2, late: 1, shipped: 0 });
  });

  it.each(['to_accept', null] as const)('of %s, pages go on where the last one ended', async (queue) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listSellerOrders(db, sellerId, queue, { limit: 1, after });
      seen.push(...page.items.map(({ sellerOrderId }) => sellerOrderId));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(await idsIn(queue));
  });

  it('say by when a part has to leave, ahead of its promise, until all of it has left', async () => {
    const { items } = await listSellerOrders(db, sellerId, 'to_ship', { limit: 1, after: null });
    const [part] = items;
    const [placed] = await ownerDb.execute<{ promised_from: string }>(
      sql`select promised_from from seller_orders where id = ${parts[4]!}`,
    );
    expect(part!.shipBy! >= part!.placedAt.slice(0, 10)).toBe(true);
    expect(new Date(part!.shipBy!) < new Date(placed!.promised_from)).toBe(true);
    await ownerDb.execute(sql`update seller_orders set status = 'shipped' where id = ${parts[4]!}`);
    const sent = await listSellerOrders(db, sellerId, 'shipped', { limit: 1, after: null });
    expect(sent.items[0]!.shipBy).toBeNull();
    await ownerDb.execute(sql`update seller_orders set status = 'to_ship' where id = ${parts[4]!}`);
  });

  it("do not go on after another seller's part", async () => {
    const page = await listSellerOrders(db, sellerId, 'to_accept', { limit: 10, after: foreign });
    expect(page.items).toEqual([]);
  });
});

describe('accepting many orders', () => {
  const accept = (sellerOrderIds: readonly string[]) =>
    acceptSellerOrders(db, { sellerOrderIds, sellerId, userId: sellerId, now: new Date() });
  const waiting = async () => (await countSellerQueues(db, sellerId)).to_accept;

  it("accepts none when one is another seller's or unpaid", async () => {
    for (const id of [foreign, parts[5]!]) {
      expect(await accept([parts[0]!, id])).toMatchObject({ ok: false, error: 'not_found' });
    }
    expect(await waiting()).toBe(3);
  });

  it('accepts what still waits and leaves what has moved on, named once or twice', async () => {
    expect(await accept([parts[0]!, parts[0]!, parts[4]!])).toEqual({ ok: true, value: { accepted: 1 } });
    expect(await waiting()).toBe(2);
    expect(await idsIn('to_ship')).toEqual(named([4, 0, 3]));
  });
});
