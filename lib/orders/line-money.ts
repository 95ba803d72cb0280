import { eq } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import type { LineMoney } from '@/lib/ledger';
import type { Executor } from '@/lib/platform/database';

/** What each line of an order, or of one seller's part, is made of, for the ledger. */
export async function listLineMoney(
  db: Executor,
  of: { readonly orderId: string } | { readonly sellerOrderId: string },
): Promise<(LineMoney & { readonly quantity: number; readonly taxMinor: number })[]> {
  const which =
    'orderId' in of ? eq(orderLines.orderId, of.orderId) : eq(orderLines.sellerOrderId, of.sellerOrderId);
  return db
    .select({
      orderLineId: orderLines.id,
      sellerOrderId: orderLines.sellerOrderId,
      sellerId: orderLines.sellerId,
      quantity: orderLines.quantity,
      taxMinor: orderLines.taxMinor,
      totalMinor: orderLines.totalMinor,
      marketDiscountMinor: orderLines.marketDiscountMinor,
      commissionMinor: orderLines.commissionMinor,
    })
    .from(orderLines)
    .where(which)
    .orderBy(orderLines.position);
}
