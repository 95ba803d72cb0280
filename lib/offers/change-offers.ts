import { sql } from 'drizzle-orm';
import { countStock } from '@/lib/inventory';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { jsonRows, uuidArray } from '@/lib/platform/sql-values';
import { offersChanged } from './events';

export type OfferEdit = {
  readonly offerId: string;
  /** What the editor saw. */
  readonly version: number;
  /** In the market's currency; null leaves it. */
  readonly priceMinor: number | null;
  /** Null leaves it to what is sold and sent meanwhile. */
  readonly stock: { readonly onHand: number } | { readonly more: number } | null;
  readonly selling: boolean;
};

/**
 * Edits many offers of one seller at once, and answers why some were left as they were: changed since
 * (`changed_meanwhile`, also when they are not the seller's), or with more held by buyers than would be on hand. Offers
 * are locked before stock, both in id order. Versions go up by one.
 */
export async function changeOffers(
  tx: Transaction,
  sellerId: string,
  edits: readonly OfferEdit[],
  reference: string,
): Promise<ReadonlyMap<string, 'changed_meanwhile' | 'stock_below_reserved'>> {
  const refused = new Map<string, 'changed_meanwhile' | 'stock_below_reserved'>();
  const versions = await lockVersions(tx, sellerId, edits);
  const current = edits.filter(({ offerId, version }) => versions.get(offerId) === version);
  for (const { offerId } of edits) refused.set(offerId, 'changed_meanwhile');
  for (const { offerId } of current) refused.delete(offerId);
  const counts = current.flatMap(({ offerId, stock }) => (stock ? [{ offerId, ...stock }] : []));
  const belowHeld = await countStock(tx, counts, reference);
  for (const offerId of belowHeld) refused.set(offerId, 'stock_below_reserved');
  const good = current.filter(({ offerId }) => !belowHeld.has(offerId));
  if (good.length === 0) return refused;
  await writeOffers(tx, good);
  await emitEvent(tx, offersChanged, {
    aggregateId: good[0]!.offerId,
    aggregateVersion: good[0]!.version + 1,
    payload: { offerIds: good.map(({ offerId }) => offerId) },
  });
  return refused;
}

async function lockVersions(
  tx: Transaction,
  sellerId: string,
  edits: readonly OfferEdit[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<{ id: string; version: number }>(sql`
    select id, version from offers
    where id = any(${uuidArray(edits.map(({ offerId }) => offerId))}) and seller_id = ${sellerId}
    order by id for no key update`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** A price from the old price up ends a sale, since there is nothing left to strike out. */
async function writeOffers(tx: Transaction, edits: readonly OfferEdit[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${jsonRows(edits)})
    as g("offerId" uuid, "priceMinor" bigint, selling boolean)`;
  await tx.execute(sql`
    update offers o set version = o.version + 1, updated_at = now(),
      status = case when g.selling then 'active'::offer_status else 'paused'::offer_status end
    from ${given} where o.id = g."offerId"`);
  await tx.execute(sql`
    insert into offer_prices as p (offer_id, market, currency, price_minor)
    select "offerId", ${DEFAULT_MARKET.code}, ${DEFAULT_MARKET.currency}, "priceMinor"
    from ${given} where "priceMinor" is not null
    on conflict (offer_id, market, currency) do update set price_minor = excluded.price_minor,
      compare_at_minor = case when p.compare_at_minor > excluded.price_minor then p.compare_at_minor end,
      updated_at = now()
    where p.price_minor <> excluded.price_minor`);
}
