import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '@/lib/platform/database';

/**
 * What must be true of all money and stock at any moment, as queries for what breaks it. Each answers one row a
 * violation, naming what it is about.
 */
const VIOLATIONS = {
  'an order is the sum of its parts': sql`
    select o.number as about from orders o
    where array[o.goods_minor, o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor] is distinct from (
      select array[sum(goods_minor), sum(discount_minor), sum(shipping_minor), sum(tax_minor), sum(total_minor)]::bigint[]
      from seller_orders where order_id = o.id)`,
  'a part is the sum of its lines': sql`
    select part.id::text as about from seller_orders part
    where array[part.goods_minor, part.discount_minor, part.shipping_minor, part.tax_minor, part.total_minor,
      part.commission_minor] is distinct from (
      select array[sum(goods_minor), sum(seller_discount_minor + market_discount_minor), sum(shipping_minor),
        sum(tax_minor), sum(total_minor), sum(commission_minor)]::bigint[]
      from order_lines where seller_order_id = part.id)`,
  'an order is charged its total, once': sql`
    select o.number as about from orders o left join payments p on p.order_id = o.id
    where p.amount_minor is distinct from o.total_minor or p.captured_minor not in (0, o.total_minor)
    union all select order_id::text from payments group by order_id having count(*) <> 1`,
  'a paid order was paid': sql`
    select o.number as about from orders o join payments p on p.order_id = o.id
    where (o.paid_at is not null and p.status <> 'captured')`,
  'the ledger balances, entry by entry': sql`
    select entry_id::text as about from ledger_postings group by entry_id, currency having sum(amount_minor) <> 0`,
  'every sale is in the ledger, once, at what was paid': sql`
    select o.number as about from orders o
    where o.paid_at is not null and (
      select array_agg(posting.amount_minor) from ledger_entries entry
      join ledger_postings posting on posting.entry_id = entry.id
      join ledger_accounts account on account.id = posting.account_id
      where entry.order_id = o.id and entry.kind = 'sale' and account.kind = 'provider_clearing'
    ) is distinct from array[o.total_minor]`,
  'the books have at the provider what is there, order by order': sql`
    select p.order_id::text as about from payments p
    where p.captured_minor - p.refunded_minor <> (
      select coalesce(sum(posting.amount_minor), 0) from ledger_entries entry
      join ledger_postings posting on posting.entry_id = entry.id
      join ledger_accounts account on account.id = posting.account_id
      where entry.order_id = p.order_id and account.kind = 'provider_clearing')`,
  'sellers are owed what they sold and kept, and nothing else': sql`
    select coalesce(owed.seller_id, earned.seller_id)::text as about
    from (
      select account.seller_id, -sum(posting.amount_minor) as minor
      from ledger_postings posting join ledger_accounts account on account.id = posting.account_id
      where account.kind = 'seller_pending' group by account.seller_id
    ) owed
    full join (
      select line.seller_id, sum(line.total_minor + line.market_discount_minor - line.commission_minor) as minor
      from order_lines line join orders o on o.id = line.order_id
      where o.paid_at is not null and not exists (
        select 1 from refunds r where r.seller_order_id = line.seller_order_id and r.status = 'succeeded')
      group by line.seller_id
    ) earned on earned.seller_id = owed.seller_id
    where coalesce(owed.minor, 0) <> coalesce(earned.minor, 0)`,
  'no more goes back than came in': sql`
    select p.order_id::text as about from payments p
    where p.captured_minor < (
      select coalesce(sum(amount_minor), 0) from refunds where payment_id = p.id and status <> 'failed')
      or p.refunded_minor <> (
      select coalesce(sum(amount_minor), 0) from refunds where payment_id = p.id and status = 'succeeded')`,
  'what is reserved is what orders hold': sql`
    select s.offer_id::text as about from stock s
    where s.reserved <> (
      select coalesce(sum(quantity), 0) from reservations
      where offer_id = s.offer_id and status in ('held', 'allocated'))`,
  'a hold is as its part of the order is': sql`
    select r.order_line_id::text as about
    from reservations r
    join order_lines line on line.id = r.order_line_id
    join seller_orders part on part.id = line.seller_order_id
    cross join lateral (select line.quantity - line.cancelled_quantity - line.shipped_quantity as open) left_over
    where r.status::text <> case
        when part.status = 'cancelled' then 'released'
        when part.status = 'pending_payment' then 'held'
        when left_over.open > 0 then 'allocated'
        when line.shipped_quantity > 0 then 'fulfilled'
        else 'released' end
      or (r.status in ('held', 'allocated') and r.quantity <> left_over.open)`,
  'what was shipped of a line is in parcels': sql`
    select line.id::text as about from order_lines line
    where line.shipped_quantity <> (
      select coalesce(sum(quantity), 0) from shipment_lines where order_line_id = line.id)`,
  'a part has left when nothing of it is left to send, and arrived when its parcels have': sql`
    select part.id::text as about from seller_orders part
    cross join lateral (
      select sum(quantity - cancelled_quantity - shipped_quantity) as open, sum(shipped_quantity) as gone
      from order_lines where seller_order_id = part.id
    ) line
    where part.status in ('shipped', 'delivered') <> (line.open = 0 and line.gone > 0)
      or (part.status = 'partly_shipped') <> (line.open > 0 and line.gone > 0)
      or (part.status = 'delivered' and exists (
        select 1 from shipments where seller_order_id = part.id and status <> 'delivered'))`,
  'every line of an order has its hold': sql`
    select line.id::text as about from order_lines line
    where not exists (select 1 from reservations r where r.order_line_id = line.id)`,
  'a limited code is used as often as it counts': sql`
    select p.code::text as about from promotions p
    where (p.max_redemptions is not null or p.max_per_customer is not null) and p.redemptions <> (
      select count(*) from promotion_redemptions where promotion_id = p.id and released_at is null)`,
} as const;

/** Fails with everything that does not add up in the whole database. */
export async function expectMoneyToAddUp(db: Database): Promise<void> {
  const found: string[] = [];
  for (const [invariant, query] of Object.entries(VIOLATIONS)) {
    const rows = await db.execute<{ about: string }>(query);
    found.push(...rows.map(({ about }) => `${invariant}: ${about}`));
  }
  expect(found).toEqual([]);
}
