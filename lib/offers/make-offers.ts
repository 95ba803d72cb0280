import { sql } from 'drizzle-orm';
import { countStock } from '@/lib/inventory';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { jsonRows } from '@/lib/platform/sql-values';
import { offersChanged } from './events';
import { maySell } from './get-product-to-sell';

export type OfferToMake = {
  readonly offerId: string;
  readonly variantId: string;
  readonly sellerSku: string;
  /** In the market's currency. */
  readonly priceMinor: number;
  readonly onHand: number;
  readonly selling: boolean;
};

/**
 * Makes many offers of new goods of one seller at once, and answers the ids of those that were not made: their variant
 * is offered by now, or may not be sold any more.
 */
export async function makeOffers(
  tx: Transaction,
  sellerId: string,
  wanted: readonly OfferToMake[],
  reference: string,
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(sql`
    insert into offers (id, seller_id, variant_id, seller_sku, status)
    select g."offerId", ${sellerId}, v.id, g."sellerSku",
      case when g.selling then 'active'::offer_status else 'paused'::offer_status end
    from jsonb_to_recordset(${jsonRows(wanted)})
      as g("offerId" uuid, "variantId" uuid, "sellerSku" text, selling boolean)
    join variants v on v.id = g."variantId" and not v.retired
    join products p on p.id = v.product_id and ${maySell(sellerId)}
    order by v.id
    on conflict do nothing returning id`);
  const ids = new Set(rows.map(({ id }) => id));
  const made = wanted.filter(({ offerId }) => ids.has(offerId));
  if (made.length > 0) await stockAndPrice(tx, made, reference);
  return new Set(wanted.flatMap(({ offerId }) => (ids.has(offerId) ? [] : [offerId])));
}

async function stockAndPrice(
  tx: Transaction,
  made: readonly OfferToMake[],
  reference: string,
): Promise<void> {
  await tx.execute(sql`
    insert into offer_prices (offer_id, market, currency, price_minor)
    select "offerId", ${DEFAULT_MARKET.code}, ${DEFAULT_MARKET.currency}, "priceMinor"
    from jsonb_to_recordset(${jsonRows(made)}) as g("offerId" uuid, "priceMinor" bigint)`);
  await countStock(tx, made, reference);
  await emitEvent(tx, offersChanged, {
    aggregateId: made[0]!.offerId,
    aggregateVersion: 1,
    payload: { offerIds: made.map(({ offerId }) => offerId) },
  });
}
