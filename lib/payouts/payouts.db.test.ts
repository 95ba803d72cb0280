import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { getSellerBalances, listOrderEntries, listStatement } from '@/lib/ledger';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { approvedSeller } from '@/tests/support/people';
import { deliveredOrder, paidSeller, refundDelivered, visitOnboarding } from '@/tests/support/seller-money';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  endDueHolds,
  endHold,
  freezePayouts,
  getAccount,
  getComingRelease,
  getPayoutStatement,
  listHolds,
  listPayouts,
  listPayoutsOfOrder,
  payOutAll,
  placeHold,
  refreshPayout,
  releaseDue,
  requestPayout,
  reverseUnearnedTransfers,
  retryBouncedPayouts,
  sendPayout,
} from '.';

const shop = await shopWithBooks();
const { db, ownerDb, payments } = shop;

const DAY_MS = 24 * 3600 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function balanceOf(sellerId: string) {
  const [balance] = await getSellerBalances(db, sellerId);
  return balance!;
}

const ask = (sellerId: string, now = new Date()) => requestPayout(db, { sellerId, currency: 'EUR', now });

async function paidOut(sellerId: string): Promise<string> {
  const asked = await ask(sellerId);
  if (!asked.ok) throw new Error(asked.error);
  await drain(db, works);
  return asked.value.payoutId;
}

async function settle(bankPayoutId: string, succeeds: boolean): Promise<void> {
  await fetch(`${payments.url()}/sandbox/payouts/${bankPayoutId}/settle`, {
    method: 'POST',
    body: JSON.stringify({ succeeds }),
  });
}

async function bankPayoutOf(payoutId: string): Promise<string> {
  const [row] = await db.execute<{ id: string }>(
    sql`select bank_payout_id as id from payouts where id = ${payoutId}`,
  );
  return row!.id;
}

describe('the account of a seller', () => {
  it('is none, then incomplete, then ready, and opened once', async () => {
    const sellerId = await approvedSeller(ownerDb);
    expect(await getAccount(db, sellerId)).toEqual({ state: 'none', missing: [] });
    await Promise.all([
      visitOnboarding(shop, sellerId, 'incomplete'),
      visitOnboarding(shop, sellerId, 'incomplete'),
    ]);
    expect(await getAccount(db, sellerId)).toMatchObject({
      state: 'incomplete',
      missing: [expect.any(String)],
    });
    await visitOnboarding(shop, sellerId, 'complete');
    expect(await getAccount(db, sellerId)).toEqual({ state: 'ready', missing: [] });
  });
});

describe('a release', () => {
  it('comes so many days after delivery, once, however many workers look for it', async () => {
    const sellerId = await approvedSeller(ownerDb);
    await deliveredOrder(shop, sellerId);
    const pending = (await balanceOf(sellerId)).pendingMinor;
    expect(pending).toBeGreaterThan(0);
    expect(await getComingRelease(db, sellerId)).toMatchObject({ orders: 1 });

    await releaseDue(db, inDays(6.9));
    expect(await balanceOf(sellerId)).toMatchObject({ pendingMinor: pending, availableMinor: 0 });
    await Promise.all(Array.from({ length: 4 }, () => releaseDue(db, inDays(7.1))));
    expect(await balanceOf(sellerId)).toMatchObject({ pendingMinor: 0, availableMinor: pending });
    expect(await getComingRelease(db, sellerId)).toBeNull();
  });

  it('takes back from what is available what is refunded afterwards', async () => {
    const sellerId = await paidSeller(shop);
    const order = await deliveredOrder(shop, sellerId);
    await releaseDue(db, new Date());
    await refundDelivered(shop, order);
    await releaseDue(db, new Date());
    expect(await balanceOf(sellerId)).toMatchObject({ pendingMinor: 0, availableMinor: 0 });
  });
});

describe('a payout', () => {
  it('is refused in words: without a complete account, while frozen, with nothing due', async () => {
    const sellerId = await approvedSeller(ownerDb);
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_account_incomplete' });
    await visitOnboarding(shop, sellerId, 'incomplete');
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_account_incomplete' });
    await visitOnboarding(shop, sellerId, 'complete');
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_nothing_due' });
    const freeze = { sellerId, currency: 'EUR', reason: 'A cent is missing.' } as const;
    expect(await db.transaction((tx) => freezePayouts(tx, freeze))).toBe(true);
    expect(await db.transaction((tx) => freezePayouts(tx, freeze))).toBe(false);
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_frozen' });
  });

  it('takes everything that is available, and its statement says to the cent what that was', async () => {
    const sellerId = await paidSeller(shop);
    const orders = [await deliveredOrder(shop, sellerId), await deliveredOrder(shop, sellerId, [1, 3])];
    const payoutId = await paidOut(sellerId);

    const statement = await getPayoutStatement(db, payoutId, sellerId);
    const { payout, lines } = statement!;
    expect(payout.status).toBe('transferred');
    expect(lines.map(({ orderNumber }) => orderNumber).toSorted()).toEqual(
      orders.map(({ number }) => number).toSorted(),
    );
    expect(lines.reduce((sum, line) => sum + line.amount.amountMinor, 0)).toBe(payout.amount.amountMinor);
    for (const { orderId, number } of orders) {
      const share = lines.find((line) => line.orderNumber === number)!.amount;
      expect(await listPayoutsOfOrder(db, orderId)).toMatchObject([
        { sellerId, share, payout: { payoutId: payout.payoutId } },
      ]);
      const entries = await listOrderEntries(db, orderId);
      expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['sale', 'release']));
      expect(entries.reduce((sum, { amount }) => sum + amount.amountMinor, 0)).toBe(0);
    }
    expect(await balanceOf(sellerId)).toMatchObject({
      pendingMinor: 0,
      availableMinor: 0,
      payingOutMinor: 0,
    });

    const all = await listStatement(db, sellerId, { limit: 100, before: null });
    expect(all.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(0);
    expect(await getPayoutStatement(db, payoutId, newId())).toBeNull();
  });

  it('asked for many times at once pays once', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask(sellerId)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([drain(db, works), drain(db, works)]);
    expect(await listPayouts(db, sellerId)).toHaveLength(1);
  });

  it('sent by a process that is killed after any step moves its money once', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    const asked = await ask(sellerId);
    if (!asked.ok) throw new Error(asked.error);
    const { payoutId } = asked.value;
    const forget = async (columns: ReturnType<typeof sql>) => {
      await ownerDb.execute(sql`update payouts set ${columns} where id = ${payoutId}`);
    };
    await sendPayout(db, payoutId);
    await forget(sql`bank_payout_id = null, bank_attempts = 0`);
    await sendPayout(db, payoutId);
    await Promise.all([sendPayout(db, payoutId), sendPayout(db, payoutId), drain(db, works)]);
    const made = await payments.stripe().transfers.list({ transfer_group: `payout_${payoutId}` });
    expect(made.data).toHaveLength(1);
    const [account] = await db.execute<{ id: string }>(
      sql`select provider_account_id as id from seller_accounts where seller_id = ${sellerId}`,
    );
    const bank = await payments.stripe().payouts.list({}, { stripeAccount: account!.id });
    expect(bank.data).toHaveLength(1);
  });

  it('arrives at the bank, or comes back and is sent again', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    const payoutId = await paidOut(sellerId);
    await settle(await bankPayoutOf(payoutId), false);
    await refreshPayout(db, payoutId);
    expect(await listPayouts(db, sellerId)).toMatchObject([
      { status: 'bounced', failureCode: 'account_closed' },
    ]);
    await retryBouncedPayouts(db, sellerId);
    await settle(await bankPayoutOf(payoutId), true);
    await refreshPayout(db, payoutId);
    expect(await listPayouts(db, sellerId)).toMatchObject([{ status: 'paid', failureCode: null }]);
  });

  it('that the provider refuses gives the money back to what is available', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    const asked = await ask(sellerId);
    if (!asked.ok) throw new Error(asked.error);
    // The papers are asked for again between the request and the transfer.
    await visitOnboarding(shop, sellerId, 'incomplete');
    await drain(db, works);
    expect(await listPayouts(db, sellerId)).toMatchObject([{ status: 'failed' }]);
    expect((await balanceOf(sellerId)).availableMinor).toBeGreaterThan(0);
    await visitOnboarding(shop, sellerId, 'complete');
    await payOutAll(db, new Date());
    await drain(db, works);
    expect(await listPayouts(db, sellerId)).toMatchObject([{ status: 'transferred' }, { status: 'failed' }]);
  });
});

describe('a debt', () => {
  it('is netted against the next payout', async () => {
    const sellerId = await paidSeller(shop);
    const returned = await deliveredOrder(shop, sellerId);
    await paidOut(sellerId);
    await refundDelivered(shop, returned);
    await releaseDue(db, new Date());
    const owed = (await balanceOf(sellerId)).availableMinor;
    expect(owed).toBeLessThan(0);
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_nothing_due' });

    await deliveredOrder(shop, sellerId, [3]);
    const payoutId = await paidOut(sellerId);
    const { payout, lines } = (await getPayoutStatement(db, payoutId, sellerId))!;
    expect(lines.map(({ amount }) => Math.sign(amount.amountMinor)).sort()).toEqual([-1, 1]);
    expect(lines.reduce((sum, line) => sum + line.amount.amountMinor, 0)).toBe(payout.amount.amountMinor);
  });

  it('that is not earned again within a week comes back from the last transfer, once', async () => {
    const sellerId = await paidSeller(shop);
    const returned = await deliveredOrder(shop, sellerId);
    await paidOut(sellerId);
    // It has not left the seller's account for the bank.
    await settle(
      await bankPayoutOf(
        (await db.execute<{ id: string }>(sql`select id from payouts where seller_id = ${sellerId}`))[0]!.id,
      ),
      false,
    );
    await refundDelivered(shop, returned);
    await releaseDue(db, new Date());

    await reverseUnearnedTransfers(db, inDays(6));
    await drain(db, works);
    expect((await balanceOf(sellerId)).availableMinor).toBeLessThan(0);
    await Promise.all([reverseUnearnedTransfers(db, inDays(8)), reverseUnearnedTransfers(db, inDays(8))]);
    await drain(db, works);
    await reverseUnearnedTransfers(db, inDays(9));
    await drain(db, works);
    expect(await balanceOf(sellerId)).toMatchObject({ availableMinor: 0 });
    const [payout] = await listPayouts(db, sellerId);
    expect(payout?.reversed).toEqual(payout?.amount);
  });
});

describe('a hold', () => {
  it('keeps its part back with rule, reason and release time, and gives it back when it ends', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    await releaseDue(db, new Date());
    const { availableMinor } = await balanceOf(sellerId);
    const hold = {
      sellerId,
      currency: 'EUR',
      rule: 'operator',
      reason: 'Papers',
      placedBy: 'system',
    } as const;
    await db.transaction((tx) => placeHold(tx, { ...hold, amountMinor: 700, releaseAt: inDays(2) }));
    expect(await listHolds(db, sellerId)).toMatchObject([
      { rule: 'operator', reason: 'Papers', amount: { amountMinor: 700 }, releaseAt: expect.any(String) },
    ]);
    const payoutId = await paidOut(sellerId);
    expect((await getPayoutStatement(db, payoutId, sellerId))?.payout.amount.amountMinor).toBe(
      availableMinor - 700,
    );
    await endDueHolds(db, inDays(1));
    expect(await balanceOf(sellerId)).toMatchObject({ reservedMinor: 700, availableMinor: 0 });
    await Promise.all([endDueHolds(db, inDays(3)), endDueHolds(db, inDays(3))]);
    expect(await balanceOf(sellerId)).toMatchObject({ reservedMinor: 0, availableMinor: 700 });
    expect(await listHolds(db, sellerId)).toEqual([]);
  });

  it('ends once, and only for its own seller', async () => {
    const [sellerId, stranger] = [await approvedSeller(ownerDb), await approvedSeller(ownerDb)];
    const id = await db.transaction((tx) =>
      placeHold(tx, {
        sellerId,
        currency: 'EUR',
        amountMinor: null,
        rule: 'operator',
        reason: 'Papers',
        placedBy: 'system',
        releaseAt: null,
      }),
    );
    const [hold] = await listHolds(db, sellerId);
    expect(parsePublicId('hld', hold!.holdId)).toBe(id);
    const end = (of: string) => db.transaction((tx) => endHold(tx, { holdId: id, sellerId: of }, new Date()));
    expect(await end(stranger)).toMatchObject({ error: 'not_found' });
    expect(await end(sellerId)).toMatchObject({ ok: true });
    expect(await end(sellerId)).toMatchObject({ error: 'not_allowed_now' });
  });
});
