import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listHolds, requestPayout } from '@/lib/payouts';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { testPayments } from '@/tests/support/payments';
import { signedInPerson } from '@/tests/support/people';
import { deliveredOrder, paidSeller } from '@/tests/support/seller-money';
import { sentMails } from '@/tests/support/sent-mail';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { getLatestProof, recordProof } from '.';

const { db, ownerDb } = await testDatabase();
const payments = testPayments();
const shop = { db, ownerDb, payments };

beforeEach(() => {
  sentMails.length = 0;
});

async function prove() {
  const proof = await recordProof(db, { now: new Date(), graceSeconds: 0 });
  await drain(db, works);
  return proof;
}

const balances = (proof: Awaited<ReturnType<typeof prove>>) =>
  proof.comparison.find(({ what }) => what === 'balance');

describe('a proof', () => {
  it('of sound books is written down: all balanced, and the provider holds what they say', async () => {
    const sellerId = await paidSeller(shop);
    await deliveredOrder(shop, sellerId);
    const asked = await requestPayout(db, { sellerId, currency: 'EUR', now: new Date() });
    expect(asked.ok).toBe(true);
    await drain(db, works);

    sentMails.length = 0;
    const proof = await prove();
    expect(proof.broken).toBe(0);
    expect(await getLatestProof(db)).toEqual(proof);
    expect(proof.trialBalance.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0);
    for (const { bookedMinor, movedMinor } of proof.comparison) expect(movedMinor).toBe(bookedMinor);
    expect(proof.comparison.map(({ what }) => what)).toEqual(['payments', 'transfers', 'fees', 'balance']);
    expect(sentMails).toEqual([]);
  });

  it('that misses a cent freezes the payouts of whose it is and alerts the admins, once', async () => {
    const admin = await signedInPerson(ownerDb, { staffRole: 'admin' });
    await signedInPerson(ownerDb, { staffRole: 'support' });
    const [sellerId, other] = [await paidSeller(shop), await paidSeller(shop)];
    await deliveredOrder(shop, sellerId);
    await deliveredOrder(shop, other);
    // Paid at the provider, and nobody here was told.
    const goods = await offerForSale(ownerDb, { sellerId });
    const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [goods]);
    const intent = await payments.pay(db, orderId);
    sentMails.length = 0;

    const proof = await prove();
    expect(proof.broken).toBe(1);
    const { bookedMinor, movedMinor } = balances(proof)!;
    expect(movedMinor - bookedMinor).toBe(intent.amount);
    expect(sentMails.map(({ to }) => to)).toEqual([admin.email]);
    expect(await listHolds(db, sellerId)).toMatchObject([{ rule: 'difference', amount: null }]);
    expect(await listHolds(db, other)).toEqual([]);
    const ask = (of: string) => requestPayout(db, { sellerId: of, currency: 'EUR', now: new Date() });
    expect(await ask(sellerId)).toMatchObject({ error: 'payout_frozen' });
    expect(await ask(other)).toMatchObject({ ok: true });

    await prove();
    expect(sentMails).toHaveLength(1);
    expect(await listHolds(db, sellerId)).toHaveLength(1);
    const [row] = await db.execute<{ proofs: number }>(
      sql`select count(*)::int as proofs from money_proofs where broken > 0`,
    );
    expect(row?.proofs).toBe(2);
  });
});
