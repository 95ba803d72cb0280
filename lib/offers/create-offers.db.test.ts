import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { products } from '@/db/schema/catalog';
import { offers } from '@/db/schema/offers';
import { newId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { addCategory, addProduct } from '@/tests/support/catalogue';
import { testDatabase } from '@/tests/support/database';
import { approvedSeller } from '@/tests/support/people';
import { createOffers, getProductToSell } from '.';

const { db, ownerDb } = await testDatabase();
const category = await addCategory(ownerDb, 'shirts');
const sellerId = await approvedSeller(ownerDb);

/** A product in two sizes, which nobody sells. */
async function shirt(changes: Partial<typeof products.$inferInsert> = {}) {
  const productId = await addProduct(ownerDb, {
    categoryId: category.id,
    variants: [{ options: { size: 'S' } }, { options: { size: 'M' } }],
  });
  await ownerDb
    .update(products)
    .set({ status: 'live', ...changes })
    .where(eq(products.id, productId));
  const rows = await db.execute<{ id: string }>(
    sql`select id from variants where product_id = ${productId} order by position`,
  );
  return { productId, variantIds: rows.map(({ id }) => id) };
}

const create = (productId: string, variantIds: readonly string[], seller = sellerId) =>
  createOffers(db, {
    sellerId: seller,
    userId: newId(),
    productId,
    condition: 'new',
    handlingDays: 1,
    currency: 'EUR',
    variants: variantIds.map((variantId) => ({ variantId, priceMinor: 1990, onHand: 3, sellerSku: 'A-1' })),
  });

const offersOf = (productId: string) =>
  db.execute<{ price: number; on_hand: number; sku: string; handling: number }>(sql`
    select p.price_minor::int as price, s.on_hand, o.seller_sku as sku, o.handling_days as handling
    from offers o join variants v on v.id = o.variant_id
    join offer_prices p on p.offer_id = o.id join stock s on s.offer_id = o.id
    where v.product_id = ${productId}`);

describe('offering variants of a product', () => {
  it('makes each with its price and stock, and tells of each', async () => {
    const { productId, variantIds } = await shirt();
    expect(await create(productId, variantIds)).toMatchObject({ ok: true });
    const row = { price: 1990, on_hand: 3, sku: 'A-1', handling: 1 };
    expect([...(await offersOf(productId))]).toEqual([row, row]);
    const [told] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from outbox_events e join offers o on o.id = e.aggregate_id
      join variants v on v.id = o.variant_id where e.name = 'offer.changed' and v.product_id = ${productId}`);
    expect(told!.count).toBe(2);
  });

  it('makes none when one is offered already in that condition, and says which', async () => {
    const { productId, variantIds } = await shirt();
    await create(productId, [variantIds[1]!]);
    const again = await create(productId, variantIds);
    expect(again).toMatchObject({ ok: false, error: 'offer_exists', detail: { variant: 'M' } });
    expect(await offersOf(productId)).toHaveLength(1);
  });

  it('twice at once makes one of each', async () => {
    const { productId, variantIds } = await shirt();
    const both = await Promise.all([
      create(productId, variantIds),
      create(productId, variantIds.toReversed()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await offersOf(productId)).toHaveLength(2);
  });

  it.each(['draft', 'in_review', 'declined'] as const)(
    'that is %s is its owner alone; others find nothing',
    async (status) => {
      const ownerSellerId = await approvedSeller(ownerDb);
      const { productId, variantIds } = await shirt({ status, ownerSellerId });
      expect(await create(productId, variantIds)).toMatchObject({ error: 'not_found' });
      expect(await getProductToSell(db, sellerId, productId, shownIn('en'))).toBeNull();
      expect(await create(productId, variantIds, ownerSellerId)).toMatchObject({ ok: true });
    },
  );

  it('of another product, retired or unknown, finds nothing and writes nothing', async () => {
    const [one, other] = [await shirt(), await shirt()];
    const before = await ownerDb.$count(offers);
    await db.execute(sql`update variants set retired = true where id = ${one.variantIds[1]!}`);
    for (const variants of [[other.variantIds[0]!], [newId()], one.variantIds, []]) {
      expect(await create(one.productId, variants)).toMatchObject({ error: 'not_found' });
    }
    expect(await ownerDb.$count(offers)).toBe(before);
  });
});

it('who wants to sell a product sees what others ask, and what they offer already', async () => {
  const { productId, variantIds } = await shirt();
  await create(productId, [variantIds[0]!]);
  const [first, second] =
    (await getProductToSell(db, await approvedSeller(ownerDb), productId, shownIn('en')))?.variants ?? [];
  expect(first).toMatchObject({
    label: 'S',
    lowestPrice: { amountMinor: 1990 },
    otherOffers: 1,
    offeredAs: [],
  });
  expect(second).toMatchObject({ label: 'M', lowestPrice: null, otherOffers: 0 });
  const own = await getProductToSell(db, sellerId, productId, shownIn('en'));
  expect(own?.variants[0]).toMatchObject({ otherOffers: 0, offeredAs: ['new'] });
});
