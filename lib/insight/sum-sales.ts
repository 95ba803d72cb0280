import { sql } from 'drizzle-orm';
import type { Database, Executor } from '@/lib/platform/database';

const DAYS_AT_ONCE = 200;

/** Notes that the days on which these parts were ordered are to be added up again. */
export async function markSalesStale(db: Executor, orderId: string): Promise<void> {
  await db.execute(sql`
    insert into stale_sales_days (seller_id, day)
    select seller_id, (placed_at at time zone 'UTC')::date from seller_orders where order_id = ${orderId}
    on conflict do nothing`);
}

/** Likewise every day on which anything was ordered: all sales are made again from the orders. */
export async function markAllSalesStale(db: Executor): Promise<void> {
  await db.execute(sql`
    insert into stale_sales_days (seller_id, day)
    select distinct seller_id, (placed_at at time zone 'UTC')::date from seller_orders
    on conflict do nothing`);
}

/**
 * Adds up the days that have changed from their orders, until none is left. A day is made whole each time, so it is
 * right however often that happens. What changes while a day is added up marks it again.
 */
export async function sumStaleSales(db: Database): Promise<void> {
  while ((await sumSomeDays(db)) === DAYS_AT_ONCE);
}

async function sumSomeDays(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const taken = await tx.execute<{ seller_id: string; day: string }>(sql`
      delete from stale_sales_days where (seller_id, day) in (
        select seller_id, day from stale_sales_days order by seller_id, day
        for update skip locked limit ${DAYS_AT_ONCE})
      returning seller_id, day::text`);
    if (taken.length === 0) return 0;
    const days = sql`(select * from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as taken(seller_id uuid, day date))`;
    await tx.execute(sql`delete from sales_days where (seller_id, day) in ${days}`);
    await tx.execute(sql`delete from product_sales_days where (seller_id, day) in ${days}`);
    await tx.execute(sumOf(days));
    return taken.length;
  });
}

/** A part counts once it was paid, on the day it was ordered. */
function sumOf(days: ReturnType<typeof sql>) {
  return sql`
    with part as (
      select taken.day, so.id, so.seller_id, so.currency, so.late_told_at is not null as late,
        exists (
          select from order_history h where h.order_id = so.order_id and h.seller_order_id = so.id
            and h.event in ('seller_order.cancelled', 'seller_order.lines_cancelled')
            and h.actor like 'seller:%'
        ) as cancelled,
        exists (select from disputes d where d.order_id = so.order_id) as disputed
      from ${days} taken
      join seller_orders so on so.seller_id = taken.seller_id
        and so.placed_at >= taken.day::timestamp at time zone 'UTC'
        and so.placed_at < (taken.day + 1)::timestamp at time zone 'UTC'
      join orders o on o.id = so.order_id and o.paid_at is not null
    ), line as (
      select p.*, ol.product_id, ol.quantity, ol.cancelled_quantity, ol.goods_minor - ol.seller_discount_minor as sold,
        (
          select coalesce(sum(rl.quantity), 0) from return_lines rl join returns r on r.id = rl.return_id
          where rl.order_line_id = ol.id and r.status not in ('declined', 'cancelled')
        ) as returned
      from part p join order_lines ol on ol.seller_order_id = p.id
    ), by_product as (
      insert into product_sales_days (seller_id, day, product_id, currency, units, sales_minor)
      select seller_id, day, product_id, currency, sum(quantity), sum(sold) from line group by 1, 2, 3, 4
    )
    insert into sales_days (seller_id, day, currency, orders, units, sales_minor, cancelled_units, returned_units,
      late_orders, cancelled_orders, disputed_orders)
    select seller_id, day, currency, count(distinct id), sum(quantity), sum(sold), sum(cancelled_quantity), sum(returned),
      count(distinct id) filter (where late), count(distinct id) filter (where cancelled),
      count(distinct id) filter (where disputed)
    from line group by 1, 2, 3`;
}
