import { sql, type SQL } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { toPage, type Page, type PageRequest } from './list-orders';
import type { SellerOrderStatus, SellerOrderSummary, SellerQueue, WorkQueue } from './model';

/** What is in a queue. A part whose promise has passed is late besides being where its work is. */
const IN_QUEUE: Readonly<Record<SellerQueue, SQL>> = {
  to_accept: sql`part.status = 'to_accept'`,
  to_ship: sql`part.status in ('to_ship', 'partly_shipped')`,
  late: sql`part.late_told_at is not null and part.status not in ('delivered', 'cancelled')`,
  shipped: sql`part.status = 'shipped'`,
  delivered: sql`part.status = 'delivered'`,
  cancelled: sql`part.status = 'cancelled'`,
};

/** What has to arrive soonest stands first where something waits; newest first where all is over. */
const URGENT_FIRST = {
  order: sql`part.promised_to, part.id`,
  after: (id: string, sellerId: string) => sql`(part.promised_to, part.id) > (
    select promised_to, id from seller_orders where id = ${id} and seller_id = ${sellerId})`,
};
const NEWEST_FIRST = {
  order: sql`part.id desc`,
  after: (id: string) => sql`part.id < ${id}::uuid`,
};

type SellerOrderRow = {
  id: string;
  number: string;
  status: SellerOrderStatus;
  recipient: string;
  currency: Currency;
  total_minor: string;
  item_count: number;
  title: string;
  is_packed: boolean;
  placed_at: string;
  ship_by: string | null;
  promised_to: string;
  is_late: boolean;
};

/**
 * A seller's parts in one queue, most urgent first; those that are over, and all together (`null`), newest first.
 * Only what was paid for. Goes on after a part of the seller's own.
 */
export async function listSellerOrders(
  db: Executor,
  sellerId: string,
  queue: SellerQueue | null,
  { limit, after }: PageRequest,
): Promise<Page<SellerOrderSummary>> {
  const isOver = queue === null || queue === 'delivered' || queue === 'cancelled';
  const inTurn = isOver ? NEWEST_FIRST : URGENT_FIRST;
  const rows = await db.execute<SellerOrderRow>(sql`
    select part.id, o.number, part.status, o.shipping_address->>'recipient' as recipient, part.currency,
      part.total_minor, part.placed_at, part.promised_to,
      case when part.status in ('to_accept', 'to_ship', 'partly_shipped') then part.ship_by end as ship_by,
      part.late_told_at is not null and part.status not in ('delivered', 'cancelled') as is_late,
      (select sum(quantity)::int from order_lines where seller_order_id = part.id) as item_count,
      (select title from order_lines where seller_order_id = part.id order by position limit 1) as title,
      part.status in ('to_ship', 'partly_shipped') and not exists (
        select 1 from order_lines where seller_order_id = part.id
          and greatest(packed_quantity, shipped_quantity) < quantity - cancelled_quantity) as is_packed
    from seller_orders part join orders o on o.id = part.order_id
    where part.seller_id = ${sellerId}
      and part.status <> 'pending_payment'
      and not (part.status = 'cancelled' and o.paid_at is null)
      and ${queue === null ? sql`true` : IN_QUEUE[queue]}
      and ${after === null ? sql`true` : inTurn.after(after, sellerId)}
    order by ${inTurn.order}
    limit ${limit + 1}`);
  return toPage(rows, limit, toSellerSummary);
}

function toSellerSummary(row: SellerOrderRow): SellerOrderSummary {
  return {
    sellerOrderId: publicId('slo', row.id),
    orderNumber: row.number,
    status: row.status,
    buyerName: row.recipient,
    total: { amountMinor: Number(row.total_minor), currency: row.currency },
    itemCount: row.item_count,
    firstTitle: row.title,
    isPacked: row.is_packed,
    placedAt: new Date(row.placed_at).toISOString(),
    shipBy: row.ship_by && new Date(row.ship_by).toISOString(),
    promisedTo: new Date(row.promised_to).toISOString(),
    isLate: row.is_late,
  };
}

/** How many parts wait in each queue of a seller. What is over is not counted: it only grows. */
export async function countSellerQueues(
  db: Executor,
  sellerId: string,
): Promise<Readonly<Record<WorkQueue, number>>> {
  const count = (queue: WorkQueue) => sql`(
    select count(*)::int from seller_orders part where part.seller_id = ${sellerId} and ${IN_QUEUE[queue]})`;
  const [counts] = await db.execute<Record<WorkQueue, number>>(sql`
    select ${count('to_accept')} as to_accept, ${count('to_ship')} as to_ship, ${count('late')} as late,
      ${count('shipped')} as shipped`);
  if (!counts) throw new Error('Counting answered nothing');
  return counts;
}
