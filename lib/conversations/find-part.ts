import { and, eq, isNotNull, type SQL } from 'drizzle-orm';
import { orders, sellerOrders } from '@/db/schema/orders';
import { sellers } from '@/db/schema/sellers';
import type { Executor } from '@/lib/platform/database';
import type { Party } from './party';

/** The paid part of an order that a conversation is about, with who stands on either side; null when it is another's. */
export async function findPart(db: Executor, conversationId: string, party: Party) {
  const whose = partOf(party);
  if (!whose) return null;
  const [part] = await db
    .select({
      orderId: orders.id,
      orderNumber: orders.number,
      address: orders.shippingAddress,
      sellerId: sellers.id,
      sellerName: sellers.name,
    })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .innerJoin(sellers, eq(sellers.id, sellerOrders.sellerId))
    .where(and(eq(sellerOrders.id, conversationId), isNotNull(orders.paidAt), whose));
  return part ?? null;
}

/** Null for who has only asked about a product. */
function partOf(party: Party): SQL | null {
  if ('orderId' in party) return eq(sellerOrders.orderId, party.orderId);
  return party.by === 'seller' ? eq(sellerOrders.sellerId, party.sellerId) : null;
}
