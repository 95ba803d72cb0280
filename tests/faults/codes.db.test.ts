import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { promotions } from '@/db/schema/promotions';
import { setPromotionCode } from '@/lib/carts';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { cancelOrderByBuyer } from '@/lib/orders';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { expectMoneyToAddUp } from '../support/money-invariants';
import { ADDRESS, readyToOrder } from '../support/orders';
import { signedInPerson, type Person } from '../support/people';

const { db, ownerDb } = await testDatabase({ poolSize: 20 });

afterEach(() => expectMoneyToAddUp(db));

type Limits = { maxRedemptions?: number; maxPerCustomer?: number };

async function tenPercentOff(code: string, limits: Limits = {}) {
  await ownerDb
    .insert(promotions)
    .values({ name: code, code, kind: 'percent', basisPoints: 1000, startsAt: new Date(0), ...limits });
}

/** A request of a buyer who saw the code applied. */
async function readyWithCode(buyer: Person, offerId: string, code: string) {
  const request = await readyToOrder(db, buyer, [{ offerId }]);
  await setPromotionCode(db, request.owner, code);
  const { fingerprint, code: typed } = await getCheckout(db, { ...request, destination: ADDRESS });
  expect(typed?.state).toBe('applied');
  return { ...request, fingerprint };
}

async function redemptionsOf(code: string): Promise<number> {
  const [row] = await db.execute<{ redemptions: number }>(
    sql`select redemptions from promotions where code = ${code}`,
  );
  return row!.redemptions;
}

describe('a code', () => {
  it('with three uses left is used three times by ten buyers at once; the others are told', async () => {
    await tenPercentOff('THREE', { maxRedemptions: 3 });
    const { offerId } = await offerForSale(ownerDb, { onHand: 50 });
    const requests = [];
    for (let buyer = 0; buyer < 10; buyer++) {
      requests.push(await readyWithCode(await signedInPerson(ownerDb), offerId, 'THREE'));
    }
    const results = await Promise.all(requests.map((request) => placeOrder(db, request)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error]));
    // Whoever comes last sees the total without it first.
    expect(refusals.every((error) => error === 'promotion_used_up' || error === 'price_changed')).toBe(true);
    expect(await redemptionsOf('THREE')).toBe(3);
  });

  it('for one use a person is used once, from however many tabs', async () => {
    await tenPercentOff('ONCE', { maxPerCustomer: 1 });
    const buyer = await signedInPerson(ownerDb);
    const { offerId } = await offerForSale(ownerDb, { onHand: 50 });
    const first = await placeOrder(db, await readyWithCode(buyer, offerId, 'ONCE'));
    expect(first.ok).toBe(true);

    const request = await readyToOrder(db, buyer, [{ offerId }]);
    await setPromotionCode(db, request.owner, 'ONCE');
    const quote = await getCheckout(db, { ...request, destination: ADDRESS });
    expect(quote.code).toMatchObject({ state: 'refused', reason: 'promotion_already_used' });
    expect(quote.discount.amountMinor).toBe(0);
  });

  it('for one use a person is used once by a guest, too, however they write their address', async () => {
    await tenPercentOff('GUEST', { maxPerCustomer: 1 });
    const { offerId } = await offerForSale(ownerDb, { onHand: 50 });
    const asGuest = async (email: string) => {
      const request = await readyWithCode(await signedInPerson(ownerDb), offerId, 'GUEST');
      return placeOrder(db, { ...request, customerId: null, email });
    };
    expect(await asGuest('one.guest@people.example')).toMatchObject({ ok: true });
    expect(await asGuest('One.Guest@People.example')).toMatchObject({ error: 'promotion_already_used' });
    expect(await asGuest('another.guest@people.example')).toMatchObject({ ok: true });
    expect(await redemptionsOf('GUEST')).toBe(2);
  });

  it('comes back when its order ends unpaid, and never deadlocks with those who use it', async () => {
    await tenPercentOff('BACK', { maxRedemptions: 40 });
    const { offerId } = await offerForSale(ownerDb, { onHand: 100 });
    const requests = [];
    for (let buyer = 0; buyer < 16; buyer++) {
      requests.push(await readyWithCode(await signedInPerson(ownerDb), offerId, 'BACK'));
    }
    const [early, late] = [requests.slice(0, 8), requests.slice(8)];
    const placed = await Promise.all(early.map((request) => placeOrder(db, request)));
    const ids = placed.flatMap((result) => (result.ok ? [result.value.orderId] : []));
    expect(ids).toHaveLength(8);

    const [cancelled, more] = await Promise.all([
      Promise.all(
        ids.map((orderId) => cancelOrderByBuyer(db, { orderId, reason: 'buyer_cancelled', now: new Date() })),
      ),
      Promise.all(late.map((request) => placeOrder(db, request))),
    ]);
    expect([...cancelled, ...more].every(({ ok }) => ok)).toBe(true);
    expect(await redemptionsOf('BACK')).toBe(8);
  });

  it('that takes everything off is refused in words, since nothing could be charged', async () => {
    await ownerDb
      .insert(promotions)
      .values({ name: 'ALL', code: 'ALL', kind: 'percent', basisPoints: 10_000, startsAt: new Date(0) });
    const { offerId } = await offerForSale(ownerDb, { shippingMinor: 0 });
    const request = await readyWithCode(await signedInPerson(ownerDb), offerId, 'ALL');
    expect(await placeOrder(db, request)).toEqual({ ok: false, error: 'amount_too_small' });
  });
});
