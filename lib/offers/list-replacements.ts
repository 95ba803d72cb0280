import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { getOfferSnapshots, type OfferSnapshot } from './offer-snapshots';

/** Pieces that were sold, and what each cost. */
export type SoldPieces = {
  readonly orderLineId: string;
  readonly offerId: string;
  readonly unitPriceMinor: number;
};

/**
 * What could replace sold pieces without anybody owing anything, by order line: other variants of the same product and
 * condition, of the same seller, which can be bought now and cost what the sold one cost then or costs now.
 */
export async function listReplacements(
  db: Executor,
  sold: readonly SoldPieces[],
  shownIn: { readonly currency: Currency; readonly market: string; readonly locale: string },
): Promise<ReadonlyMap<string, readonly OfferSnapshot[]>> {
  const pairs = await db.execute<{ order_line_id: string; offer_id: string }>(sql`
    select line.order_line_id, other.id as offer_id
    from jsonb_to_recordset(${jsonRows(
      sold.map(({ orderLineId, offerId }) => ({ order_line_id: orderLineId, offer_id: offerId })),
    )}) as line(order_line_id uuid, offer_id uuid)
    join offers bought on bought.id = line.offer_id
    join variants variant on variant.id = bought.variant_id
    join variants sibling on sibling.product_id = variant.product_id and sibling.id <> variant.id
    join offers other on other.variant_id = sibling.id and other.seller_id = bought.seller_id
      and other.condition = bought.condition
    order by sibling.position, other.id`);
  const named = [...sold.map(({ offerId }) => offerId), ...pairs.map(({ offer_id: offerId }) => offerId)];
  const offers = await getOfferSnapshots(db, named, shownIn);
  const isEven = ({ offerId, unitPriceMinor }: SoldPieces, { price }: OfferSnapshot) =>
    price !== null && [unitPriceMinor, offers.get(offerId)?.price?.amountMinor].includes(price.amountMinor);
  return new Map(
    sold.map((pieces) => [
      pieces.orderLineId,
      pairs
        .filter(({ order_line_id: orderLineId }) => orderLineId === pieces.orderLineId)
        .flatMap(({ offer_id: offerId }) => offers.get(offerId) ?? [])
        .filter((offer) => offer.available > 0 && isEven(pieces, offer)),
    ]),
  );
}
