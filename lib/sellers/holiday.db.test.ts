import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { sellers } from '@/db/schema/sellers';
import { getStorefront, readOffers } from '@/lib/catalog';
import { shownIn } from '@/lib/kernel/market';
import { getOfferSnapshots } from '@/lib/offers';
import { listSellerOrders } from '@/lib/orders';
import { projectListings } from '@/lib/search';
import { testDatabase } from '@/tests/support/database';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { works } from '@/workers/background/registry';
import { endHoliday, getHoliday, HOLIDAY_TURN_JOB, planHoliday } from '.';

const { db, ownerDb } = await testDatabase();
const now = new Date();
const day = (offset: number) =>
  new Date(now.getTime() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10);
const market = shownIn('en');

async function plan(sellerId: string, from: number, until: number) {
  return planHoliday(db, { sellerId, from: day(from), until: day(until), now });
}

/** Where buyers could come upon the offer: product page, cart and checkout, listings and search, storefront. */
async function whatBuyersFind({ sellerId, productId, offerId, variantId }: Goods) {
  await projectListings(db, [productId]);
  const [listed] = await db.execute<{ offers: number }>(
    sql`select count(offer_id)::int as offers from listing_variants where product_id = ${productId}`,
  );
  const [shop] = await db.select({ slug: sellers.slug }).from(sellers).where(eq(sellers.id, sellerId));
  const storefront = await getStorefront(db, shop!.slug, 'en');
  return {
    onPage: (await readOffers(db, productId, market)).get(variantId)?.length ?? 0,
    inCart: (await getOfferSnapshots(db, [offerId], market)).get(offerId)?.available,
    listed: listed?.offers,
    inShop: storefront?.productCount,
    awayUntil: storefront?.awayUntil,
  };
}

const SELLING = { onPage: 1, inCart: 10, inShop: 1, awayUntil: null };

describe('a holiday', () => {
  test('hides everything a shop sells everywhere, from its first day to its last, and then no more', async () => {
    const goods = await offerForSale(ownerDb);
    expect(await whatBuyersFind(goods)).toMatchObject(SELLING);
    const { listed } = await whatBuyersFind(goods);
    expect(listed).toBeGreaterThan(0);

    expect(await plan(goods.sellerId, 0, 0)).toMatchObject({ ok: true });
    expect(await whatBuyersFind(goods)).toEqual({
      ...{ onPage: 0, inCart: 0, listed: 0, inShop: 0 },
      awayUntil: day(0),
    });

    // Its last day is over.
    await ownerDb
      .update(sellers)
      .set({ holidayFrom: day(-5), holidayUntil: day(-1) })
      .where(eq(sellers.id, goods.sellerId));
    expect(await whatBuyersFind(goods)).toEqual({ ...SELLING, listed });
    expect(await getHoliday(db, goods.sellerId, now)).toBeNull();
  });

  test('that is only planned hides nothing yet, and ends at once when its shop says so', async () => {
    const goods = await offerForSale(ownerDb);
    await plan(goods.sellerId, 60, 70);
    expect(await whatBuyersFind(goods)).toMatchObject(SELLING);
    expect(await getHoliday(db, goods.sellerId, now)).toEqual({
      from: day(60),
      until: day(70),
      isNow: false,
    });
    await plan(goods.sellerId, 0, 10);
    expect(await whatBuyersFind(goods)).toMatchObject({ onPage: 0 });
    await endHoliday(db, goods.sellerId);
    expect(await whatBuyersFind(goods)).toMatchObject(SELLING);
  });

  test('moves the promise of what is bought just before it behind it, and no other', async () => {
    const goods = await offerForSale(ownerDb);
    const handling = async () =>
      (await getOfferSnapshots(db, [goods.offerId], market)).get(goods.offerId)!.handlingDays;
    const before = await handling();
    // Two weeks from tomorrow on: ten working days, whatever day it is today.
    await plan(goods.sellerId, 1, 14);
    expect(await handling()).toBe(before + 10);
    const [offer] = (await readOffers(db, goods.productId, market)).get(goods.variantId)!;
    expect(offer!.deliveryDays.min).toBe(before + 10 + 2);
    // So far ahead that the parcel has left by then.
    await plan(goods.sellerId, 30, 44);
    expect(await handling()).toBe(before);
  });

  test('leaves the orders of a shop and their promises as they are', async () => {
    const goods = await offerForSale(ownerDb);
    await placedOrder(db, await signedInPerson(ownerDb), [{ offerId: goods.offerId }]);
    const orders = () => listSellerOrders(db, goods.sellerId, null, { limit: 10, after: null });
    const before = await orders();
    await plan(goods.sellerId, 0, 20);
    expect(await orders()).toEqual(before);
  });

  test('is refused when it is over, runs backwards or has no end in sight', async () => {
    const { sellerId } = await offerForSale(ownerDb);
    expect(await plan(sellerId, -3, -1)).toMatchObject({ error: 'holiday_over' });
    expect(await plan(sellerId, 5, 4)).toMatchObject({ error: 'holiday_over' });
    expect(await plan(sellerId, 0, 400)).toMatchObject({ error: 'holiday_too_long' });
  });

  test('is shown when its first day comes and when its last is over, by a worker that wakes up then', async () => {
    const { sellerId } = await offerForSale(ownerDb);
    await plan(sellerId, 2, 4);
    const turns = await db.execute<{ day: string }>(sql`
      select (run_at at time zone 'UTC')::date::text as day from jobs
      where name = ${HOLIDAY_TURN_JOB} and payload->>'sellerId' = ${sellerId} order by run_at`);
    expect(turns.map((turn) => turn.day)).toEqual([day(2), day(5)]);
    expect(works.map(({ name }) => name)).toContain(HOLIDAY_TURN_JOB);
  });
});
