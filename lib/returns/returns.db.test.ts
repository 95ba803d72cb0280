import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { deliverParcel, listParcelsOfOrder, shipParcel } from '@/lib/fulfilment';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { getSellerBalances } from '@/lib/ledger';
import { cancelLinesBySeller } from '@/lib/orders';
import { getPayment } from '@/lib/payments';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { sentMails } from '@/tests/support/sent-mail';
import { arrivedOrder, soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  actAsBuyer,
  actAsSeller,
  getReturn,
  getReturnable,
  inspectReturn,
  listReturnsOfOrder,
  listReturnsOfSeller,
  requestReturn,
  ruleOnReturn,
  runReturnClocks,
} from '.';
import { RETURN_STATUSES } from './model';

const shop = await shopWithBooks();
const { db } = shop;
const DAY_MS = 24 * 3600 * 1000;

const later = (days: number) => new Date(Date.now() + days * DAY_MS);

const deliveredOrder = (quantity = 3) => arrivedOrder(shop, [quantity]);

function ask(order: SoldOrder, quantity: number, change: Partial<Parameters<typeof requestReturn>[1]> = {}) {
  return requestReturn(db, {
    orderId: order.orderId,
    sellerOrderId: order.act.sellerOrderId,
    lines: [{ ...order.lines[0]!, quantity }],
    reason: 'changed_mind',
    note: 'It does not fit the shelf',
    now: new Date(),
    ...change,
  });
}

async function requested(order: SoldOrder, quantity: number, change = {}): Promise<string> {
  const asked = await ask(order, quantity, change);
  if (!asked.ok) throw new Error(`The return was refused: ${asked.error}`);
  return asked.value.returnId;
}

async function shown(returnId: string) {
  const item = await getReturn(db, returnId);
  return { returnId, version: item!.version, words: 'because of the rule', now: new Date() };
}

const bySeller = async (order: SoldOrder, returnId: string, event: 'accept' | 'decline' | 'receive') =>
  actAsSeller(db, { ...(await shown(returnId)), ...sellerOf(order), event });

const byBuyer = async (order: SoldOrder, returnId: string, event: 'cancel' | 'send' | 'escalate') =>
  actAsBuyer(db, { ...(await shown(returnId)), orderId: order.orderId, event });

const inspected = async (
  order: SoldOrder,
  returnId: string,
  verdict: 'refund' | 'reject',
  restocked: number,
) =>
  inspectReturn(db, {
    ...(await shown(returnId)),
    ...sellerOf(order),
    verdict,
    restock: restocked > 0 ? [{ ...order.lines[0]!, quantity: restocked }] : [],
  });

const sellerOf = ({ act: { sellerId, userId } }: SoldOrder) => ({ sellerId, userId });

const rule = async (returnId: string, decision: 'for_buyer' | 'for_seller') =>
  ruleOnReturn(db, { ...(await shown(returnId)), userId: newId(), decision });

async function stateOf(order: SoldOrder, returnId: string) {
  await drain(db, works);
  const item = await getReturn(db, returnId);
  const payment = await getPayment(db, order.orderId);
  const [stock] = await db.execute<{ on_hand: number }>(
    sql`select on_hand from stock where offer_id = ${order.offerIds[0]!}`,
  );
  return {
    status: item!.status,
    refunds: payment!.refunds.map(({ amount }) => amount.amountMinor),
    onHand: stock!.on_hand,
  };
}

describe('goods that come back', () => {
  it('are refunded piece by piece the way they were paid, and only those as good as new are for sale again', async () => {
    const order = await deliveredOrder(3);
    const returnId = await requested(order, 2);
    await bySeller(order, returnId, 'accept');
    await byBuyer(order, returnId, 'send');
    await bySeller(order, returnId, 'receive');
    expect(await inspected(order, returnId, 'refund', 1)).toEqual({ ok: true, value: undefined });
    // 3 × 25.00 and 4.90 of delivery were paid.
    expect(await stateOf(order, returnId)).toEqual({ status: 'refunded', refunds: [5_327], onHand: 8 });
    const [movement] = await db.execute<{ delta: number; cause: string }>(sql`
      select delta, cause from stock_movements where offer_id = ${order.offerIds[0]!} order by created_at desc limit 1`);
    expect(movement).toEqual({ delta: 1, cause: 'returned' });
    const [balance] = await getSellerBalances(db, order.act.sellerId);
    // One piece stays sold: 26.63 less 12 % of 25.00.
    expect(balance!.pendingMinor).toBe(2_363);
  });

  it('after a cancelled piece of the same line give back exactly the line together', async () => {
    const order = await soldOrder(shop, [3]);
    const [part] = await db.execute<{ version: number }>(
      sql`select version from seller_orders where id = ${order.act.sellerOrderId}`,
    );
    const one = [{ ...order.lines[0]!, quantity: 1 }];
    await cancelLinesBySeller(db, { ...order.act, version: part!.version, lines: one, reason: 'Broken' });
    await drain(db, works);
    const two = [{ ...order.lines[0]!, quantity: 2 }];
    await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines: two });
    const [parcel] = await listParcelsOfOrder(db, order.orderId);
    await deliverParcel(db, { ...order.act, shipmentId: parsePublicId('shp', parcel!.shipmentId)! });
    const returnId = await requested(order, 2);
    await bySeller(order, returnId, 'accept');
    await bySeller(order, returnId, 'receive');
    await inspected(order, returnId, 'refund', 2);
    const { refunds } = await stateOf(order, returnId);
    expect(refunds.toSorted()).toEqual([2_664, 5_326]);
    const balances = await getSellerBalances(db, order.act.sellerId);
    expect(balances.map(({ pendingMinor }) => pendingMinor)).toEqual([0]);
  });

  it('are told of to both sides, with what was said', async () => {
    const order = await deliveredOrder(1);
    sentMails.length = 0;
    const returnId = await requested(order, 1);
    await bySeller(order, returnId, 'accept');
    await drain(db, works);
    expect(sentMails.filter(({ to }) => to === order.buyer.email).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('because of the rule'),
    );
  });
});

describe('a request to give something back', () => {
  it('is refused for more than arrived, also from several tabs at once', async () => {
    const order = await deliveredOrder(3);
    expect(await ask(order, 4)).toMatchObject({ error: 'return_above_shipped' });
    expect(await ask(order, 0)).toMatchObject({ error: 'return_above_shipped' });
    const answers = await Promise.all([ask(order, 2), ask(order, 2), ask(order, 2)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const returnable = await getReturnable(
      db,
      { orderId: order.orderId, sellerOrderId: order.act.sellerOrderId },
      new Date(),
    );
    expect(returnable!.lines.map(({ quantity }) => quantity)).toEqual([1]);
  });

  it('is refused for what has not arrived, what is somebody else’s, and what is too late', async () => {
    const order = await soldOrder(shop, [1]);
    expect(await ask(order, 1)).toMatchObject({ error: 'return_not_delivered' });
    const arrived = await deliveredOrder(1);
    expect(await ask(arrived, 1, { orderId: order.orderId })).toMatchObject({ error: 'not_found' });
    expect(await ask(arrived, 1, { now: later(31) })).toMatchObject({ error: 'return_window_over' });
    expect(await ask(arrived, 1, { now: later(31), reason: 'faulty' })).toMatchObject({ ok: true });
  });

  it('cannot be declined within the 14 days of withdrawal, and can after them', async () => {
    const order = await deliveredOrder(2);
    const early = await requested(order, 1);
    expect(await bySeller(order, early, 'decline')).toMatchObject({ error: 'return_by_right' });
    const late = await requested(order, 1, { now: later(20) });
    expect(await bySeller(order, late, 'decline')).toMatchObject({ ok: true });
  });

  it('is found by its seller page by page, newest first', async () => {
    const order = await deliveredOrder();
    const asked: string[] = [];
    for (let count = 0; count < 3; count++) asked.push(publicId('ret', await requested(order, 1)));
    const pageAfter = (after: string | null) =>
      listReturnsOfSeller(db, order.act.sellerId, RETURN_STATUSES, { limit: 2, after });
    const first = await pageAfter(null);
    const second = await pageAfter(parsePublicId('ret', first.next ?? ''));
    const found = [...first.items, ...second.items].map(({ returnId }) => returnId);
    expect(found).toEqual(asked.toReversed());
    expect(second.next).toBeNull();
  });

  it('that was called off leaves its pieces to be given back', async () => {
    const order = await deliveredOrder(1);
    await byBuyer(order, await requested(order, 1), 'cancel');
    expect(await ask(order, 1)).toMatchObject({ ok: true });
  });
});

describe('a return', () => {
  it('moves once for a double click, and not for a page that shows an older state', async () => {
    const order = await deliveredOrder(1);
    const returnId = await requested(order, 1);
    const act = { ...(await shown(returnId)), ...sellerOf(order), event: 'accept' } as const;
    const answers = await Promise.all([actAsSeller(db, act), actAsSeller(db, act), actAsSeller(db, act)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.error === 'conflict')).toHaveLength(2);
  });

  it('is inspected once, however many tabs do it: one refund, one restock', async () => {
    const order = await deliveredOrder(2);
    const returnId = await requested(order, 2);
    await bySeller(order, returnId, 'accept');
    await bySeller(order, returnId, 'receive');
    const restock = [{ ...order.lines[0]!, quantity: 2 }];
    const act = { ...(await shown(returnId)), ...sellerOf(order), verdict: 'refund', restock } as const;
    const answers = await Promise.all(Array.from({ length: 4 }, () => inspectReturn(db, act)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(order, returnId)).toMatchObject({ refunds: [5_490], onHand: 10 });
  });

  it('whose inspection puts more back than came is refused, and stays as it was', async () => {
    const order = await deliveredOrder(2);
    const returnId = await requested(order, 1);
    await bySeller(order, returnId, 'accept');
    await bySeller(order, returnId, 'receive');
    expect(await inspected(order, returnId, 'refund', 2)).toMatchObject({ error: 'return_above_shipped' });
    expect(await stateOf(order, returnId)).toMatchObject({ status: 'received', refunds: [], onHand: 8 });
  });

  it("is nobody else's to act on", async () => {
    const order = await deliveredOrder(1);
    const returnId = await requested(order, 1);
    const stranger = { ...(await shown(returnId)), sellerId: newId(), userId: newId() };
    expect(await actAsSeller(db, { ...stranger, event: 'accept' })).toMatchObject({ error: 'not_found' });
    expect(await actAsBuyer(db, { ...stranger, orderId: newId(), event: 'cancel' })).toMatchObject({
      error: 'not_found',
    });
    expect(await getReturn(db, returnId, newId())).toBeNull();
  });
});

describe('a dispute about a return', () => {
  async function disputed(order: SoldOrder): Promise<string> {
    const returnId = await requested(order, 1);
    await bySeller(order, returnId, 'accept');
    await bySeller(order, returnId, 'receive');
    await inspected(order, returnId, 'reject', 0);
    await byBuyer(order, returnId, 'escalate');
    return returnId;
  }

  it('that is ruled for the buyer sends the money back, and is in the books', async () => {
    const order = await deliveredOrder(1);
    const returnId = await disputed(order);
    expect(await rule(returnId, 'for_buyer')).toMatchObject({ ok: true });
    expect(await stateOf(order, returnId)).toMatchObject({ status: 'ruled', refunds: [2_990] });
    expect((await getReturn(db, returnId))!.refunded).toMatchObject({ amountMinor: 2_990 });
  });

  it('that is ruled for the seller leaves the money where it is, for good', async () => {
    const order = await deliveredOrder(1);
    const returnId = await disputed(order);
    await rule(returnId, 'for_seller');
    expect(await rule(returnId, 'for_buyer')).toMatchObject({ error: 'illegal_transition' });
    expect(await stateOf(order, returnId)).toMatchObject({ status: 'ruled', refunds: [] });
  });

  it('shows what both sides said, in the order in which they said it', async () => {
    const order = await deliveredOrder(1);
    await disputed(order);
    const [item] = await listReturnsOfOrder(db, order.orderId);
    expect(item!.history.map(({ event, by }) => `${by} ${event}`)).toEqual([
      'buyer request',
      'seller accept',
      'seller receive',
      'seller inspect',
      'seller reject',
      'buyer escalate',
    ]);
  });
});

describe('when the time to act has passed', () => {
  it("a seller's silence accepts, a return that is not sent ends, and one that is not inspected is refunded", async () => {
    const order = await deliveredOrder(2);
    const [silent, received] = [await requested(order, 1), await requested(order, 1)];
    await bySeller(order, received, 'accept');
    await bySeller(order, received, 'receive');
    await runReturnClocks(db, later(4));
    expect((await getReturn(db, silent))!.status).toBe('requested');
    await runReturnClocks(db, later(6));
    expect((await getReturn(db, silent))!.status).toBe('accepted');
    await runReturnClocks(db, later(21));
    await runReturnClocks(db, later(21));
    expect((await getReturn(db, silent))!.status).toBe('cancelled');
    expect(await stateOf(order, received)).toEqual({ status: 'refunded', refunds: [2_745], onHand: 8 });
  });
});
