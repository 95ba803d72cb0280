import { eq, sql } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import type { LineMoney } from '@/lib/ledger';
import type { LineParts } from '@/lib/pricing';
import type { Executor } from '@/lib/platform/database';

/** A line as it was sold: everything its money is made of. */
export type SoldLine = LineMoney & LineParts;

/** What the market owes the tax authorities of a line. */
const addedTax =
  sql<number>`case when ${orderLines.taxMode} = 'exclusive' then ${orderLines.taxMinor} else 0 end`.mapWith(
    Number,
  );

/** The lines of an order, or of one seller's part. */
export async function listLineMoney(
  db: Executor,
  of: { readonly orderId: string } | { readonly sellerOrderId: string },
): Promise<SoldLine[]> {
  const which =
    'orderId' in of ? eq(orderLines.orderId, of.orderId) : eq(orderLines.sellerOrderId, of.sellerOrderId);
  return db
    .select({
      orderLineId: orderLines.id,
      sellerOrderId: orderLines.sellerOrderId,
      sellerId: orderLines.sellerId,
      quantity: orderLines.quantity,
      currency: orderLines.currency,
      goodsMinor: orderLines.goodsMinor,
      sellerDiscountMinor: orderLines.sellerDiscountMinor,
      marketDiscountMinor: orderLines.marketDiscountMinor,
      shippingMinor: orderLines.shippingMinor,
      taxMode: orderLines.taxMode,
      taxMinor: orderLines.taxMinor,
      addedTaxMinor: addedTax,
      totalMinor: orderLines.totalMinor,
      creditMinor: orderLines.creditMinor,
      commissionMinor: orderLines.commissionMinor,
    })
    .from(orderLines)
    .where(which)
    .orderBy(orderLines.position);
}
