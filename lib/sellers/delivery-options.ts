import { and, asc, eq, inArray } from 'drizzle-orm';
import { deliveryOptions } from '@/db/schema/sellers';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';

/** One way a seller sends a parcel. Days are in transit, after hand-over. */
export type DeliveryOption = {
  readonly sellerId: string;
  readonly code: string;
  readonly priceMinor: number;
  /** Free from this goods value on; null means never. */
  readonly freeFromMinor: number | null;
  readonly minDays: number;
  readonly maxDays: number;
};

/** How these sellers send to a country, in each seller's own order. A seller who does not is absent. */
export async function listDeliveryOptions(
  db: Executor,
  sellerIds: readonly string[],
  to: { readonly currency: Currency; readonly country: string },
): Promise<DeliveryOption[]> {
  if (sellerIds.length === 0) return [];
  const rows = await db
    .select()
    .from(deliveryOptions)
    .where(and(inArray(deliveryOptions.sellerId, [...sellerIds]), eq(deliveryOptions.currency, to.currency)))
    .orderBy(asc(deliveryOptions.sellerId), asc(deliveryOptions.position), asc(deliveryOptions.code));
  return rows.filter((row) => row.countries.length === 0 || row.countries.includes(to.country));
}
