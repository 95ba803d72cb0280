import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { daysCsv, getHealth, getInsight, listProducts, listTerms, productsCsv, termsCsv } from '.';
import { addUp } from './model';

const { db, sql, ownerDb } = await testDatabase();

const PERIOD = { from: '2026-11-01', until: '2026-11-03' };
const NOW = new Date('2026-11-03T12:00:00Z');

/** A seller who sold a product on one of the days and on one of the days before. */
async function sellerWithSales() {
  const goods = await offerForSale(ownerDb);
  const { sellerId, productId } = goods;
  for (const [day, units] of [
    ['2026-10-30', 1],
    ['2026-11-02', 4],
  ] as const) {
    await sql`insert into sales_days values (${sellerId}, ${day}, 'EUR', 2, ${units}, ${units * 500}, 0, 1, 1, 0, 0)`;
    await sql`insert into product_sales_days values (${sellerId}, ${day}, ${productId}, 'EUR', ${units}, ${units * 500})`;
  }
  await sql`insert into traffic_days (seller_id, day, shown, viewed) values (${sellerId}, '2026-11-01', 9, 5)`;
  await sql`insert into product_traffic_days (seller_id, day, product_id, viewed, in_buy_box) values (${sellerId}, '2026-11-01', ${productId}, 5, 4)`;
  await sql`insert into term_days values (${sellerId}, '2026-11-01', 'thing', 9, 5), (${sellerId}, '2026-10-01', 'old', 9, 5)`;
  return goods;
}

const insightOf = (sellerId: string) => getInsight(db, sellerId, { period: PERIOD, locale: 'en' });

describe('a seller’s insight', () => {
  it('has every day of the period and of the one before, those without sales or visitors too', async () => {
    const { sellerId, productId } = await sellerWithSales();
    const { days, daysBefore, soldBest, terms } = await insightOf(sellerId);
    expect(days.map(({ day, viewed, salesMinor }) => [day, viewed, salesMinor])).toEqual([
      ['2026-11-01', 5, 0],
      ['2026-11-02', 0, 2000],
      ['2026-11-03', 0, 0],
    ]);
    expect(daysBefore.map(({ day }) => day)).toEqual(['2026-10-29', '2026-10-30', '2026-10-31']);
    expect(addUp(daysBefore)).toMatchObject({ units: 1, salesMinor: 500 });
    expect(soldBest).toEqual([
      {
        ...{ productId, slug: productId, title: 'A thing', units: 4, unitsBefore: 1 },
        ...{ viewed: 5, inBuyBox: 4, soldOut: 0 },
        sales: { amountMinor: 2000, currency: 'EUR' },
      },
    ]);
    expect(terms).toEqual([{ term: 'thing', shown: 9, viewed: 5 }]);
  });

  it('is in the currency of most orders, and says which others there were', async () => {
    const { sellerId } = await sellerWithSales();
    await sql`insert into sales_days values (${sellerId}, '2026-11-02', 'USD', 1, 7, 9900, 0, 0, 0, 0, 0)`;
    const { currency, otherCurrencies, days } = await insightOf(sellerId);
    expect([currency, otherCurrencies]).toEqual(['EUR', ['USD']]);
    expect(addUp(days)).toMatchObject({ orders: 3, units: 11, salesMinor: 2000 });
  });

  it('is nothing of anybody else’s', async () => {
    await sellerWithSales();
    const { sellerId: other } = await offerForSale(ownerDb);
    const { days, daysBefore, soldBest, missed, terms } = await insightOf(other);
    expect(addUp([...days, ...daysBefore])).toEqual(addUp([]));
    expect([...soldBest, ...missed, ...terms]).toEqual([]);
    expect((await getHealth(db, other, NOW)).every(({ whole }) => whole === 0)).toBe(true);
  });

  it('names what was looked at while there was none of it, the most wanted first', async () => {
    const { sellerId, productId } = await sellerWithSales();
    const wanted = await offerForSale(ownerDb, { sellerId });
    await sql`update product_traffic_days set sold_out = 1 where product_id = ${productId}`;
    await sql`insert into product_traffic_days (seller_id, day, product_id, viewed, sold_out)
      values (${sellerId}, '2026-11-02', ${wanted.productId}, 3, 2), (${sellerId}, '2026-10-30', ${wanted.productId}, 9, 9)`;
    const { missed } = await insightOf(sellerId);
    expect(missed.map(({ productId: id, soldOut, viewed }) => [id, soldOut, viewed])).toEqual([
      [wanted.productId, 2, 3],
      [productId, 1, 5],
    ]);
  });

  it('comes as sheets: all its days, everything looked at or sold, all words searched for', async () => {
    const { sellerId } = await sellerWithSales();
    const unsold = await offerForSale(ownerDb, { sellerId });
    await sql`insert into product_traffic_days (seller_id, day, product_id, viewed) values (${sellerId}, '2026-11-03', ${unsold.productId}, 2)`;
    const rowsOf = (sheet: string) => sheet.trim().split('\r\n');
    const counted = await insightOf(sellerId);
    const days = rowsOf(daysCsv(counted));
    expect(days).toHaveLength(7);
    expect(days[5]).toBe('2026-11-02,0,0,0,0,0,2,4,20.00,EUR,1,0,1');

    const asked = { period: PERIOD, currency: 'EUR', locale: 'en' } as const;
    expect(rowsOf(productsCsv(await listProducts(db, sellerId, 'all', asked))).slice(1)).toEqual([
      'A thing,5,4,0,4,1,20.00,EUR',
      'A thing,2,0,0,0,0,0.00,EUR',
    ]);
    expect(rowsOf(termsCsv(await listTerms(db, sellerId, { period: PERIOD }))).slice(1)).toEqual([
      'thing,9,5',
    ]);
  });

  it('measures what was promised by what came of it', async () => {
    const { sellerId } = await sellerWithSales();
    expect(await getHealth(db, sellerId, NOW)).toMatchObject([
      { measure: 'late', part: 2, whole: 4, isGood: false },
      { measure: 'cancelled', part: 0, isGood: true },
      { measure: 'returned', part: 2, whole: 5, isGood: false },
      { measure: 'disputed', part: 0, isGood: true },
    ]);
  });
});
