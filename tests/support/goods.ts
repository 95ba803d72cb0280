import { eq } from 'drizzle-orm';
import { categories, products, productRevisions, productTranslations, variants } from '@/db/schema/catalog';
import { stock } from '@/db/schema/inventory';
import { offerPrices, offers } from '@/db/schema/offers';
import { deliveryOptions } from '@/db/schema/sellers';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { isCurrency, type Currency } from '@/lib/kernel/money';
import type { Database } from '@/lib/platform/database';
import { approvedSeller } from './people';

export type Goods = {
  readonly sellerId: string;
  readonly categoryId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly offerId: string;
  readonly priceMinor: number;
};

type Wanted = {
  /** A new approved seller without this. */
  readonly sellerId?: string;
  readonly priceMinor?: number;
  readonly onHand?: number;
  readonly shippingMinor?: number;
  /** Prices in further currencies, where delivery is free. */
  readonly alsoFor?: Readonly<Partial<Record<Currency, number>>>;
};

/** Another variant of an offer's product, which the same seller has; answers its offer. Written as the owner. */
export async function siblingOffer(
  ownerDb: Database,
  ofOfferId: string,
  wanted: { readonly label: string; readonly priceMinor?: number; readonly onHand?: number },
): Promise<string> {
  const { label, priceMinor = 2_500, onHand = 10 } = wanted;
  const [variantId, offerId] = [newId(), newId()];
  const [sold] = await ownerDb
    .select({ sellerId: offers.sellerId, productId: variants.productId })
    .from(offers)
    .innerJoin(variants, eq(variants.id, offers.variantId))
    .where(eq(offers.id, ofOfferId));
  const { sellerId, productId } = sold!;
  await ownerDb
    .insert(variants)
    .values({ id: variantId, productId, options: { Size: label }, optionsKey: `Size=${label}` });
  await ownerDb.insert(offers).values({ id: offerId, sellerId, variantId });
  await ownerDb.insert(offerPrices).values({ offerId, currency: DEFAULT_MARKET.currency, priceMinor });
  await ownerDb.insert(stock).values({ offerId, onHand });
  return offerId;
}

/** A live product with one variant that one seller offers, in stock and deliverable. Written as the owner. */
export async function offerForSale(ownerDb: Database, wanted: Wanted = {}): Promise<Goods> {
  const { priceMinor = 2_500, onHand = 10, shippingMinor = 490, alsoFor = {} } = wanted;
  const [categoryId, productId, variantId, offerId] = [newId(), newId(), newId(), newId()];
  const sellerId = wanted.sellerId ?? (await approvedSeller(ownerDb));
  const { currency } = DEFAULT_MARKET;
  await ownerDb.transaction(async (tx) => {
    await tx
      .insert(categories)
      .values({ id: categoryId, slug: categoryId, path: categoryId, lineage: [categoryId], depth: 0 });
    await tx.insert(products).values({ id: productId, slug: productId, categoryId, status: 'live' });
    await tx.insert(productRevisions).values({ productId, revision: 1 });
    await tx.insert(productTranslations).values({ productId, revision: 1, locale: 'en', title: 'A thing' });
    await tx.insert(variants).values({ id: variantId, productId });
    await tx.insert(offers).values({ id: offerId, sellerId, variantId });
    await tx.insert(offerPrices).values({ offerId, currency, priceMinor });
    for (const [other, otherMinor] of Object.entries(alsoFor)) {
      if (!isCurrency(other)) throw new RangeError(`${other} is no currency`);
      await tx.insert(offerPrices).values({ offerId, currency: other, priceMinor: otherMinor });
      await tx
        .insert(deliveryOptions)
        .values({ sellerId, code: 'standard', currency: other, priceMinor: 0, minDays: 2, maxDays: 4 })
        .onConflictDoNothing();
    }
    await tx.insert(stock).values({ offerId, onHand });
    await tx
      .insert(deliveryOptions)
      .values({ sellerId, code: 'standard', currency, priceMinor: shippingMinor, minDays: 2, maxDays: 4 })
      .onConflictDoNothing();
  });
  return { sellerId, categoryId, productId, variantId, offerId, priceMinor };
}
