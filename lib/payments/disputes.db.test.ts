import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/identity/model';
import { getSellerBalances } from '@/lib/ledger';
import { cancelLinesBySeller } from '@/lib/orders';
import { listHolds, releaseDue } from '@/lib/payouts';
import { newId } from '@/lib/kernel/ids';
import { expectMoneyToAddUp } from '@/tests/support/money-invariants';
import { deliveredOrder, paidSeller } from '@/tests/support/seller-money';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  addDisputeEvidence,
  getPayment,
  listDisputesOfOrder,
  reconcileDisputes,
  requestRefund,
  retryDueRefunds,
  storeStripeEvent,
  submitDisputeEvidence,
} from '.';

const shop = await shopWithBooks();
const { db, payments } = shop;
const DAY_MS = 24 * 3600 * 1000;

async function control(path: string, body: object): Promise<void> {
  await fetch(`${payments.url()}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

/** The bank takes the money of an order back; whoever listens is told in the worst order, twice. */
async function dispute({ orderId }: Pick<SoldOrder, 'orderId'>, kind = 'fraudulent'): Promise<void> {
  const [row] = await db.execute<{ intent: string }>(
    sql`select intent_id as intent from payments where order_id = ${orderId}`,
  );
  await control(`payment_intents/${row!.intent}/dispute`, { kind });
  await hear();
}

async function hear(): Promise<void> {
  const { data } = await payments.stripe().events.list({ limit: 6 });
  const told = data.filter(({ type }) => type.startsWith('charge.dispute.'));
  for (const event of [...told, ...told.toReversed()]) await storeStripeEvent(db, event);
  await drain(db, works);
}

async function decide({ orderId }: Pick<SoldOrder, 'orderId'>, status: 'won' | 'lost'): Promise<void> {
  const [row] = await db.execute<{ id: string }>(
    sql`select provider_dispute_id as id from disputes where order_id = ${orderId}`,
  );
  await control(`disputes/${row!.id}/settle`, { status });
  await hear();
}

async function disputeOf({ orderId }: Pick<SoldOrder, 'orderId'>) {
  const [found] = await listDisputesOfOrder(db, orderId, 'staff');
  return found;
}

async function balance(sellerId: string) {
  const [found] = await getSellerBalances(db, sellerId);
  return { pending: found!.pendingMinor, available: found!.availableMinor, reserved: found!.reservedMinor };
}

const refund = (order: SoldOrder) =>
  db.transaction((tx) =>
    requestRefund(tx, {
      orderId: order.orderId,
      sellerOrderId: order.act.sellerOrderId,
      cause: newId(),
      reason: 'because',
      lines: [{ ...order.lines[0]!, quantity: 1 }],
    }),
  );

describe('a payment that its bank asks back', () => {
  it('is kept back from its seller, refused to be refunded, and given free when the dispute is won', async () => {
    const sellerId = await paidSeller(shop);
    const order = await deliveredOrder(shop, sellerId);
    await releaseDue(db, new Date(Date.now() + DAY_MS));
    const { available } = await balance(sellerId);
    expect(available).toBeGreaterThan(0);

    await dispute(order);
    expect(await disputeOf(order)).toMatchObject({ status: 'needs_response', reason: 'fraudulent' });
    expect(await balance(sellerId)).toEqual({ pending: 0, available: 0, reserved: available });
    expect(await listHolds(db, sellerId)).toMatchObject([{ rule: 'dispute' }]);
    expect(await refund(order)).toMatchObject({ ok: false, error: 'payment_disputed' });
    await expectMoneyToAddUp(db);

    await decide(order, 'won');
    expect(await disputeOf(order)).toMatchObject({ status: 'won' });
    expect(await balance(sellerId)).toEqual({ pending: 0, available, reserved: 0 });
    expect(await refund(order)).toMatchObject({ ok: true });
  });

  it('is not released while the bank decides', async () => {
    const sellerId = await paidSeller(shop);
    const order = await soldOrder(shop, [2], { sellerId });
    await dispute(order);
    const { pending } = await balance(sellerId);
    await releaseDue(db, new Date(Date.now() + DAY_MS));
    expect(await balance(sellerId)).toEqual({ pending, available: 0, reserved: 0 });
  });

  it('counts as refunded when the dispute is lost: each piece once, with its commission', async () => {
    const sellerId = await paidSeller(shop);
    const order = await deliveredOrder(shop, sellerId);
    await releaseDue(db, new Date(Date.now() + DAY_MS));
    await dispute(order);
    await decide(order, 'lost');
    await releaseDue(db, new Date(Date.now() + DAY_MS));
    expect(await balance(sellerId)).toEqual({ pending: 0, available: 0, reserved: 0 });
    const payment = await getPayment(db, order.orderId);
    expect(payment?.refunds).toMatchObject([
      { status: 'succeeded', reason: 'charged_back', amount: payment!.amount },
    ]);
    expect(await refund(order)).toMatchObject({ error: 'refund_above_line' });
  });

  it('pays what was called off meanwhile, whoever wins', async () => {
    for (const outcome of ['won', 'lost'] as const) {
      const order = await soldOrder(shop, [2]);
      await dispute(order);
      const [part] = await db.execute<{ version: number }>(
        sql`select version from seller_orders where id = ${order.act.sellerOrderId}`,
      );
      const lines = [{ ...order.lines[0]!, quantity: 1 }];
      const cancelled = { ...order.act, lines, version: part!.version, reason: 'broken' };
      expect(await cancelLinesBySeller(db, cancelled)).toMatchObject({ ok: true });
      await drain(db, works);
      expect((await getPayment(db, order.orderId))?.refunds).toMatchObject([{ status: 'failed' }]);
      await decide(order, outcome);
      await retryDueRefunds(db, new Date(Date.now() + DAY_MS));
      await drain(db, works);
      const back = (await getPayment(db, order.orderId))!.refunds;
      expect(back.map(({ status }) => status)).toEqual(
        outcome === 'won' ? ['succeeded'] : ['succeeded', 'succeeded'],
      );
      await expectMoneyToAddUp(db);
    }
  });

  it('is found by asking when nobody tells', async () => {
    const order = await soldOrder(shop, [1], { card: 'pm_card_createDispute' });
    expect(await disputeOf(order)).toBeUndefined();
    await reconcileDisputes(db, new Date());
    await drain(db, works);
    expect(await disputeOf(order)).toMatchObject({ status: 'needs_response', isInquiry: false });
  });

  it('of which the bank only asks stays where it is', async () => {
    const order = await soldOrder(shop, [1]);
    await dispute(order, 'inquiry');
    expect(await disputeOf(order)).toMatchObject({ status: 'needs_response', isInquiry: true });
  });
});

describe('what is said against a dispute', () => {
  it('comes from its sellers, is submitted once by staff, and decides', async () => {
    const order = await soldOrder(shop, [1]);
    await dispute(order);
    const [row] = await db.execute<{ id: string }>(
      sql`select id from disputes where order_id = ${order.orderId}`,
    );
    const act = { disputeId: row!.id, sellerId: order.act.sellerId, text: 'Signed for by the buyer.' };
    expect(await addDisputeEvidence(db, { ...act, sellerId: newId() })).toMatchObject({
      error: 'not_found',
    });
    expect(await addDisputeEvidence(db, act)).toMatchObject({ ok: true });
    expect((await disputeOf(order))?.evidence).toMatchObject([{ text: act.text }]);

    const actor: UserActor = {
      kind: 'user',
      userId: newId(),
      customerId: newId(),
      sessionId: newId(),
      name: 'An operator',
      email: 'operator@people.example',
      emailVerified: true,
      memberships: [],
      staffRoles: ['admin'],
    };
    const submit = { disputeId: row!.id, actor, words: 'Delivered as promised.' };
    expect(await submitDisputeEvidence(db, submit, new Date())).toMatchObject({ ok: true });
    expect(await disputeOf(order)).toMatchObject({
      status: 'under_review',
      submittedAt: expect.any(String),
    });
    expect(await submitDisputeEvidence(db, submit, new Date())).toMatchObject({ error: 'dispute_closed' });
    expect(await addDisputeEvidence(db, act)).toMatchObject({ error: 'dispute_closed' });
  });
});
