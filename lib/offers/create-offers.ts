import { sql } from 'drizzle-orm';
import { offerPrices, offers } from '@/db/schema/offers';
import type { Condition } from '@/lib/catalog/model';
import { setStockOnHand } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { uuidArray } from '@/lib/platform/sql-values';
import { transact } from '@/lib/platform/transact';
import { offerChanged } from './events';
import { maySell } from './get-product-to-sell';

export type NewOffers = {
  readonly sellerId: string;
  readonly userId: string;
  readonly productId: string;
  readonly condition: Condition;
  /** Null: as the seller's other offers. */
  readonly handlingDays: number | null;
  readonly currency: Currency;
  readonly variants: readonly NewOffer[];
};

export type NewOffer = {
  readonly variantId: string;
  readonly sellerSku: string;
  readonly priceMinor: number;
  readonly onHand: number;
};

/**
 * Offers variants of a product, each at its price and with its stock; all of them or none. `not_found` when one is no
 * variant of a product this seller may sell, `offer_exists` when the seller offers one in that condition already.
 */
export async function createOffers(
  db: Database,
  wanted: NewOffers,
): Promise<Result<null, 'not_found' | 'offer_exists'>> {
  return transact(db, async (tx): Promise<Result<null, 'not_found' | 'offer_exists'>> => {
    const labels = await lockVariants(tx, wanted);
    if (!labels) return refuse('not_found');
    const rows = wanted.variants.map((variant) => ({ ...variant, offerId: newId() }));
    const made = await insertOffers(tx, wanted, rows);
    const taken = rows.find(({ offerId }) => !made.has(offerId));
    if (taken) return refuse('offer_exists', { variant: labels.get(taken.variantId) || 'none' });

    const { currency } = wanted;
    await tx.insert(offerPrices).values(
      rows.map(({ offerId, priceMinor }) => ({
        offerId,
        market: DEFAULT_MARKET.code,
        currency,
        priceMinor,
      })),
    );
    for (const { offerId, onHand } of rows.toSorted(byOfferId)) {
      await setStockOnHand(tx, offerId, onHand, `user:${wanted.userId}`);
    }
    await emitEvent(
      tx,
      offerChanged,
      ...rows.map(({ offerId }) => ({ aggregateId: offerId, aggregateVersion: 1, payload: { offerId } })),
    );
    return ok(null);
  });
}

/** The labels of the wanted variants by id, or null when not all of them may be sold; none changes meanwhile. */
async function lockVariants(
  tx: Transaction,
  { sellerId, productId, variants }: NewOffers,
): Promise<ReadonlyMap<string, string> | null> {
  const ids = [...new Set(variants.map(({ variantId }) => variantId))];
  const found = await tx.execute<{ id: string; options: Record<string, string> }>(sql`
    select v.id, v.options from variants v join products p on p.id = v.product_id
    where v.id = any(${uuidArray(ids)}) and p.id = ${productId} and not v.retired and ${maySell(sellerId)}
    for share of p, v`);
  if (found.length < ids.length || ids.length === 0) return null;
  return new Map(found.map(({ id, options }) => [id, Object.values(options).join(', ')]));
}

/** The ids of those that were not there yet. */
async function insertOffers(
  tx: Transaction,
  { sellerId, condition, handlingDays }: NewOffers,
  rows: readonly (NewOffer & { readonly offerId: string })[],
): Promise<ReadonlySet<string>> {
  const made = await tx
    .insert(offers)
    .values(
      rows
        .toSorted((one, other) => one.variantId.localeCompare(other.variantId))
        .map(({ offerId, variantId, sellerSku }) => ({
          id: offerId,
          sellerId,
          variantId,
          sellerSku,
          condition,
          handlingDays,
        })),
    )
    .onConflictDoNothing()
    .returning({ id: offers.id });
  return new Set(made.map(({ id }) => id));
}

function byOfferId(one: { readonly offerId: string }, other: { readonly offerId: string }): number {
  return one.offerId < other.offerId ? -1 : 1;
}
