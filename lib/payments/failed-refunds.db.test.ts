import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { staffGrants } from '@/db/schema/identity';
import { listAudit } from '@/lib/audit';
import type { UserActor } from '@/lib/identity/model';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { cancelLinesBySeller } from '@/lib/orders';
import { expectMoneyToAddUp } from '@/tests/support/money-invariants';
import { signedInPerson, type Person } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { listFailedRefunds, retryDueRefunds, retryRefundByStaff, storeStripeEvent } from '.';

const shop = await shopWithBooks();
const { db, ownerDb, payments } = shop;
const HOUR_MS = 3600 * 1000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

function operator({ userId, email }: Person): UserActor {
  const person = { userId, email, customerId: newId(), sessionId: newId(), name: 'An operator' };
  return { kind: 'user', ...person, emailVerified: true, memberships: [], staffRoles: ['admin'] };
}

type Row = { id: string; status: string; failures: number; provider: string | null; returned: string };

async function refundsOf({ orderId }: SoldOrder): Promise<Row[]> {
  return db.execute<Row>(sql`
    select id, status, failures, provider_refund_id as provider, returned_minor as returned
    from refunds where order_id = ${orderId} order by id`);
}

/** An order whose one line is called off; the refund is as the card leaves it. */
async function refundedOrder(card?: string): Promise<SoldOrder> {
  const order = await soldOrder(shop, [1], { card });
  const [part] = await db.execute<{ version: number }>(
    sql`select version from seller_orders where id = ${order.act.sellerOrderId}`,
  );
  const cancelled = { lines: order.lines, version: part!.version, reason: 'broken' };
  expect(await cancelLinesBySeller(db, { ...order.act, ...cancelled })).toMatchObject({ ok: true });
  await drain(db, works);
  return order;
}

/** What the buyer's bank tells days later, and the market finds when it looks. */
async function bankAnswers(order: SoldOrder, succeeds: boolean): Promise<void> {
  const { provider } = (await refundsOf(order)).findLast((row) => row.provider !== null)!;
  await fetch(`${payments.url()}/sandbox/refunds/${provider}/settle`, {
    method: 'POST',
    body: JSON.stringify({ succeeds }),
  });
  await hear(provider!);
}

async function hear(providerRefundId: string): Promise<void> {
  for (const event of (await payments.stripe().events.list({ limit: 5 })).data) {
    if ('id' in event.data.object && event.data.object.id === providerRefundId) {
      await storeStripeEvent(db, { ...event, id: `${event.id}_${newId()}` });
    }
  }
  await drain(db, works);
}

async function sentToBuyer({ orderId }: SoldOrder): Promise<number> {
  const [row] = await db.execute<{ intent: string }>(
    sql`select intent_id as intent from payments where order_id = ${orderId}`,
  );
  const made = await payments.stripe().refunds.list({ payment_intent: row!.intent, limit: 100 });
  return made.data.filter(({ status }) => status !== 'failed').length;
}

describe('a refund that fails on its way', () => {
  it('is sent again when its time has come, under another key, and arrives once', async () => {
    const order = await refundedOrder('pm_card_pendingRefund');
    await bankAnswers(order, false);
    expect(await refundsOf(order)).toMatchObject([{ status: 'failed', failures: 1 }]);

    await retryDueRefunds(db, later(0.5));
    await drain(db, works);
    expect(await refundsOf(order)).toMatchObject([{ status: 'failed' }]);

    await Promise.all([1, 2, 3].map(() => retryDueRefunds(db, later(2))));
    await drain(db, works);
    expect(await refundsOf(order)).toMatchObject([{ status: 'pending', failures: 1 }]);
    await bankAnswers(order, true);
    expect(await refundsOf(order)).toMatchObject([{ status: 'succeeded', failures: 1 }]);
    expect(await sentToBuyer(order)).toBe(1);
  });

  it('is given up after five failures, and every admin is told once why to look', async () => {
    const admin = await signedInPerson(ownerDb);
    await ownerDb.insert(staffGrants).values({ userId: admin.userId, role: 'admin', reason: 'works here' });
    const order = await refundedOrder('pm_card_pendingRefund');
    for (const failures of [1, 2, 3, 4, 5]) {
      await bankAnswers(order, false);
      expect(await refundsOf(order)).toMatchObject([{ status: 'failed', failures }]);
      await retryDueRefunds(db, later(100));
      await drain(db, works);
    }
    expect(await refundsOf(order)).toMatchObject([{ status: 'failed', failures: 5 }]);
    expect(sentMails.filter(({ to, subject }) => to === admin.email && /refund/.test(subject))).toHaveLength(
      1,
    );
    const [failed] = await listFailedRefunds(db);
    expect(failed).toMatchObject({ orderNumber: order.number, nextTryAt: null });

    const again = { refundId: parsePublicId('ref', failed!.refundId)!, actor: operator(admin) };
    const presses = await Promise.all([1, 2, 3].map(() => retryRefundByStaff(db, again)));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await retryRefundByStaff(db, { ...again, refundId: newId() })).toMatchObject({
      error: 'not_found',
    });
    await drain(db, works);
    await bankAnswers(order, true);
    expect(await refundsOf(order)).toMatchObject([{ status: 'succeeded' }]);
    expect(await sentToBuyer(order)).toBe(1);
    expect(await retryRefundByStaff(db, again)).toMatchObject({ error: 'illegal_transition' });
    expect(await listAudit(db, { type: 'order', id: order.orderId })).toMatchObject([
      { action: 'refund.sent_again', actor: `user:${admin.userId}` },
    ]);
  });
});

describe('a refund that comes back after it had arrived', () => {
  it('is owed by another one; its lines stay refunded, and every cent adds up on the way', async () => {
    const order = await refundedOrder();
    expect(await refundsOf(order)).toMatchObject([{ status: 'succeeded' }]);
    await bankAnswers(order, false);
    const rows = await refundsOf(order);
    expect(rows).toMatchObject([
      { status: 'succeeded', returned: expect.stringMatching(/^[1-9]/) },
      { status: 'failed', failures: 1 },
    ]);
    await expectMoneyToAddUp(db);
    await hear(rows[0]!.provider!);
    expect(await refundsOf(order)).toHaveLength(2);

    await retryDueRefunds(db, later(2));
    await drain(db, works);
    expect(await refundsOf(order)).toMatchObject([{ status: 'succeeded' }, { status: 'succeeded' }]);
    expect(await sentToBuyer(order)).toBe(1);
  });
});
