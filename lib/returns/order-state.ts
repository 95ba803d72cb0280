import { eq, sql } from 'drizzle-orm';
import { returns } from '@/db/schema/returns';
import { getConversationsVersion } from '@/lib/conversations';
import { getParcelsVersion } from '@/lib/fulfilment';
import { getOrderVersion } from '@/lib/orders';
import { getPaymentVersion } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';

/** Names the present state of an order, its payment, parcels, returns and messages: a page that shows another one is out of date. */
export async function getOrderState(db: Executor, orderId: string): Promise<string> {
  const versions = await Promise.all([
    getOrderVersion(db, orderId),
    getParcelsVersion(db, orderId),
    getReturnsVersion(db, orderId),
    getPaymentVersion(db, orderId),
    getConversationsVersion(db, orderId),
  ]);
  return versions.join('-');
}

async function getReturnsVersion(db: Executor, orderId: string): Promise<number> {
  const [row] = await db
    .select({ version: sql<number>`coalesce(sum(${returns.version}), 0)::int` })
    .from(returns)
    .where(eq(returns.orderId, orderId));
  return row?.version ?? 0;
}
