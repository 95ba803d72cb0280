import { and, eq, sql } from 'drizzle-orm';
import { offerPrices, offers } from '@/db/schema/offers';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { offerChanged } from './events';

export type OfferRow = typeof offers.$inferSelect;

/** A seller's own offer, locked; null when it does not exist or is another's. */
export async function lockOwnOffer(
  tx: Transaction,
  sellerId: string,
  offerId: string,
): Promise<OfferRow | null> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.id, offerId), eq(offers.sellerId, sellerId)))
    .for('no key update');
  return row ?? null;
}

export type OfferChange = {
  readonly currency: Currency;
  readonly priceMinor: number;
  readonly status: OfferRow['status'];
};

/**
 * Writes the price and state of an offer that `lockOwnOffer` has locked and tells of it. A price from the old
 * price up ends a sale, since there is nothing left to strike out.
 */
export async function changeOffer(tx: Transaction, offer: OfferRow, change: OfferChange): Promise<void> {
  const { currency, priceMinor, status } = change;
  await tx.update(offers).set({ status }).where(eq(offers.id, offer.id));
  await tx
    .insert(offerPrices)
    .values({ offerId: offer.id, market: DEFAULT_MARKET.code, currency, priceMinor })
    .onConflictDoUpdate({
      target: [offerPrices.offerId, offerPrices.market, offerPrices.currency],
      set: {
        priceMinor,
        compareAtMinor: sql`case when ${offerPrices.compareAtMinor} > ${priceMinor}::bigint then ${offerPrices.compareAtMinor} end`,
        updatedAt: sql`now()`,
      },
    });
  await tellOfChange(tx, offer.id);
}

/** Counts a change of an offer, so that who edits what was there before is told, and lets pages follow it. */
export async function tellOfChange(tx: Transaction, offerId: string): Promise<void> {
  const [offer] = await tx
    .update(offers)
    .set({ version: sql`${offers.version} + 1` })
    .where(eq(offers.id, offerId))
    .returning({ version: offers.version });
  if (!offer) throw new Error(`Offer ${offerId} vanished under its lock`);
  await emitEvent(tx, offerChanged, {
    aggregateId: offerId,
    aggregateVersion: offer.version,
    payload: { offerId },
  });
}
