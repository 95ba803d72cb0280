import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { listen, notify } from '@/lib/platform/notify';

const CHANNEL = 'order_changed';

/** Tells whoever looks at the order that there is something new to see. The worker calls it. */
export function announceOrderChange(db: Executor, orderId: string): Promise<void> {
  return notify(db, CHANNEL, orderId);
}

/** Calls `onChange` whenever the order may have changed, until the returned function is called. */
export function watchOrder(orderId: string, onChange: () => void): Promise<() => void> {
  return listen(CHANNEL, {
    onMessage: (changed) => {
      if (changed === orderId) onChange();
    },
    onGap: onChange,
  });
}

/** Grows with every change of the order and its parts: two readers of one number saw the same order. */
export async function getOrderVersion(db: Executor, orderId: string): Promise<number> {
  const [row] = await db.execute<{ version: number }>(sql`
    select (o.version + (select sum(version) from seller_orders where order_id = o.id))::int as version
    from orders o where o.id = ${orderId}`);
  return row?.version ?? 0;
}
