import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { healthOf, type Measured, type SoldCounts } from './model';

/** How far back orders count: long enough for them to arrive and come back. */
export const HEALTH_DAYS = 60;

/** How a seller keeps its word, by the sums of the last 60 days. */
export async function getHealth(db: Executor, sellerId: string, now: Date): Promise<Measured[]> {
  const today = now.toISOString().slice(0, 10);
  const [counts] = await db.execute<SoldCounts>(sql`
    select coalesce(sum(orders), 0)::int as orders, coalesce(sum(units), 0)::int as units,
      coalesce(sum(returned_units), 0)::int as "returnedUnits", coalesce(sum(late_orders), 0)::int as "lateOrders",
      coalesce(sum(cancelled_orders), 0)::int as "cancelledOrders",
      coalesce(sum(disputed_orders), 0)::int as "disputedOrders"
    from sales_days where seller_id = ${sellerId} and day > ${today}::date - ${HEALTH_DAYS}::int`);
  return healthOf(counts!);
}
