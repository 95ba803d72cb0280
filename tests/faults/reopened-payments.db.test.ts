import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openPayment } from '@/lib/checkout';
import { reconcilePayments, storeStripeEvent } from '@/lib/payments';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { offerForSale } from '../support/goods';
import { placedOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { shopWithBooks } from '../support/shop-with-books';

const { db, ownerDb, payments } = await shopWithBooks();

async function anOrder() {
  const { offerId } = await offerForSale(ownerDb, { onHand: 5 });
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId, quantity: 2 }]);
  return { orderId, offerId };
}

async function open(orderId: string, options: { saveCard?: boolean } = {}): Promise<string> {
  const opened = await openPayment(db, orderId, options);
  if (!opened.ok) throw new Error(`The payment could not be opened: ${opened.error}`);
  return opened.value.clientSecret;
}

/** What the provider has of an order's payment, in the order it was made. */
async function intentsOf(orderId: string) {
  const [payment] = await db.execute<{ id: string }>(
    sql`select id from payments where order_id = ${orderId}`,
  );
  const all = await payments.stripe().paymentIntents.list({ limit: 100 });
  return all.data.filter(({ metadata }) => metadata.payment_id === payment!.id).toReversed();
}

/** The shop was killed between the provider's answer and writing it down. */
async function loseTheAnswer(orderId: string): Promise<void> {
  await ownerDb.execute(
    sql`update payments set intent_id = null, status = 'created' where order_id = ${orderId}`,
  );
}

async function payAndHear(orderId: string): Promise<void> {
  await payments.pay(db, orderId);
  await payments.deliver(db, orderId);
  await drain(db, works);
}

/** What the books have at the provider for an order, in minor units. */
async function bookedAtProvider(orderId: string): Promise<number> {
  const [row] = await db.execute<{ minor: string }>(sql`
    select coalesce(sum(posting.amount_minor), 0) as minor from ledger_entries entry
    join ledger_postings posting on posting.entry_id = entry.id
    join ledger_accounts account on account.id = posting.account_id
    where entry.order_id = ${orderId} and account.kind = 'provider_clearing'`);
  return Number(row!.minor);
}

async function standing(orderId: string) {
  const [row] = await db.execute<{ status: string; captured: number; refunded: number }>(sql`
    select o.status, p.captured_minor::int as captured, p.refunded_minor::int as refunded
    from orders o join payments p on p.order_id = o.id where o.id = ${orderId}`);
  return row!;
}

describe('somebody who decides otherwise about keeping the card', () => {
  it('goes on with the same payment, which then says what they chose last', async () => {
    const { orderId } = await anOrder();
    const secret = await open(orderId, { saveCard: true });
    expect((await intentsOf(orderId))[0]).toMatchObject({ setup_future_usage: 'off_session' });

    expect(await open(orderId, { saveCard: false })).toBe(secret);
    expect(await intentsOf(orderId)).toMatchObject([{ setup_future_usage: null }]);
    expect(await open(orderId, { saveCard: true })).toBe(secret);
    expect(await open(orderId)).toBe(secret);
    expect(await intentsOf(orderId)).toMatchObject([
      { setup_future_usage: 'off_session', customer: expect.stringMatching(/^cus_/) },
    ]);
  });

  it('goes on although the first answer was lost, and pays once', async () => {
    const { orderId } = await anOrder();
    await open(orderId, { saveCard: false });
    await loseTheAnswer(orderId);
    const secret = await open(orderId, { saveCard: true });
    const [lost, kept] = await intentsOf(orderId);
    expect(kept!.client_secret).toBe(secret);

    await payAndHear(orderId);
    await payments.stripe().paymentIntents.cancel(lost!.id);
    for (const event of (await payments.stripe().events.list({ limit: 100 })).data) {
      await storeStripeEvent(db, event);
    }
    await drain(db, works);
    expect(await standing(orderId)).toMatchObject({ status: 'paid', refunded: 0 });
    expect(await intentsOf(orderId)).toMatchObject([{ status: 'canceled' }, { status: 'succeeded' }]);
  });

  it('is given one payment only in two tabs at once, and the other can never be paid', async () => {
    for (let round = 0; round < 5; round++) {
      const { orderId } = await anOrder();
      const secrets = await Promise.all([
        open(orderId, { saveCard: true }),
        open(orderId, { saveCard: false }),
        open(orderId, { saveCard: true }),
      ]);
      expect(new Set(secrets).size).toBe(1);
      const payable = (await intentsOf(orderId)).filter(({ status }) => status !== 'canceled');
      expect(payable.map((intent) => intent.client_secret)).toEqual([secrets[0]]);
    }
  });

  it('gets the first payment back when the same wish comes again after a lost answer', async () => {
    const { orderId } = await anOrder();
    const secret = await open(orderId, { saveCard: false });
    await loseTheAnswer(orderId);
    expect(await open(orderId, { saveCard: false })).toBe(secret);
    expect(await intentsOf(orderId)).toHaveLength(1);
  });
});

describe('a payment whose goods were sold meanwhile', () => {
  it('is in the books while the provider has it, and out of them once it is back with the buyer', async () => {
    const { orderId, offerId } = await anOrder();
    await payments.pay(db, orderId);
    // The hold was let go, and somebody else bought the rest.
    await ownerDb.execute(sql`update reservations set status = 'released' where order_id = ${orderId}`);
    await ownerDb.execute(sql`update stock set reserved = 0, on_hand = 0 where offer_id = ${offerId}`);
    const withoutRefunds = works.filter(({ name }) => name !== 'send-refund');
    await payments.deliver(db, orderId);
    await drain(db, withoutRefunds);
    const { captured } = await standing(orderId);
    expect(captured).toBeGreaterThan(0);
    expect(await bookedAtProvider(orderId)).toBe(captured);

    await ownerDb.execute(sql`update payments set updated_at = now() - interval '1 hour'`);
    await ownerDb.execute(sql`update refunds set updated_at = now() - interval '1 hour'`);
    await reconcilePayments(db, new Date());
    expect(await standing(orderId)).toEqual({ status: 'cancelled', captured, refunded: captured });
    expect(await bookedAtProvider(orderId)).toBe(0);
    const [intent] = await intentsOf(orderId);
    const charge = await payments.stripe().charges.retrieve(intent!.latest_charge as string);
    expect(charge).toMatchObject({ amount_captured: captured, amount_refunded: captured });
  });
});
