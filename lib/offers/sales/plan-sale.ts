import { and, eq } from 'drizzle-orm';
import { offerPrices, offerSales } from '@/db/schema/offers';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { lockOwnOffer } from '../change-offer';
import { startSale, stopOpenSale } from './switch-sales';

export type NewSale = {
  /** Made once by the page: however often it arrives, one sale is planned. */
  readonly saleId: string;
  readonly sellerId: string;
  readonly offerId: string;
  /** In the market's currency. */
  readonly priceMinor: number;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
};

/**
 * Plans a lower price for a while, which begins at once when its start has come. Refuses one that is not below what the
 * offer costs (`sale_not_lower`), and a second beside one that is planned or running (`sale_open`).
 */
export async function planSale(
  db: Database,
  sale: NewSale,
  now: Date,
): Promise<Result<void, 'not_found' | 'sale_not_lower' | 'sale_open'>> {
  const { saleId, sellerId, offerId, priceMinor, startsAt, endsAt } = sale;
  const market = { market: DEFAULT_MARKET.code, currency: DEFAULT_MARKET.currency };
  return db.transaction(async (tx): ReturnType<typeof planSale> => {
    const offer = await lockOwnOffer(tx, sellerId, offerId);
    if (!offer) return refuse('not_found');
    const [price] = await tx
      .select()
      .from(offerPrices)
      .where(
        and(
          eq(offerPrices.offerId, offerId),
          eq(offerPrices.market, market.market),
          eq(offerPrices.currency, market.currency),
        ),
      );
    const [known] = await tx.select().from(offerSales).where(eq(offerSales.id, saleId));
    if (known) return known.offerId === offerId ? ok(undefined) : refuse('not_found');
    if (!price || priceMinor >= price.priceMinor) return refuse('sale_not_lower');
    const planned = await tx
      .insert(offerSales)
      .values({ id: saleId, offerId, ...market, priceMinor, startsAt, endsAt })
      .onConflictDoNothing()
      .returning();
    if (planned.length === 0) return refuse('sale_open');
    if (startsAt <= now) await startSale(tx, planned[0]!, now);
    return ok(undefined);
  });
}

/** Takes back a sale that is planned, and ends one that runs: the offer costs again what it did. */
export async function stopSale(
  db: Database,
  { sellerId, offerId }: Pick<NewSale, 'sellerId' | 'offerId'>,
): Promise<Result<void, 'not_found'>> {
  return db.transaction(async (tx) => {
    const offer = await lockOwnOffer(tx, sellerId, offerId);
    return offer ? stopOpenSale(tx, offerId) : refuse('not_found');
  });
}
