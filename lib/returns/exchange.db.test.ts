import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { deliverParcel, listParcelsOfOrder } from '@/lib/fulfilment';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { getSellerBalances } from '@/lib/ledger';
import { getPayment } from '@/lib/payments';
import { setStockOnHand } from '@/lib/inventory';
import { siblingOffer } from '@/tests/support/goods';
import { sentMails } from '@/tests/support/sent-mail';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { arrivedOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  actAsBuyer,
  actAsSeller,
  getReturn,
  getReturnable,
  inspectReturn,
  refundInsteadOfReplacing,
  requestReturn,
  ruleOnReturn,
  runReturnClocks,
  sendReplacement,
} from '.';

const shop = await shopWithBooks();
const { db, ownerDb } = shop;
const later = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);

function ask(order: SoldOrder, offerId: string, quantity = 1) {
  const { orderId, act, lines } = order;
  return requestReturn(db, {
    ...{ orderId, sellerOrderId: act.sellerOrderId, lines: [{ ...lines[0]!, quantity }] },
    ...{ reason: 'changed_mind', note: 'Too small', exchangeFor: offerId, now: new Date() },
  });
}

/** Two pieces have arrived, and one is to be exchanged for another variant. */
async function wantedExchange({ onHand = 3 } = {}) {
  const order = await arrivedOrder(shop, [2]);
  const other = await siblingOffer(ownerDb, order.offerIds[0]!, { label: 'L', onHand });
  const asked = await ask(order, other);
  if (!asked.ok) throw new Error(`The return was refused: ${asked.error}`);
  return { order, other, returnId: asked.value.returnId };
}

type Exchange = Awaited<ReturnType<typeof wantedExchange>>;

async function shown(returnId: string) {
  const item = await getReturn(db, returnId);
  return { returnId, version: item!.version, words: 'said so', now: new Date() };
}

const sellerOf = ({ order: { act } }: Exchange) => ({ sellerId: act.sellerId, userId: act.userId });

const answer = async (wanted: Exchange, event: 'accept' | 'accept_refund' | 'receive') =>
  actAsSeller(db, { ...(await shown(wanted.returnId)), ...sellerOf(wanted), event });

const inspect = async (wanted: Exchange, verdict: 'refund' | 'exchange' | 'reject') =>
  inspectReturn(db, {
    ...(await shown(wanted.returnId)),
    ...sellerOf(wanted),
    verdict,
    restock: verdict === 'reject' ? [] : [{ ...wanted.order.lines[0]!, quantity: 1 }],
  });

const send = async (wanted: Exchange, change = {}) =>
  sendReplacement(db, {
    ...(await shown(wanted.returnId)),
    ...sellerOf(wanted),
    ...{ carrier: '', trackingNumber: '', ...change },
  });

/** Accepted, back and as good as new. */
async function exchanging(): Promise<Exchange> {
  const wanted = await wantedExchange();
  await answer(wanted, 'accept');
  await answer(wanted, 'receive');
  await inspect(wanted, 'exchange');
  return wanted;
}

async function stateOf({ order, other, returnId }: Exchange) {
  await drain(db, works);
  const item = (await getReturn(db, returnId))!;
  const [stock] = await db.execute<{ on_hand: number; reserved: number }>(
    sql`select on_hand, reserved from stock where offer_id = ${other}`,
  );
  const [balance] = await getSellerBalances(db, order.act.sellerId);
  return {
    status: item.status,
    refundedFor: item.exchange!.refundedFor,
    refunds: (await getPayment(db, order.orderId))!.refunds.length,
    onHand: stock!.on_hand,
    reserved: stock!.reserved,
    pending: balance!.pendingMinor,
  };
}

describe('an exchange', () => {
  it('is offered for other variants of the same seller at the same price that are left', async () => {
    const order = await arrivedOrder(shop, [1]);
    const sold = order.offerIds[0]!;
    const same = await siblingOffer(ownerDb, sold, { label: 'L' });
    const dearer = await siblingOffer(ownerDb, sold, { label: 'XL', priceMinor: 2_600 });
    const gone = await siblingOffer(ownerDb, sold, { label: 'S', onHand: 0 });
    const { sellerOrderId } = order.act;
    const returnable = await getReturnable(db, { orderId: order.orderId, sellerOrderId }, new Date());
    expect(returnable!.lines[0]!.exchanges).toEqual([{ offerId: publicId('off', same), variant: 'L' }]);
    for (const offerId of [dearer, gone, sold, newId()]) {
      expect(await ask(order, offerId)).toMatchObject({ error: 'exchange_not_possible' });
    }
  });

  it('replaces goods by goods: its parcel leaves, stock moves, and no money does', async () => {
    const wanted = await wantedExchange();
    const before = await stateOf(wanted);
    await answer(wanted, 'accept');
    expect(await stateOf(wanted)).toMatchObject({ status: 'accepted', onHand: 3, reserved: 1 });
    await answer(wanted, 'receive');
    expect(await inspect(wanted, 'exchange')).toMatchObject({ ok: true });
    expect(await stateOf(wanted)).toMatchObject({ status: 'exchanging', reserved: 1 });
    expect(await send(wanted)).toEqual({ ok: true, value: { followed: false } });
    expect(await stateOf(wanted)).toEqual({ ...before, status: 'exchanged', onHand: 2, reserved: 0 });
    const [, parcel] = await listParcelsOfOrder(db, wanted.order.orderId);
    expect(parcel).toMatchObject({ isReplacement: true, lines: [], status: 'announced' });
    const { sellerId, userId } = wanted.order.act;
    const shipmentId = parsePublicId('shp', parcel!.shipmentId)!;
    expect(await deliverParcel(db, { sellerId, userId, shipmentId, now: new Date() })).toMatchObject({
      ok: true,
    });
    expect(sentMails.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('replacement is on its way'),
    );
  });

  it('leaves once, however often it is sent', async () => {
    const wanted = await exchanging();
    const act = { ...(await shown(wanted.returnId)), ...sellerOf(wanted), carrier: '', trackingNumber: '' };
    const answers = await Promise.all([1, 2, 3].map(() => sendReplacement(db, act)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(wanted)).toMatchObject({ onHand: 2, reserved: 0 });
    expect(await listParcelsOfOrder(db, wanted.order.orderId)).toHaveLength(2);
  });

  it('is nobody else’s to send, and not with a number its carrier does not give out', async () => {
    const wanted = await exchanging();
    expect(await send(wanted, { sellerId: newId() })).toMatchObject({ error: 'not_found' });
    expect(await send(wanted, { carrier: 'UPS', trackingNumber: '1' })).toMatchObject({
      error: 'tracking_number_invalid',
    });
    expect(await stateOf(wanted)).toMatchObject({ status: 'exchanging', reserved: 1 });
  });

  it('becomes a refund when it is sold out as it is accepted, and its buyer is told why', async () => {
    const wanted = await wantedExchange({ onHand: 1 });
    await db.transaction((tx) => setStockOnHand(tx, wanted.other, 0, 'test'));
    await answer(wanted, 'accept');
    expect(await stateOf(wanted)).toMatchObject({
      status: 'accepted',
      refundedFor: 'out_of_stock',
      reserved: 0,
    });
    expect(sentMails.map(({ text }) => text)).toContainEqual(expect.stringContaining('sold out'));
    await answer(wanted, 'receive');
    expect(await inspect(wanted, 'exchange')).toMatchObject({ error: 'illegal_transition' });
    await inspect(wanted, 'refund');
    expect(await stateOf(wanted)).toMatchObject({ status: 'refunded', refunds: 1 });
  });

  it('becomes a refund when the seller wants it so: at the answer, at the inspection, or instead of sending', async () => {
    const declined = await wantedExchange();
    await answer(declined, 'accept_refund');
    expect(await stateOf(declined)).toMatchObject({ status: 'accepted', refundedFor: 'seller', reserved: 0 });
    const inspected = await wantedExchange();
    await answer(inspected, 'accept');
    await answer(inspected, 'receive');
    await inspect(inspected, 'refund');
    expect(await stateOf(inspected)).toMatchObject({ refundedFor: 'seller', reserved: 0, refunds: 1 });
    const unsent = await exchanging();
    await refundInsteadOfReplacing(db, { ...(await shown(unsent.returnId)), ...sellerOf(unsent) });
    expect(await stateOf(unsent)).toMatchObject({
      status: 'refunded',
      refundedFor: 'not_sent',
      reserved: 0,
      refunds: 1,
    });
  });

  it.each([
    ['called off', 'cancelled', 0],
    ['never sent', 'cancelled', 0],
    ['rejected', 'rejected', 0],
  ] as const)('lets go of its stock when the return is %s', async (how, status, refunds) => {
    const wanted = await wantedExchange();
    await answer(wanted, 'accept');
    if (how === 'never sent') await runReturnClocks(db, later(15));
    if (how === 'called off') {
      const { orderId } = wanted.order;
      await actAsBuyer(db, { ...(await shown(wanted.returnId)), orderId, event: 'cancel' });
    }
    if (how === 'rejected') {
      await answer(wanted, 'receive');
      await inspect(wanted, 'reject');
    }
    expect(await stateOf(wanted)).toMatchObject({ status, refunds, onHand: 3, reserved: 0 });
  });

  it('is accepted by silence, and refunded when nothing is sent for it in time', async () => {
    const wanted = await wantedExchange();
    await runReturnClocks(db, later(6));
    expect(await stateOf(wanted)).toMatchObject({ status: 'accepted', reserved: 1 });
    await answer(wanted, 'receive');
    await inspect(wanted, 'exchange');
    await runReturnClocks(db, later(15));
    expect(await stateOf(wanted)).toMatchObject({
      status: 'refunded',
      refundedFor: 'not_sent',
      reserved: 0,
      refunds: 1,
    });
  });

  it('whose replacement is no better goes to the market, which may give the money back', async () => {
    const wanted = await exchanging();
    await send(wanted);
    const { orderId } = wanted.order;
    await actAsBuyer(db, { ...(await shown(wanted.returnId)), orderId, event: 'escalate' });
    const act = { ...(await shown(wanted.returnId)), userId: newId() };
    expect(await ruleOnReturn(db, { ...act, decision: 'for_buyer' })).toMatchObject({ ok: true });
    expect(await stateOf(wanted)).toMatchObject({ status: 'ruled', onHand: 2, reserved: 0, refunds: 1 });
  });
});
