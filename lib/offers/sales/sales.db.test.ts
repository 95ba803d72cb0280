import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { testDatabase } from '@/tests/support/database';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { approvedSeller } from '@/tests/support/people';
import { changeOwnOffer } from '../change-own-offer';
import { getLowestPrice } from './lowest-price';
import { planSale, stopSale } from './plan-sale';
import { switchSales } from './switch-sales';

const { db, ownerDb } = await testDatabase({ poolSize: 8 });

const A_DAY_MS = 24 * 3600 * 1000;
const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * A_DAY_MS);
const inDays = (days: number) => daysAgo(-days);

type Price = { readonly price: number; readonly before: number | null; readonly version: number };

async function priceOf({ offerId }: Goods): Promise<Price> {
  const [row] = await db.execute<Price>(sql`
    select price.price_minor::int as price, price.compare_at_minor::int as before, o.version
    from offer_prices price join offers o on o.id = price.offer_id where o.id = ${offerId}`);
  return row!;
}

/** An offer whose prices were these, each from so many days ago on; the last is what it costs. */
async function offerWithPast(
  ...prices: readonly (readonly [days: number, priceMinor: number])[]
): Promise<Goods> {
  const goods = await offerForSale(ownerDb, { priceMinor: prices.at(-1)![1] });
  await ownerDb.execute(sql`delete from offer_price_changes where offer_id = ${goods.offerId}`);
  for (const [days, priceMinor] of prices) {
    await ownerDb.execute(sql`
      insert into offer_price_changes (offer_id, market, currency, changed_at, price_minor)
      values (${goods.offerId}, 'default', 'EUR', ${daysAgo(days).toISOString()}, ${priceMinor})`);
  }
  return goods;
}

function plan(goods: Goods, priceMinor: number, startsAt: Date, endsAt: Date | null = null) {
  const { sellerId, offerId } = goods;
  return planSale(db, { saleId: newId(), sellerId, offerId, priceMinor, startsAt, endsAt }, NOW);
}

async function edit(goods: Goods, priceMinor: number) {
  const { version } = await priceOf(goods);
  const { currency } = DEFAULT_MARKET;
  return changeOwnOffer(db, {
    ...{ ...goods, userId: newId(), onHand: 10, version, priceMinor, currency, status: 'active' },
  });
}

describe('every price an offer has had', () => {
  it('is kept whoever changes it, and the same price again is no change', async () => {
    const goods = await offerForSale(ownerDb, { priceMinor: 1000 });
    await edit(goods, 1200);
    await edit(goods, 1200);
    await edit(goods, 900);
    const kept = await db.execute<{ price: number }>(sql`
      select price_minor::int as price from offer_price_changes
      where offer_id = ${goods.offerId} order by changed_at`);
    expect(kept.map(({ price }) => price)).toEqual([1000, 1200, 900]);
  });

  it.each([
    { past: [[40, 2000]], lowest: 2000 },
    {
      past: [
        [40, 2000],
        [10, 1500],
        [5, 2000],
      ],
      lowest: 1500,
    },
    // What it went into the 30 days with was asked for in them.
    {
      past: [
        [50, 1000],
        [29, 2000],
      ],
      lowest: 1000,
    },
    {
      past: [
        [50, 1000],
        [31, 2000],
      ],
      lowest: 2000,
    },
  ] as const)('has a lowest one of 30 days: $lowest', async ({ past, lowest }) => {
    const { offerId } = await offerWithPast(...past);
    const { code: market, currency } = DEFAULT_MARKET;
    expect(await getLowestPrice(db, { offerId, market, currency }, NOW)).toBe(lowest);
  });
});

describe('a sale', () => {
  it('that begins at once strikes out the lowest price of the 30 days before, and gives back the price it found', async () => {
    const goods = await offerWithPast([40, 2000], [10, 1800], [5, 2000]);
    expect(await plan(goods, 1500, NOW, inDays(2))).toEqual({ ok: true, value: undefined });
    expect(await priceOf(goods)).toMatchObject({ price: 1500, before: 1800 });
    await switchSales(db, inDays(1));
    expect(await priceOf(goods)).toMatchObject({ price: 1500 });
    await switchSales(db, inDays(2));
    expect(await priceOf(goods)).toMatchObject({ price: 2000, before: null });
  });

  it('announces no reduction when the price was as low within the 30 days before', async () => {
    const goods = await offerWithPast([40, 2000], [10, 1400], [5, 2000]);
    await plan(goods, 1500, NOW);
    expect(await priceOf(goods)).toMatchObject({ price: 1500, before: null });
  });

  it('begins once at its time, however many workers look', async () => {
    const goods = await offerWithPast([40, 2000]);
    await plan(goods, 1500, inDays(1), inDays(3));
    expect(await priceOf(goods)).toMatchObject({ price: 2000, version: 1 });
    await Promise.all(Array.from({ length: 6 }, () => switchSales(db, inDays(1))));
    expect(await priceOf(goods)).toMatchObject({ price: 1500, before: 2000, version: 2 });
    await Promise.all(Array.from({ length: 6 }, () => switchSales(db, inDays(4))));
    expect(await priceOf(goods)).toMatchObject({ price: 2000, before: null, version: 3 });
  });

  it('leaves a price alone that its seller typed meanwhile', async () => {
    const goods = await offerWithPast([40, 2000]);
    await plan(goods, 1500, NOW, inDays(2));
    await edit(goods, 1700);
    expect(await priceOf(goods)).toMatchObject({ price: 1700, before: 2000 });
    await switchSales(db, inDays(3));
    expect(await priceOf(goods)).toMatchObject({ price: 1700, before: null });
  });

  it('is dropped when the price is no longer above it', async () => {
    const goods = await offerWithPast([40, 2000]);
    await plan(goods, 1500, inDays(1));
    await edit(goods, 1500);
    await switchSales(db, inDays(1));
    expect(await priceOf(goods)).toMatchObject({ price: 1500, before: null });
    expect(await plan(goods, 1400, inDays(2))).toMatchObject({ ok: true });
  });

  it('can be stopped, planned or running, and only by its seller', async () => {
    const goods = await offerWithPast([40, 2000]);
    const stranger = { sellerId: await approvedSeller(ownerDb), offerId: goods.offerId };
    await plan(goods, 1500, inDays(1));
    expect(await stopSale(db, stranger)).toMatchObject({ error: 'not_found' });
    expect(await plan({ ...goods, ...stranger }, 1000, NOW)).toMatchObject({ error: 'not_found' });
    expect(await stopSale(db, goods)).toMatchObject({ ok: true });
    expect(await stopSale(db, goods)).toMatchObject({ error: 'not_found' });
    await switchSales(db, inDays(1));
    expect(await priceOf(goods)).toMatchObject({ price: 2000 });
    await plan(goods, 1500, NOW);
    await stopSale(db, goods);
    expect(await priceOf(goods)).toMatchObject({ price: 2000, before: null });
  });

  it('is refused where it is no reduction, and beside another; sent twice it is one', async () => {
    const goods = await offerWithPast([40, 2000]);
    expect(await plan(goods, 2000, inDays(1))).toMatchObject({ error: 'sale_not_lower' });
    const { sellerId, offerId } = goods;
    const sale = { saleId: newId(), sellerId, offerId, priceMinor: 1500, startsAt: NOW, endsAt: null };
    expect(await planSale(db, sale, NOW)).toMatchObject({ ok: true });
    expect(await planSale(db, sale, NOW)).toMatchObject({ ok: true });
    expect(await plan(goods, 1400, inDays(1))).toMatchObject({ error: 'sale_open' });
  });
});
