import { sql } from 'drizzle-orm';
import type { OfferState } from '@/db/schema/offer-imports';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { gtinWritings } from './gtin-of-sheet';
import type { GoodRow } from './read-sheet';

export type FoundOffer = OfferState & {
  readonly offerId: string;
  readonly version: number;
  readonly reserved: number;
};

/**
 * By row: the seller's offer of that id, or those of that SKU, or, where the row has none, those of goods with that
 * GTIN. A second one is answered, to be told of; more are not. Rows that name none are left out.
 */
export async function findNamedOffers(
  tx: Transaction,
  sellerId: string,
  rows: readonly GoodRow[],
): Promise<ReadonlyMap<number, readonly FoundOffer[]>> {
  const wanted = rows.map(({ number, offerId, sku, gtin }) => ({
    ...{ number, offerId, sku },
    gtins: offerId === null && sku === '' ? (gtinWritings(gtin) ?? []) : [],
  }));
  const found = await tx.execute<{
    number: number;
    id: string;
    version: number;
    selling: boolean;
    price_minor: string | null;
    on_hand: number;
    reserved: number;
  }>(sql`
    select g.number, o.id, o.version, o.status = 'active' as selling, price.price_minor,
      coalesce(st.on_hand, 0) as on_hand, coalesce(st.reserved, 0) as reserved
    from jsonb_to_recordset(${jsonRows(wanted)}) as g(number int, "offerId" uuid, sku text, gtins text[])
    cross join lateral (
      select * from offers where id = g."offerId" and seller_id = ${sellerId}
      union all
      (select * from offers
        where g."offerId" is null and g.sku <> '' and seller_id = ${sellerId} and seller_sku = g.sku limit 2)
      union all
      (select own.* from variants v join offers own on own.variant_id = v.id and own.seller_id = ${sellerId}
        where v.gtin = any(g.gtins) limit 2)
    ) o
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${DEFAULT_MARKET.code} and price.currency = ${DEFAULT_MARKET.currency}
    left join stock st on st.offer_id = o.id`);
  const offers = new Map<number, FoundOffer[]>();
  for (const { number, id, version, selling, price_minor, on_hand, reserved } of found) {
    const offer = {
      ...{ offerId: id, version, selling, reserved, onHand: on_hand },
      priceMinor: price_minor === null ? null : Number(price_minor),
    };
    offers.set(number, [...(offers.get(number) ?? []), offer]);
  }
  return offers;
}
