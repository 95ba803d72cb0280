import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { products } from '@/db/schema/catalog';
import { listingPrices, listings, listingVariants } from '@/db/schema/listings';
import { deliveryOptions, sellers } from '@/db/schema/sellers';
import { sellerReviews } from '@/db/schema/reviews';
import { readOffers } from '@/lib/catalog';
import { publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { addCategory, addProduct, type CategoryMade, type OfferWanted } from '@/tests/support/catalogue';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller } from '@/tests/support/people';
import { projectListings } from './project-listings';

const { db, ownerDb } = await testDatabase();
const market = shownIn('en');
let category: CategoryMade;
let sellerIds: string[];

beforeAll(async () => {
  category = await addCategory(ownerDb, 'things');
  sellerIds = [];
  for (let index = 0; index < 5; index++) sellerIds.push(await approvedSeller(ownerDb));
});

async function project(wanted: Omit<Parameters<typeof addProduct>[1], 'categoryId'>): Promise<string> {
  const productId = await addProduct(ownerDb, { categoryId: category.id, ...wanted });
  await projectListings(db, [productId]);
  return productId;
}

async function priceOf(productId: string) {
  const [price] = await db.select().from(listingPrices).where(eq(listingPrices.productId, productId));
  return price;
}

test('SQL and the written rule choose the same buy box', async () => {
  await ownerDb.insert(deliveryOptions).values(
    sellerIds.slice(0, 3).map((sellerId, index) => ({
      sellerId,
      code: 'standard',
      currency: 'EUR' as const,
      priceMinor: index * 2,
      freeFromMinor: index === 2 ? 13 : null,
      minDays: 1,
      maxDays: 2,
    })),
  );
  await ownerDb.insert(sellerReviews).values(
    [3, 4, 4].map((rating, index) => ({
      sellerId: sellerIds[index]!,
      authorName: 'A buyer',
      rating,
      body: 'Fine.',
    })),
  );
  const anyOf = <T>(values: readonly T[]) => values[Math.floor(Math.random() * values.length)]!;
  const someOffers = () =>
    sellerIds.map((sellerId): OfferWanted => ({
      sellerId,
      priceMinor: anyOf([10, 12, 13, 14]),
      onHand: anyOf([0, 1, 8]),
      condition: anyOf(['new', 'new', 'refurbished', 'used'] as const),
      handlingDays: anyOf([0, 1]),
    }));
  for (let round = 0; round < 25; round++) {
    const productId = await project({ variants: [{ offers: someOffers() }] });
    const [listed] = await db.select().from(listingVariants).where(eq(listingVariants.productId, productId));
    const ranked = [...(await readOffers(db, productId, market)).values()].flat();
    expect(publicId('off', listed!.offerId!)).toBe(ranked[0]!.offerId);
  }
});

describe('a listing says what its offers come to', () => {
  test('the price is that of the cheapest choice that can be bought', async () => {
    const [sellerId] = sellerIds as [string];
    const productId = await project({
      variants: [
        { options: { size: 'S' }, offers: [{ sellerId, priceMinor: 500, onHand: 0 }] },
        { options: { size: 'M' }, offers: [{ sellerId, priceMinor: 900, compareAtMinor: 1200, onHand: 2 }] },
        { options: { size: 'L' }, offers: [{ sellerId, priceMinor: 1000, onHand: 1 }] },
      ],
    });
    expect(await priceOf(productId)).toMatchObject({
      priceMinor: 900,
      compareAtMinor: 1200,
      priceVaries: true,
      availability: 'few_left',
      stockLeft: 3,
      offerCount: 3,
    });
  });

  test('without a priced offer it is unavailable, and still listed', async () => {
    const productId = await project({
      variants: [{ offers: [{ sellerId: sellerIds[0]!, priceMinor: null }] }],
    });
    expect(await priceOf(productId)).toMatchObject({ priceMinor: null, availability: 'unavailable' });
  });

  test('what a suspended seller offers does not count', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const productId = await project({ variants: [{ offers: [{ sellerId, priceMinor: 100 }] }] });
    expect(await priceOf(productId)).toMatchObject({ availability: 'in_stock' });
    await ownerDb.update(sellers).set({ status: 'suspended' }).where(eq(sellers.id, sellerId));
    await projectListings(db, [productId]);
    expect(await priceOf(productId)).toMatchObject({ availability: 'unavailable' });
  });
});

test('a product that is no longer live leaves nothing behind', async () => {
  const productId = await project({
    variants: [{ offers: [{ sellerId: sellerIds[0]!, priceMinor: 100 }] }],
  });
  await ownerDb.update(products).set({ status: 'retired' }).where(eq(products.id, productId));
  await projectListings(db, [productId]);
  for (const table of [
    'listings',
    'listing_texts',
    'listing_prices',
    'listing_variants',
    'listing_categories',
  ]) {
    const rows = await db.execute(
      sql`select 1 from ${sql.identifier(table)} where product_id = ${productId}::uuid`,
    );
    expect(rows, table).toHaveLength(0);
  }
});

test('projecting what has not changed writes no price, choice, word or place', async () => {
  const productId = await project({
    title: 'A lamp',
    variants: [{ offers: [{ sellerId: sellerIds[0]!, priceMinor: 100 }] }],
  });
  const versions = () =>
    db.execute(sql`
      select xmin::text from listing_prices where product_id = ${productId}::uuid union all
      select xmin::text from listing_variants where product_id = ${productId}::uuid union all
      select xmin::text from listing_texts where product_id = ${productId}::uuid union all
      select xmin::text from listing_categories where product_id = ${productId}::uuid`);
  const before = [...(await versions())];
  await projectListings(db, [productId]);
  expect([...(await versions())]).toEqual(before);
});

test('projections of one product at the same time end with what is true', async () => {
  const sellerId = sellerIds[0]!;
  const productId = await project({ variants: [{ offers: [{ sellerId, priceMinor: 100 }] }] });
  await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      await ownerDb.execute(sql`
        update offer_prices set price_minor = ${200 + index} where offer_id in (
          select o.id from offers o join variants v on v.id = o.variant_id where v.product_id = ${productId}::uuid)`);
      await projectListings(db, [productId]);
    }),
  );
  const [now] = await db.execute<{ price: number }>(sql`
    select price_minor::int as price from offer_prices join offers o on o.id = offer_id
    join variants v on v.id = o.variant_id where v.product_id = ${productId}::uuid`);
  expect((await priceOf(productId))?.priceMinor).toBe(now?.price);
  expect(await db.select().from(listings).where(eq(listings.productId, productId))).toHaveLength(1);
});
