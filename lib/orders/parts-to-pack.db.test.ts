import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { listPartsToPack } from '.';

const { db, ownerDb } = await testDatabase();

type Part = { readonly id: string; readonly offerId: string };

let sellerId: string;
let first: Part;
let second: Part;
let waiting: Part;
let foreign: Part;
let unpaid: Part;

/** A part with three pieces of the offer, promised in so many days. */
async function partOf(offerId: string, status: string, promisedInDays: number): Promise<Part> {
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId, quantity: 3 }]);
  const [part] = await ownerDb.execute<{ id: string }>(sql`
    update seller_orders set status = ${status}::seller_order_status,
      promised_to = now() + ${promisedInDays} * interval '1 day'
    where order_id = ${orderId} returning id`);
  return { id: part!.id, offerId };
}

const setLine = ({ id }: Part, shipped: number, cancelled: number) =>
  ownerDb.execute(sql`
    update order_lines set shipped_quantity = ${shipped}, cancelled_quantity = ${cancelled}
    where seller_order_id = ${id}`);

beforeAll(async () => {
  const mine = await offerForSale(ownerDb, { onHand: 20 });
  sellerId = mine.sellerId;
  second = await partOf(mine.offerId, 'partly_shipped', 2);
  first = await partOf(mine.offerId, 'to_ship', 1);
  waiting = await partOf(mine.offerId, 'to_accept', 1);
  unpaid = await partOf(mine.offerId, 'pending_payment', 1);
  foreign = await partOf((await offerForSale(ownerDb)).offerId, 'to_ship', 1);
});

const packed = async (parts: readonly Part[]) => {
  const found = await listPartsToPack(
    db,
    sellerId,
    parts.map(({ id }) => id),
  );
  return found.ok
    ? found.value.map((part) => [part.sellerOrderId, part.lines.map(({ quantity }) => quantity)])
    : found.error;
};
const row = ({ id }: Part, ...quantities: number[]) => [publicId('slo', id), quantities];

describe('what is to be packed', () => {
  it('is what was neither sent nor cancelled of all accepted parts, the most urgent first', async () => {
    await setLine(second, 1, 1);
    expect(await packed([])).toEqual([row(first, 3), row(second, 1)]);
  });

  it('is that of the chosen parts alone, named once or twice, accepted or not', async () => {
    expect(await packed([waiting, waiting])).toEqual([row(waiting, 3)]);
  });

  it('leaves out parts of which nothing is left', async () => {
    await setLine(second, 2, 1);
    expect(await packed([second, first])).toEqual([row(first, 3)]);
  });

  it("is nothing at all when one part is another seller's or unpaid", async () => {
    expect(await packed([first, foreign])).toBe('not_found');
    expect(await packed([first, unpaid])).toBe('not_found');
  });
});
