import { sql, type SQL } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';

/** One way a seller sends a parcel. Days are working days in transit, after hand-over. */
export type DeliveryOption = {
  readonly sellerId: string;
  readonly code: string;
  readonly priceMinor: number;
  /** Free from this goods value on; null means never. */
  readonly freeFromMinor: number | null;
  readonly minDays: number;
  readonly maxDays: number;
};

type Row = {
  readonly seller_id: string;
  readonly code: string;
  readonly price_minor: string;
  readonly free_from_minor: string | null;
  readonly min_days: number;
  readonly max_days: number;
};

/**
 * How these sellers send to a country, in each seller's own order. A seller who does not is absent. Days are what the
 * seller's own parcels took, where there were enough of them, and what the seller says where not.
 */
export async function listDeliveryOptions(
  db: Executor,
  sellerIds: readonly string[],
  to: { readonly currency: Currency; readonly country: string },
): Promise<DeliveryOption[]> {
  if (sellerIds.length === 0) return [];
  const rows = await db.execute<Row>(sql`
    select d.seller_id, d.code, d.price_minor, d.free_from_minor,
      coalesce(learned.min_days, d.min_days) as min_days, coalesce(learned.max_days, d.max_days) as max_days
    from delivery_options d
    left join seller_promises learned on learned.seller_id = d.seller_id and learned.measure = d.code
    where d.seller_id = any(${uuidArray(sellerIds)}) and d.currency = ${to.currency} and ${reaches(to.country)}
    order by d.seller_id, d.position, d.code`);
  return rows.map((row) => ({
    sellerId: row.seller_id,
    code: row.code,
    priceMinor: Number(row.price_minor),
    freeFromMinor: row.free_from_minor === null ? null : Number(row.free_from_minor),
    minDays: row.min_days,
    maxDays: row.max_days,
  }));
}

/** Whether the delivery option `d` is for that country: of the zone that names it, else of "everywhere else". */
export function reaches(country: string): SQL {
  return sql`d.zone_id is not distinct from (
    select zone.id from shipping_zones zone where zone.seller_id = d.seller_id and zone.countries ? ${country} limit 1)`;
}
