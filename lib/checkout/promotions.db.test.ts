import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { setPromotionCode } from '@/lib/carts';
import { getCheckout, placeOrder, type PlaceOrder } from '@/lib/checkout';
import { newId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { cancelOrderByBuyer } from '@/lib/orders';
import {
  changePromotion,
  createPromotion,
  getPromotion,
  listOfferPromotions,
  switchPromotion,
  type PromotionChanges,
} from '@/lib/promotions';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { expectMoneyToAddUp } from '@/tests/support/money-invariants';
import { ADDRESS, readyToOrder } from '@/tests/support/orders';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { runningPromotion } from '@/tests/support/promotions';

const { db, ownerDb } = await testDatabase({ poolSize: 20 });

afterEach(() => expectMoneyToAddUp(db));

const actor = 'system';
const NO_LIMITS = { endsAt: null, maxRedemptions: null, maxPerCustomer: null, budgetMinor: null };

function ask(request: PlaceOrder) {
  return getCheckout(db, { ...request, destination: ADDRESS });
}

/** One piece for each of so many people, who have seen what it costs. */
async function readyBuyers(offerId: string, count: number): Promise<PlaceOrder[]> {
  const requests = [];
  for (let buyer = 0; buyer < count; buyer++) {
    requests.push(await readyToOrder(db, await signedInPerson(ownerDb), [{ offerId }]));
  }
  return requests;
}

async function standOf(promotionId: string) {
  const [row] = await db.execute<{ redemptions: number; spent: number }>(
    sql`select redemptions, spent_minor::int as spent from promotions where id = ${promotionId}`,
  );
  return row!;
}

describe('promotions in a basket', () => {
  it('count by themselves, each at the cost of who made it, and are written down by line', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb, { priceMinor: 10_000, shippingMinor: 490 });
    const other = await offerForSale(ownerDb, { priceMinor: 3000, shippingMinor: 390 });
    await runningPromotion(db, { sellerId, name: 'Autumn', combines: true });
    await runningPromotion(db, {
      sellerId,
      reduction: { kind: 'free_delivery' },
      minSubtotalMinor: 8000,
      currency: 'EUR',
    });
    const fixed = { kind: 'fixed', amountMinor: 600 } as const;
    await runningPromotion(db, {
      sellerId: null,
      code: 'SIX',
      reduction: fixed,
      currency: 'EUR',
      combines: true,
    });
    const request = await readyToOrder(db, await signedInPerson(ownerDb), [
      { offerId },
      { offerId: other.offerId },
    ]);
    await setPromotionCode(db, request.owner, 'six');

    const quote = await ask(request);
    expect(quote.promotions.map(({ name, discount }) => [name, discount.amountMinor])).toEqual([
      ['Autumn', 1000],
      ['Something off', 600],
      ['Something off', 0],
    ]);
    expect(quote.code).toMatchObject({ state: 'applied', saves: { amountMinor: 600 } });
    expect(quote.shipping.amountMinor).toBe(390);
    // 100 - 10 + 30 - 6 + 3.90
    expect(quote.total.amountMinor).toBe(11_790);

    const placed = await placeOrder(db, { ...request, fingerprint: quote.fingerprint });
    expect(placed).toMatchObject({ ok: true });
    const lines = await db.execute(sql`
      select line.seller_discount_minor::int as own, line.market_discount_minor::int as market
      from order_lines line join orders o on o.id = line.order_id
      where o.id = ${placed.ok ? placed.value.orderId : null} order by line.position`);
    // The market's six are divided over what the seller's ten have left: 90 and 30.
    expect(lines.map(({ own, market }) => [own, market])).toEqual([
      [1000, 450],
      [0, 150],
    ]);
  });

  it('keep to a budget under any number of buyers at once; what is cancelled unpaid comes back to it', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb, { priceMinor: 2500, onHand: 50 });
    const fixed = { kind: 'fixed', amountMinor: 500 } as const;
    const limits = { currency: 'EUR', budgetMinor: 1600 } as const;
    const promotionId = await runningPromotion(db, { sellerId, reduction: fixed, ...limits });
    const requests = await readyBuyers(offerId, 8);
    const results = await Promise.all(requests.map((request) => placeOrder(db, request)));

    const placed = results.flatMap((result) => (result.ok ? [result.value.orderId] : []));
    expect(placed).toHaveLength(3);
    // Nobody typed a code: what the others are told is that the price is another.
    for (const result of results) if (!result.ok) expect(result.error).toBe('price_changed');
    expect(await standOf(promotionId)).toEqual({ redemptions: 3, spent: 1500 });
    expect((await ask(requests.at(-1)!)).discount.amountMinor).toBe(0);

    await cancelOrderByBuyer(db, { orderId: placed[0]!, reason: 'buyer_cancelled', now: new Date() });
    expect(await standOf(promotionId)).toEqual({ redemptions: 2, spent: 1000 });
  });

  it('that are paused are not used by whoever saw them before', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const promotionId = await runningPromotion(db, { sellerId });
    const [request] = await readyBuyers(offerId, 1);
    expect((await ask(request!)).discount.amountMinor).toBe(250);
    expect(await switchPromotion(db, { promotionId, sellerId, actor }, 'pause')).toMatchObject({ ok: true });

    expect(await placeOrder(db, request!)).toMatchObject({ error: 'price_changed' });
    expect((await ask(request!)).discount.amountMinor).toBe(0);
    await switchPromotion(db, { promotionId, sellerId, actor }, 'resume');
    expect(await placeOrder(db, request!)).toMatchObject({ ok: true });
  });

  it('are counted right when they get a limit while they are used', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb, { onHand: 50 });
    const promotionId = await runningPromotion(db, { sellerId });
    const requests = await readyBuyers(offerId, 10);
    const limited = changePromotion(
      db,
      { promotionId, sellerId, actor },
      { version: 1, changes: { ...NO_LIMITS, maxRedemptions: 30 } },
    );
    const placing = requests.map((request) => placeOrder(db, request));
    const results = await Promise.all([...placing, limited]);
    const placed = results.slice(0, -1).filter(({ ok }) => ok).length;
    // Whoever read it without the limit looks again; nobody is counted twice or not at all.
    const again = await Promise.all(
      requests
        .filter((_, index) => !results[index]!.ok)
        .map(async (request) => placeOrder(db, { ...request, idempotencyKey: newId() })),
    );
    expect(results.at(-1)).toMatchObject({ ok: true });
    expect(placed + again.filter(({ ok }) => ok).length).toBe(10);
    expect(await standOf(promotionId)).toMatchObject({ redemptions: 10 });
  });

  it('say why a code does nothing, when something better is there', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    await runningPromotion(db, { sellerId, reduction: { kind: 'percent', basisPoints: 3000 } });
    await runningPromotion(db, { sellerId, code: 'LITTLE' });
    const [request] = await readyBuyers(offerId, 1);
    await setPromotionCode(db, request!.owner, 'LITTLE');
    const quote = await ask(request!);
    expect(quote.code).toMatchObject({ state: 'refused', reason: 'promotion_outdone' });
    expect(quote.discount.amountMinor).toBe(750);
  });
});

describe('a promotion', () => {
  it('is made once however often it is sent, for offers of its seller alone, with a code nobody else has', async () => {
    const [own, foreign] = [await offerForSale(ownerDb), await offerForSale(ownerDb)];
    const promotionId = await runningPromotion(db, { sellerId: own.sellerId, code: 'MINE' });
    const made = await getPromotion(db, promotionId, { sellerId: own.sellerId }, new Date());
    const { name, code, reduction, currency, minSubtotalMinor, combines, startsAt, ...limits } = made!;
    const terms = { name, code, reduction, currency, minSubtotalMinor, combines, startsAt, ...NO_LIMITS };
    expect(limits).toMatchObject({ state: 'running', uses: 0, version: 1 });
    const again = { promotionId, sellerId: own.sellerId, terms, offers: null, actor };

    expect(await createPromotion(db, again)).toMatchObject({ ok: true });
    expect(await createPromotion(db, { ...again, promotionId: newId() })).toMatchObject({
      error: 'promotion_code_taken',
    });
    const another = { ...again, promotionId: newId(), terms: { ...terms, code: null } };
    const withForeign = { ...another, offers: new Map([[foreign.offerId, 1]]) };
    expect(await createPromotion(db, withForeign)).toMatchObject({ error: 'not_found' });
    expect(await createPromotion(db, { ...another, offers: new Map() })).toMatchObject({
      error: 'promotion_without_goods',
    });
  });

  it('is nobody else’s to see or change, the market’s included', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const promotionId = await runningPromotion(db, { sellerId });
    for (const other of [await approvedSeller(ownerDb), null]) {
      const own = { promotionId, sellerId: other, actor };
      expect(await getPromotion(db, promotionId, { sellerId: other }, new Date())).toBeNull();
      expect(await switchPromotion(db, own, 'end')).toMatchObject({ error: 'not_found' });
      const change = { version: 1, changes: NO_LIMITS };
      expect(await changePromotion(db, own, change)).toMatchObject({ error: 'not_found' });
    }
  });

  it('gets no limit below what was used, none it cannot have, and none from who saw it as it was', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const promotionId = await runningPromotion(db, { sellerId });
    for (const request of await readyBuyers(offerId, 2)) await placeOrder(db, request);
    const own = { promotionId, sellerId, actor };
    const change = (version: number, changes: Partial<PromotionChanges>) =>
      changePromotion(db, own, { version, changes: { ...NO_LIMITS, ...changes } });

    expect(await change(1, { maxRedemptions: 1 })).toMatchObject({ error: 'promotion_limit_too_low' });
    expect(await change(1, { endsAt: new Date(0) })).toMatchObject({ error: 'promotion_limit_too_low' });
    expect(await change(1, { maxPerCustomer: 1 })).toMatchObject({ error: 'promotion_limit_not_possible' });
    expect(await change(1, { budgetMinor: 1 })).toMatchObject({ error: 'promotion_limit_not_possible' });
    expect(await change(1, { maxRedemptions: 2 })).toMatchObject({ ok: true });
    expect(await change(1, { maxRedemptions: 9 })).toMatchObject({ error: 'conflict' });
    expect(await standOf(promotionId)).toMatchObject({ redemptions: 2 });
  });
});

describe('the promotions of an offer', () => {
  it('are those that count for it by themselves now, a set with what else it needs', async () => {
    const { offerId, sellerId } = await offerForSale(ownerDb);
    const other = await offerForSale(ownerDb, { sellerId });
    const half = { kind: 'percent', basisPoints: 5000 } as const;
    const set = new Map([offerId, other.offerId].map((id) => [id, 1]));
    await runningPromotion(db, {
      sellerId,
      name: 'A set',
      reduction: { kind: 'bundle', off: half },
      offers: set,
    });
    await runningPromotion(db, { sellerId, name: 'With a code', code: 'QUIET' });
    await runningPromotion(db, { sellerId, name: 'Later', startsAt: new Date(Date.now() + 3_600_000) });
    await runningPromotion(db, { sellerId, name: 'Other goods', offers: new Map([[other.offerId, 1]]) });
    const paused = await runningPromotion(db, { sellerId, name: 'Paused' });
    await switchPromotion(db, { promotionId: paused, sellerId, actor }, 'pause');

    const of = (id: string) => listOfferPromotions(db, { offerId: id, now: new Date() }, shownIn('en'));
    expect(await of(offerId)).toMatchObject([{ name: 'A set', setWith: ['A thing'] }]);
    expect((await of(other.offerId)).map(({ name }) => name).toSorted()).toEqual(['A set', 'Other goods']);
    expect(await of(newId())).toEqual([]);
  });
});
