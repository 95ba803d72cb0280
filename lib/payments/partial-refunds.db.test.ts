import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { acceptSellerOrder, cancelLinesByBuyer, cancelLinesBySeller, cancelOrderByBuyer } from '@/lib/orders';
import { shipParcel } from '@/lib/fulfilment';
import { getSellerBalances } from '@/lib/ledger';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { signedInPerson } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { getPayment, requestRefund } from '.';

const shop = await shopWithBooks();
const { db, ownerDb, payments } = shop;

async function partOf({ act }: Pick<SoldOrder, 'act'>) {
  const [row] = await db.execute<{ status: string; version: number; order_status: string }>(sql`
    select part.status, part.version, o.status as order_status
    from seller_orders part join orders o on o.id = part.order_id where part.id = ${act.sellerOrderId}`);
  return row!;
}

async function reservedOf(offerId: string): Promise<number> {
  const [row] = await db.execute<{ reserved: number }>(
    sql`select reserved from stock where offer_id = ${offerId}`,
  );
  return row!.reserved;
}

async function refundsOf({ orderId }: SoldOrder) {
  await drain(db, works);
  const payment = await getPayment(db, orderId);
  return payment!.refunds.map(({ amount, commission, status, reason }) => ({
    amountMinor: amount.amountMinor,
    commissionMinor: commission.amountMinor,
    status,
    reason,
  }));
}

/** What a page would send to call off so many pieces of the first line. */
async function pieces(order: SoldOrder, quantity: number, line = 0) {
  const { orderLineId } = order.lines[line]!;
  const { version } = await partOf(order);
  return { ...order.act, version, lines: [{ orderLineId, quantity }], reason: 'The glaze cracked' };
}

async function byBuyer(order: SoldOrder, quantity: number) {
  return { ...(await pieces(order, quantity)), orderId: order.orderId, reason: 'buyer_cancelled' };
}

describe('pieces of a paid line that are called off before they ship', () => {
  it("go back at their own price, tax and commission, one after the other exactly the line's", async () => {
    // 3 × 25.00 and 4.90 of delivery: 26.63 + 26.63 + 26.64 in whatever order.
    const order = await soldOrder(shop, [3]);
    const back = [];
    for (const _ of [1, 2, 3]) {
      expect(await cancelLinesBySeller(db, await pieces(order, 1))).toEqual({ ok: true, value: undefined });
      back.push((await refundsOf(order)).at(-1)!);
    }
    expect(back.map(({ amountMinor }) => amountMinor)).toEqual([2_664, 2_663, 2_663]);
    expect(back.map(({ commissionMinor }) => commissionMinor)).toEqual([300, 300, 300]);
    expect(back.every(({ status }) => status === 'succeeded')).toBe(true);
    expect(await partOf(order)).toMatchObject({ status: 'cancelled', order_status: 'cancelled' });
    const balances = await getSellerBalances(db, order.act.sellerId);
    expect(balances.map(({ pendingMinor }) => pendingMinor)).toEqual([0]);
  });

  it('leave the rest as it was: its stock held, its seller about to send it', async () => {
    const order = await soldOrder(shop, [3, 1]);
    await cancelLinesByBuyer(db, await byBuyer(order, 2));
    expect(await reservedOf(order.offerIds[0]!)).toBe(1);
    expect(await reservedOf(order.offerIds[1]!)).toBe(1);
    expect((await partOf(order)).status).toBe('to_ship');
    const rest = [{ ...order.lines[0]!, quantity: 1 }, order.lines[1]!];
    const sent = await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines: rest });
    expect(sent.ok).toBe(true);
    expect((await partOf(order)).status).toBe('shipped');
  });

  it('end a part of which everything else has left as shipped, not as cancelled', async () => {
    const order = await soldOrder(shop, [3]);
    const some = [{ ...order.lines[0]!, quantity: 2 }];
    await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines: some });
    expect(await cancelLinesBySeller(db, await pieces(order, 1))).toMatchObject({ ok: true });
    expect((await partOf(order)).status).toBe('shipped');
    expect(await reservedOf(order.offerIds[0]!)).toBe(0);
    expect((await refundsOf(order)).map(({ amountMinor }) => amountMinor)).toEqual([2_664]);
  });

  it("are told of to the buyer, with the seller's reason", async () => {
    const order = await soldOrder(shop, [2]);
    sentMails.length = 0;
    await cancelLinesBySeller(db, await pieces(order, 1));
    await drain(db, works);
    const told = sentMails.filter(({ to }) => to === order.buyer.email);
    expect(told.find(({ text }) => text.includes('The glaze cracked'))?.text).toContain('1 ×');
    expect(told).toHaveLength(2);
  });
});

describe('calling off pieces', () => {
  it.each([
    ['more than there are', [4], 'quantity_not_open'],
    ['none', [], 'quantity_not_open'],
    ['less than one', [-1], 'quantity_not_open'],
    ['the same line twice', [1, 1], 'quantity_not_open'],
  ])('refuses %s and changes nothing', async (_what, quantities, error) => {
    const order = await soldOrder(shop, [3]);
    const lines = quantities.map((quantity) => ({ ...order.lines[0]!, quantity }));
    const refused = await cancelLinesBySeller(db, { ...(await pieces(order, 1)), lines });
    expect(refused).toMatchObject({ ok: false, error });
    expect(await refundsOf(order)).toEqual([]);
    expect(await reservedOf(order.offerIds[0]!)).toBe(3);
  });

  it('happens once when it is clicked twice, sent from two tabs, or replayed', async () => {
    const order = await soldOrder(shop, [4]);
    const shown = await pieces(order, 1);
    const answers = await Promise.all(Array.from({ length: 6 }, () => cancelLinesBySeller(db, shown)));
    answers.push(await cancelLinesBySeller(db, shown));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.error === 'conflict')).toHaveLength(6);
    expect(await reservedOf(order.offerIds[0]!)).toBe(3);
    expect(await refundsOf(order)).toHaveLength(1);
  });

  it('races with sending and with calling off everything, and every piece ends in one of them', async () => {
    const order = await soldOrder(shop, [4]);
    const [seller, buyer] = [await pieces(order, 2), await byBuyer(order, 3)];
    const parcel = { carrier: '', trackingNumber: '', lines: [{ ...order.lines[0]!, quantity: 2 }] };
    await Promise.all([
      cancelLinesBySeller(db, seller),
      cancelLinesByBuyer(db, buyer),
      shipParcel(db, { ...order.act, ...parcel }),
      cancelOrderByBuyer(db, { orderId: order.orderId, reason: 'buyer_cancelled', now: new Date() }),
    ]);
    const [line] = await db.execute<{ gone: number; open: number }>(sql`
      select cancelled_quantity + shipped_quantity as gone, quantity - cancelled_quantity - shipped_quantity as open
      from order_lines where order_id = ${order.orderId}`);
    expect(line!.gone).toBeGreaterThan(0);
    expect(await reservedOf(order.offerIds[0]!)).toBe(line!.open);
  });

  it("is nobody else's to do", async () => {
    const order = await soldOrder(shop, [2]);
    const shown = await pieces(order, 1);
    expect(await cancelLinesBySeller(db, { ...shown, sellerId: newId() })).toMatchObject({
      error: 'not_found',
    });
    expect(await cancelLinesByBuyer(db, { ...shown, orderId: newId() })).toMatchObject({
      error: 'not_found',
    });
  });

  it('is too late for a buyer once something has left', async () => {
    const order = await soldOrder(shop, [3]);
    const some = [{ ...order.lines[0]!, quantity: 1 }];
    await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines: some });
    expect(await cancelLinesByBuyer(db, await byBuyer(order, 1))).toMatchObject({ error: 'already_shipped' });
  });

  it('is possible before the seller has accepted, and the rest can be accepted then', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const buyer = await signedInPerson(ownerDb);
    const { orderId } = await placedOrder(db, buyer, [{ offerId, quantity: 2 }]);
    await payments.pay(db, orderId);
    await payments.deliver(db, orderId);
    await drain(db, works);
    const [row] = await db.execute<{ line: string; part: string }>(
      sql`select id as line, seller_order_id as part from order_lines where order_id = ${orderId}`,
    );
    const act = { sellerOrderId: row!.part, sellerId, userId: buyer.userId, now: new Date() };
    const { version } = await partOf({ act });
    const lines = [{ orderLineId: row!.line, quantity: 1 }];
    const wanted = { ...act, orderId, version, lines, reason: 'buyer_cancelled' };
    expect(await cancelLinesByBuyer(db, wanted)).toMatchObject({ ok: true });
    expect(await acceptSellerOrder(db, act)).toMatchObject({ ok: true });
  });
});

describe('a refund', () => {
  const ask = (order: SoldOrder, quantity: number, cause: string = newId()) =>
    db.transaction((tx) =>
      requestRefund(tx, {
        orderId: order.orderId,
        sellerOrderId: order.act.sellerOrderId,
        cause,
        reason: 'because',
        lines: [{ ...order.lines[0]!, quantity }],
      }),
    );

  it('of the same thing is asked for once', async () => {
    const order = await soldOrder(shop, [3]);
    const cause = `test:${newId()}`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(order, 1, cause)));
    const ids = answers.map((answer) => (answer.ok ? answer.value.refundId : answer.error));
    expect(new Set(ids).size).toBe(1);
    expect(await refundsOf(order)).toHaveLength(1);
  });

  it('of more pieces than a line has left is refused, also when several ask at once', async () => {
    const order = await soldOrder(shop, [3]);
    expect(await ask(order, 4)).toMatchObject({ error: 'refund_above_line', detail: { left: 3 } });
    const answers = await Promise.all([ask(order, 2), ask(order, 2), ask(order, 2)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.error === 'refund_above_line')).toHaveLength(2);
  });

  it('of more than was captured is refused', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const buyer = await signedInPerson(ownerDb);
    const { orderId, number } = await placedOrder(db, buyer, [{ offerId }]);
    const [row] = await db.execute<{ line: string; part: string }>(
      sql`select id as line, seller_order_id as part from order_lines where order_id = ${orderId}`,
    );
    const act = { sellerOrderId: row!.part, sellerId, userId: buyer.userId, now: new Date() };
    const unpaid = { orderId, number, buyer, act, offerIds: [offerId] };
    const lines = [{ orderLineId: row!.line, quantity: 1 }];
    expect(await ask({ ...unpaid, lines }, 1)).toMatchObject({ error: 'refund_above_captured' });
  });
});
