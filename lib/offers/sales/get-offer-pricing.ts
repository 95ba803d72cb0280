import { and, desc, eq, inArray } from 'drizzle-orm';
import { offerPriceChanges, offerSales } from '@/db/schema/offers';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import type { OfferPricing, OpenSale } from '../model';
import { getLowestPrice } from './lowest-price';

const SHOWN_CHANGES = 50;

/** What an offer has cost so far and is to cost. Whose it is is the caller's question. */
export async function getOfferPricing(db: Executor, offerId: string, now: Date): Promise<OfferPricing> {
  const { code: market, currency } = DEFAULT_MARKET;
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const [changes, lowestMinor, sale] = await Promise.all([
    db
      .select({ at: offerPriceChanges.changedAt, priceMinor: offerPriceChanges.priceMinor })
      .from(offerPriceChanges)
      .where(
        and(
          eq(offerPriceChanges.offerId, offerId),
          eq(offerPriceChanges.market, market),
          eq(offerPriceChanges.currency, currency),
        ),
      )
      .orderBy(desc(offerPriceChanges.changedAt))
      .limit(SHOWN_CHANGES),
    getLowestPrice(db, { offerId, market, currency }, now),
    getOpenSale(db, offerId),
  ]);
  return {
    sale,
    lowest: lowestMinor === null ? null : money(lowestMinor),
    changes: changes.map(({ at, priceMinor }) => ({ at, price: money(priceMinor) })),
  };
}

async function getOpenSale(db: Executor, offerId: string): Promise<OpenSale | null> {
  const [row] = await db
    .select()
    .from(offerSales)
    .where(and(eq(offerSales.offerId, offerId), inArray(offerSales.status, ['planned', 'running'])));
  if (!row) return null;
  return {
    status: row.status === 'running' ? 'running' : 'planned',
    price: { amountMinor: row.priceMinor, currency: row.currency },
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  };
}
