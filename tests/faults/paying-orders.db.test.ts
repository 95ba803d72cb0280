import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { shipParcel } from '@/lib/fulfilment';
import { cancelOrderByBuyer, acceptSellerOrder } from '@/lib/orders';
import { expireUnpaidOrders, reconcilePayments, refreshPayment, storeStripeEvent } from '@/lib/payments';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { offerForSale } from '../support/goods';
import { placedOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { sentMails } from '../support/sent-mail';
import { shopWithBooks } from '../support/shop-with-books';

const { db, ownerDb, payments } = await shopWithBooks();

async function anOrder(options: { onHand?: number; parts?: number } = {}) {
  const { onHand = 5, parts = 1 } = options;
  const goods = [];
  for (let part = 0; part < parts; part++) goods.push(await offerForSale(ownerDb, { onHand }));
  const buyer = await signedInPerson(ownerDb);
  const { orderId } = await placedOrder(
    db,
    buyer,
    goods.map(({ offerId }) => ({ offerId, quantity: 2 })),
  );
  return { orderId, buyer, goods, offerId: goods[0]!.offerId };
}

async function standing(orderId: string) {
  const [row] = await db.execute<{
    status: string;
    payment: string;
    captured: number;
    refunded: number;
    parts: string[];
  }>(sql`
    select o.status, p.status as payment, p.captured_minor::int as captured, p.refunded_minor::int as refunded,
      array(select status::text from seller_orders where order_id = o.id order by id) as parts
    from orders o join payments p on p.order_id = o.id where o.id = ${orderId}`);
  return row!;
}

async function stockOf(offerId: string) {
  const [row] = await db.execute<{ on_hand: number; reserved: number }>(
    sql`select on_hand, reserved from stock where offer_id = ${offerId}`,
  );
  return { onHand: row!.on_hand, reserved: row!.reserved };
}

/** The time a buyer has for paying is over. */
async function letHoldsRunOut(orderId: string) {
  await ownerDb.execute(
    sql`update reservations set expires_at = now() - interval '1 second' where order_id = ${orderId}`,
  );
}

async function partsOf(orderId: string) {
  return db.execute<{ id: string; seller_id: string; total_minor: number }>(
    sql`select id, seller_id, total_minor::int from seller_orders where order_id = ${orderId} order by id`,
  );
}

async function linesOf(sellerOrderId: string) {
  return db.execute<{ orderLineId: string; quantity: number }>(
    sql`select id as "orderLineId", quantity from order_lines where seller_order_id = ${sellerOrderId}`,
  );
}

describe('a payment', () => {
  it('pays its order once, however often and in whatever order it is told of', async () => {
    const { orderId, buyer, offerId } = await anOrder();
    await payments.pay(db, orderId);
    const events = await payments.events(db, orderId);
    expect(events.length).toBeGreaterThan(1);

    for (const event of [...events.toReversed(), ...events]) await storeStripeEvent(db, event);
    await Promise.all([drain(db, works), drain(db, works), refreshPayment(db, orderId, new Date())]);
    await drain(db, works);

    expect(await standing(orderId)).toMatchObject({
      status: 'paid',
      payment: 'captured',
      parts: ['to_accept'],
    });
    expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 2 });
    expect(sentMails.filter(({ to }) => to === buyer.email)).toHaveLength(1);
  });

  it('that is declined leaves the order waiting, and the next card pays it', async () => {
    const { orderId } = await anOrder();
    await expect(payments.pay(db, orderId, 'pm_card_visa_chargeDeclined')).rejects.toThrow(/declined/i);
    await payments.deliver(db, orderId);
    await drain(db, works);
    expect(await standing(orderId)).toMatchObject({ status: 'pending_payment', captured: 0 });

    await payments.pay(db, orderId);
    await payments.deliver(db, orderId);
    await drain(db, works);
    expect(await standing(orderId)).toMatchObject({ status: 'paid' });
  });

  it('whose webhook never comes is found by asking', async () => {
    const { orderId } = await anOrder();
    await payments.pay(db, orderId);
    await ownerDb.execute(sql`update payments set updated_at = now() - interval '1 hour'`);
    await reconcilePayments(db, new Date());
    expect(await standing(orderId)).toMatchObject({ status: 'paid' });
  });

  it('of another amount than the order pays nothing', async () => {
    const { orderId } = await anOrder();
    await payments.pay(db, orderId);
    await ownerDb.execute(
      sql`update payments set amount_minor = amount_minor + 1 where order_id = ${orderId}`,
    );
    await payments.deliver(db, orderId);
    await drain(db, works);
    expect(await standing(orderId)).toMatchObject({ status: 'pending_payment', captured: 0 });

    await ownerDb.execute(
      sql`update payments set amount_minor = amount_minor - 1 where order_id = ${orderId}`,
    );
    await refreshPayment(db, orderId, new Date());
    expect(await standing(orderId)).toMatchObject({ status: 'paid' });
  });
});

describe('an order that is not paid in time', () => {
  it('ends, gives its stock back, and can be paid no more', async () => {
    const { orderId, offerId } = await anOrder();
    await expect(payments.pay(db, orderId, 'pm_card_visa_chargeDeclined')).rejects.toThrow();
    await letHoldsRunOut(orderId);
    await expireUnpaidOrders(db, new Date());

    expect(await standing(orderId)).toMatchObject({ status: 'cancelled', payment: 'cancelled' });
    expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 0 });
    await expect(payments.pay(db, orderId)).rejects.toThrow('quote_expired');
  });

  it('ends although its payment was ended before, by a run that was killed in between', async () => {
    const { orderId, offerId } = await anOrder();
    await expect(payments.pay(db, orderId, 'pm_card_visa_chargeDeclined')).rejects.toThrow();
    const [intent] = await payments.events(db, orderId);
    await payments.stripe().paymentIntents.cancel((intent!.data.object as { id: string }).id);
    await letHoldsRunOut(orderId);
    await expireUnpaidOrders(db, new Date());
    expect(await standing(orderId)).toMatchObject({ status: 'cancelled' });
    expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 0 });
  });

  it('is paid after all when the money was there before the time was up', async () => {
    const { orderId } = await anOrder();
    await payments.pay(db, orderId);
    await letHoldsRunOut(orderId);
    await expireUnpaidOrders(db, new Date());
    expect(await standing(orderId)).toMatchObject({ status: 'paid', payment: 'captured' });
  });

  it('gives all of the money back when it comes after the end', async () => {
    const { orderId, buyer, offerId } = await anOrder();
    await payments.pay(db, orderId);
    // Ended here while the bank was paying: nobody has heard of the capture yet.
    await cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() });
    await payments.deliver(db, orderId);
    await drain(db, works);

    const { captured, ...order } = await standing(orderId);
    expect(order).toMatchObject({ status: 'cancelled', payment: 'captured', refunded: captured });
    expect(captured).toBeGreaterThan(0);
    expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 0 });
    expect(sentMails.filter(({ to }) => to === buyer.email)).toHaveLength(1);
  });

  it('never keeps the others waiting, even when the provider does not know its payment', async () => {
    const broken = await anOrder();
    const fine = await anOrder();
    await ownerDb.execute(
      sql`update payments set intent_id = 'pi_unknown', status = 'requires_payment' where order_id = ${broken.orderId}`,
    );
    await letHoldsRunOut(broken.orderId);
    await letHoldsRunOut(fine.orderId);
    await expireUnpaidOrders(db, new Date());
    expect(await standing(fine.orderId)).toMatchObject({ status: 'cancelled' });
    expect(await standing(broken.orderId)).toMatchObject({ status: 'pending_payment' });
    await ownerDb.execute(sql`update payments set intent_id = null where order_id = ${broken.orderId}`);
    await expireUnpaidOrders(db, new Date());
    expect(await standing(broken.orderId)).toMatchObject({ status: 'cancelled' });
  });
});

describe('a paid order that is called off', () => {
  it('gives back money and stock, line by line, and leaves the ledger balanced', async () => {
    const { orderId, goods } = await anOrder({ parts: 2 });
    await payments.pay(db, orderId);
    await payments.deliver(db, orderId);
    await drain(db, works);
    const paid = await standing(orderId);

    const twice = { orderId, reason: 'buyer_cancelled', now: new Date() };
    const [first, second] = [await cancelOrderByBuyer(db, twice), await cancelOrderByBuyer(db, twice)];
    expect([first.ok, second.ok]).toEqual([true, false]);
    await drain(db, works);

    expect(await standing(orderId)).toMatchObject({
      status: 'cancelled',
      refunded: paid.captured,
      parts: ['cancelled', 'cancelled'],
    });
    for (const { offerId } of goods) expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 0 });
  });

  it('keeps what was sent: only the rest goes back', async () => {
    const { orderId } = await anOrder({ parts: 2 });
    await payments.pay(db, orderId);
    await payments.deliver(db, orderId);
    await drain(db, works);
    const [sent, open] = await partsOf(orderId);
    const act = { sellerOrderId: sent!.id, sellerId: sent!.seller_id, userId: sent!.id, now: new Date() };
    await acceptSellerOrder(db, act);
    const lines = await linesOf(sent!.id);
    await shipParcel(db, { ...act, carrier: 'Somebody', trackingNumber: '1', lines });

    await cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() });
    await drain(db, works);
    expect(await standing(orderId)).toMatchObject({
      status: 'paid',
      refunded: open!.total_minor,
      parts: ['shipped', 'cancelled'],
    });
  });

  it('is called off once, although buyer and payment come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { orderId } = await anOrder();
      await payments.pay(db, orderId);
      await Promise.all([
        cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() }),
        refreshPayment(db, orderId, new Date()),
      ]);
      await drain(db, works);
      const { captured, ...order } = await standing(orderId);
      expect(order).toMatchObject({ status: 'cancelled', refunded: captured });
    }
  });
});
