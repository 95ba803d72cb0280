import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';

export type OfferToSave = {
  readonly sellerId: string;
  readonly variantId: string;
  readonly sku: string;
  /** None takes the offer from sale. */
  readonly prices: readonly { readonly currency: Currency; readonly priceMinor: number }[];
};

export type SavedOffer = { readonly offerId: string; readonly sellerId: string; readonly variantId: string };

/**
 * Saves a batch of offers of new goods, one per seller and variant, with their prices in the default market,
 * and answers those on sale. Emits nothing: whoever saves in bulk makes the listings anew itself.
 */
export async function saveOffers(tx: Transaction, offers: readonly OfferToSave[]): Promise<SavedOffer[]> {
  const [priced, unpriced] = [true, false].map((has) =>
    offers.filter(({ prices }) => prices.length > 0 === has),
  ) as [OfferToSave[], OfferToSave[]];
  await pauseOffers(tx, unpriced);
  if (priced.length === 0) return [];
  const rows = priced.map(({ sellerId, variantId, sku }) => ({ id: newId(), sellerId, variantId, sku }));
  const given = sql`jsonb_to_recordset(${jsonRows(rows)})
    as g(id uuid, "sellerId" uuid, "variantId" uuid, sku text)`;
  await tx.execute(sql`
    insert into offers as o (id, seller_id, variant_id, seller_sku)
    select id, "sellerId", "variantId", sku from ${given} order by "sellerId", "variantId"
    on conflict (seller_id, variant_id, condition) do update
      set seller_sku = excluded.seller_sku, status = 'active', version = o.version + 1, updated_at = now()
    where (o.seller_sku, o.status) is distinct from (excluded.seller_sku, excluded.status)`);
  const saved = await tx.execute<{ offer_id: string; seller_id: string; variant_id: string }>(sql`
    select o.id as offer_id, o.seller_id, o.variant_id from ${given}
    join offers o on o.seller_id = g."sellerId" and o.variant_id = g."variantId" and o.condition = 'new'`);
  const ids = new Map(saved.map((row) => [`${row.seller_id}/${row.variant_id}`, row.offer_id]));
  await savePrices(
    tx,
    priced.flatMap(({ sellerId, variantId, prices }) =>
      prices.map((price) => ({ ...price, offerId: ids.get(`${sellerId}/${variantId}`) })),
    ),
  );
  return saved.map((row) => ({
    offerId: row.offer_id,
    sellerId: row.seller_id,
    variantId: row.variant_id,
  }));
}

async function pauseOffers(tx: Transaction, offers: readonly OfferToSave[]): Promise<void> {
  if (offers.length === 0) return;
  const rows = offers.map(({ sellerId, variantId }) => ({ sellerId, variantId }));
  await tx.execute(sql`
    update offers o set status = 'paused', version = o.version + 1, updated_at = now()
    from jsonb_to_recordset(${jsonRows(rows)}) as g("sellerId" uuid, "variantId" uuid)
    where o.seller_id = g."sellerId" and o.variant_id = g."variantId" and o.condition = 'new' and o.status = 'active'`);
}

/** A reduction that the new price leaves nothing of is over. */
async function savePrices(tx: Transaction, prices: readonly object[]): Promise<void> {
  await tx.execute(sql`
    insert into offer_prices as p (offer_id, market, currency, price_minor)
    select "offerId", ${DEFAULT_MARKET.code}, currency, "priceMinor"
    from jsonb_to_recordset(${jsonRows(prices)}) as g("offerId" uuid, currency text, "priceMinor" bigint)
    on conflict (offer_id, market, currency) do update set price_minor = excluded.price_minor,
      compare_at_minor = case when p.compare_at_minor > excluded.price_minor then p.compare_at_minor end,
      updated_at = now()
    where p.price_minor <> excluded.price_minor`);
}
