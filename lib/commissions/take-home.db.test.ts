import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commissionRules } from '@/db/schema/commissions';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { getTakeHome, type TakeHomeQuestion } from '.';

const { db, ownerDb } = await testDatabase();
const now = new Date();
const ask = (question: Partial<TakeHomeQuestion>) =>
  getTakeHome(
    db,
    { sellerId: null, productId: null, categoryId: null, priceMinor: 2500, postageMinor: 0, ...question },
    DEFAULT_MARKET,
    now,
  );

it('is what an order of that piece pays its seller, to the cent', async () => {
  const { offerId, sellerId, productId } = await offerForSale(ownerDb, { priceMinor: 2_499 });
  await placedOrder(db, await signedInPerson(ownerDb), [{ offerId }]);
  const [line] = await db.execute<{ owed: number; tax: number; commission: number }>(sql`
    select (total_minor - commission_minor)::int as owed, tax_minor::int as tax, commission_minor::int as commission
    from order_lines where offer_id = ${offerId}`);
  const takeHome = await ask({ sellerId, productId, priceMinor: 2_499 });
  expect(takeHome.paidOut.amountMinor).toBe(line!.owed);
  expect(takeHome.tax.amountMinor).toBe(line!.tax);
  expect(takeHome.commission.amountMinor).toBe(line!.commission);
});

it('names the rule that holds, and knows rules of a category before there is a product', async () => {
  const { sellerId, productId, categoryId } = await offerForSale(ownerDb);
  expect((await ask({ sellerId })).commissionRule).toEqual({ kind: 'market', name: '' });
  await ownerDb.insert(commissionRules).values({
    id: newId(),
    name: 'Lamps',
    precedence: 10,
    basisPoints: 500,
    categoryId,
    validFrom: new Date(0),
  });
  for (const about of [{ categoryId }, { productId }]) {
    expect(await ask(about)).toMatchObject({
      commissionRule: { kind: 'rule', name: 'Lamps' },
      commission: { amountMinor: 125 },
    });
  }
  await ownerDb.execute(sql`update sellers set commission_basis_points = 800 where id = ${sellerId}`);
  expect(await ask({ sellerId })).toMatchObject({
    commissionRule: { kind: 'seller', name: '' },
    commissionBasisPoints: 800,
  });
});

it('always adds up, whatever the price and postage', async () => {
  const { sellerId, productId } = await offerForSale(ownerDb);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      async (priceMinor, postageMinor) => {
        const is = await ask({ sellerId, productId, priceMinor, postageMinor });
        const sum =
          is.price.amountMinor +
          is.delivery.amountMinor -
          is.commission.amountMinor -
          is.providerFee.amountMinor;
        expect(is.paidOut.amountMinor).toBe(sum);
        expect(is.keeps.amountMinor).toBe(sum - is.tax.amountMinor - postageMinor);
        expect(is.tax.amountMinor).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 50 },
  );
});
