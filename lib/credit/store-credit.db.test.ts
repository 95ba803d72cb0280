import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { setCartCurrency } from '@/lib/carts';
import { getCheckout, placeOrder, type PlaceOrder } from '@/lib/checkout';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { cancelLinesBySeller, cancelOrderByBuyer } from '@/lib/orders';
import { getPayment } from '@/lib/payments';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { ADDRESS, readyToOrder } from '@/tests/support/orders';
import { signedInPerson, type Person } from '@/tests/support/people';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { getCredit, grantCredit, listCreditHistory } from '.';

const { db, ownerDb, payments } = await shopWithBooks();

let buyer: Person;
beforeEach(async () => {
  buyer = await signedInPerson(ownerDb);
});

async function give(amountMinor: number, currency: Currency = 'EUR', key = newId()) {
  const amount = { amountMinor, currency };
  return grantCredit(db, { userId: buyer.userId, amount, reason: 'A late parcel', actor: 'system', key });
}

async function balance(currency: Currency = 'EUR'): Promise<number> {
  const credit = await getCredit(db, buyer.customerId);
  return credit.find((each) => each.currency === currency)?.amountMinor ?? 0;
}

/** As the browser sends it once the buyer has ticked that credit is to pay. */
async function withCredit(wishes: readonly Goods[], currency: Currency = 'EUR'): Promise<PlaceOrder> {
  const ready = { ...(await readyToOrder(db, buyer, wishes)), useCredit: true };
  await setCartCurrency(db, ready.owner, currency);
  const { fingerprint } = await getCheckout(db, { ...ready, destination: ADDRESS });
  return { ...ready, fingerprint };
}

async function place(request: PlaceOrder): Promise<string> {
  const placed = await placeOrder(db, request);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.orderId;
}

async function pay(orderId: string) {
  await payments.pay(db, orderId);
  await payments.deliver(db, orderId);
  await drain(db, works);
}

async function partOf(orderId: string, sellerId: string) {
  const [part] = await db.execute<{ id: string; version: number; line: string; credit: number }>(sql`
    select part.id, part.version, line.id as line, part.credit_minor::int as credit
    from seller_orders part join order_lines line on line.seller_order_id = part.id
    where part.order_id = ${orderId} and part.seller_id = ${sellerId}`);
  return part!;
}

async function statusOf(orderId: string): Promise<string> {
  const [order] = await db.execute<{ status: string }>(sql`select status from orders where id = ${orderId}`);
  return order!.status;
}

describe('store credit', () => {
  it('pays what it can, survives the split, and comes back in proportion with what it paid', async () => {
    await give(3_000);
    const one = await offerForSale(ownerDb, { priceMinor: 4_000, shippingMinor: 0 });
    const other = await offerForSale(ownerDb, { priceMinor: 2_000, shippingMinor: 0 });
    const orderId = await place(await withCredit([one, other]));
    expect(await balance()).toBe(0);
    expect((await getPayment(db, orderId))!.amount.amountMinor).toBe(3_000);
    const part = await partOf(orderId, one.sellerId);
    expect(part.credit).toBe(2_000);
    await pay(orderId);

    const { id: sellerOrderId, line, version } = part;
    await cancelLinesBySeller(db, {
      ...{ sellerOrderId, sellerId: one.sellerId, userId: one.sellerId, reason: 'It broke', now: new Date() },
      version: version + 1,
      lines: [{ orderLineId: line, quantity: 1 }],
    });
    await drain(db, works);
    const [refund] = (await getPayment(db, orderId))!.refunds;
    expect(refund).toMatchObject({ amount: { amountMinor: 4_000 }, toCredit: { amountMinor: 2_000 } });
    expect(await balance()).toBe(2_000);
    const history = await listCreditHistory(db, buyer.customerId);
    expect(history.map(({ kind, amount }) => [kind, amount.amountMinor])).toEqual([
      ['refund', 2_000],
      ['credit_hold', -3_000],
      ['credit_grant', 3_000],
    ]);
  });

  it('that pays for all of it needs no provider, and comes back without one', async () => {
    await give(10_000);
    const goods = await offerForSale(ownerDb, { priceMinor: 4_000, shippingMinor: 0 });
    const orderId = await place(await withCredit([goods]));
    await drain(db, works);
    expect(await statusOf(orderId)).toBe('paid');
    expect(await getPayment(db, orderId)).toMatchObject({ status: 'captured', amount: { amountMinor: 0 } });
    await cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() });
    await drain(db, works);
    expect(await balance()).toBe(10_000);
  });

  it('leaves a rest that the provider charges, or none', async () => {
    await give(3_980);
    const goods = await offerForSale(ownerDb, { priceMinor: 4_000, shippingMinor: 0 });
    const orderId = await place(await withCredit([goods]));
    expect((await getPayment(db, orderId))!.amount.amountMinor).toBe(50);
    expect(await balance()).toBe(30);
  });

  it('of an order that is never paid is there again', async () => {
    await give(1_000);
    const orderId = await place(await withCredit([await offerForSale(ownerDb)]));
    expect(await balance()).toBe(0);
    await cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() });
    expect(await balance()).toBe(1_000);
  });

  it('is spent once by any number of orders at once', async () => {
    await give(2_990);
    const goods = await offerForSale(ownerDb);
    const ready = await withCredit([goods]);
    const other = await offerForSale(ownerDb);
    const first = placeOrder(db, ready);
    const placed = await Promise.all([first, placeOrder(db, { ...ready, idempotencyKey: newId() })]);
    expect(placed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balance()).toBe(0);
    const again = await withCredit([other]);
    expect(await getCheckout(db, { ...again, destination: ADDRESS })).toMatchObject({
      credit: { amountMinor: 0 },
    });
  });

  it('pays in its own currency and in no other', async () => {
    await give(5_000, 'KWD');
    const goods = await offerForSale(ownerDb, { alsoFor: { KWD: 8_760 } });
    const inEuros = await withCredit([goods]);
    expect(await getCheckout(db, { ...inEuros, destination: ADDRESS })).toMatchObject({
      credit: { amountMinor: 0, currency: 'EUR' },
    });
    const orderId = await place(await withCredit([], 'KWD'));
    expect((await getPayment(db, orderId))!.amount).toEqual({ amountMinor: 3_760, currency: 'KWD' });
    await pay(orderId);
    expect(await statusOf(orderId)).toBe('paid');
  });

  it('is given once for one press of the button, with its reason kept', async () => {
    const key = newId();
    await give(500, 'EUR', key);
    await give(500, 'EUR', key);
    expect(await balance()).toBe(500);
    const audit = await db.execute<{ reason: string }>(
      sql`select reason from audit_log where subject_id = ${buyer.userId} and action = 'user.credit_granted'`,
    );
    expect(audit.map(({ reason }) => reason)).toEqual(['A late parcel']);
  });
});
