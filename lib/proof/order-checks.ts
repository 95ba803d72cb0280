import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Lines make seller orders, seller orders make the order, and the order is what is paid. */
export const orderChecks: readonly Check[] = [
  check(
    'an order is the sum of its seller orders',
    () => sql`
      select 'order ' || o.number as about, null::uuid as seller_id
      from orders o
      left join (
        select order_id, sum(goods_minor) as goods, sum(discount_minor) as discount, sum(shipping_minor) as shipping,
          sum(tax_minor) as tax, sum(total_minor) as total, sum(credit_minor) as credit
        from seller_orders group by order_id
      ) parts on parts.order_id = o.id
      where (o.goods_minor, o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor, o.credit_minor)
        is distinct from (parts.goods, parts.discount, parts.shipping, parts.tax, parts.total, parts.credit)`,
  ),
  check(
    'a seller order is the sum of its lines',
    () => sql`
      select 'seller order ' || part.id as about, part.seller_id
      from seller_orders part
      left join (
        select seller_order_id, sum(goods_minor) as goods,
          sum(seller_discount_minor + market_discount_minor) as discount, sum(shipping_minor) as shipping,
          sum(tax_minor) as tax, sum(total_minor) as total, sum(commission_minor) as commission,
          sum(credit_minor) as credit
        from order_lines group by seller_order_id
      ) lines on lines.seller_order_id = part.id
      where (part.goods_minor, part.discount_minor, part.shipping_minor, part.tax_minor, part.total_minor,
          part.commission_minor, part.credit_minor) is distinct from
        (lines.goods, lines.discount, lines.shipping, lines.tax, lines.total, lines.commission, lines.credit)`,
  ),
  check(
    'an order has one payment, of what store credit does not pay',
    () => sql`
      select 'order ' || o.number as about, null::uuid as seller_id
      from orders o
      left join (
        select order_id, count(*) as payments, sum(amount_minor) as amount, sum(captured_minor) as captured
        from payments group by order_id
      ) paid on paid.order_id = o.id
      where paid.payments is distinct from 1 or paid.amount <> o.total_minor - o.credit_minor
        or paid.captured not in (0, o.total_minor - o.credit_minor)`,
  ),
  check(
    'what is paid is captured, and what is captured is paid or goes back whole',
    (grace) => sql`
      select 'order ' || o.number as about, null::uuid as seller_id
      from payments p join orders o on o.id = p.order_id
      where (o.paid_at is not null and p.status <> 'captured')
        or (p.status = 'captured' and o.paid_at is null
          and p.captured_at < now() - make_interval(secs => ${grace})
          and not exists (
            select 1 from refunds r where r.payment_id = p.id and r.seller_order_id is null
              and r.amount_minor = p.captured_minor))
      union all
      select 'payment ' || p.id, null from payments p
      where not exists (select 1 from orders o where o.id = p.order_id)`,
  ),
  check(
    'no more goes back than came in',
    () => sql`
      select 'payment ' || p.id as about, null::uuid as seller_id
      from payments p
      left join (
        select payment_id, sum(amount_minor - credit_minor - returned_minor) as asked,
          sum(amount_minor - credit_minor - returned_minor) filter (where status = 'succeeded') as back
        from refunds group by payment_id
      ) r on r.payment_id = p.id
      where coalesce(r.asked, 0) > p.captured_minor or coalesce(r.back, 0) <> p.refunded_minor`,
  ),
  check(
    'a refund is the sum of its lines, within what each line was sold for',
    () => sql`
      select 'refund ' || r.id as about, part.seller_id
      from refunds r
      join seller_orders part on part.id = r.seller_order_id
      left join (
        select refund_id, sum(amount_minor) as amount, sum(credit_minor) as credit from refund_lines group by refund_id
      ) lines on lines.refund_id = r.id
      where (lines.amount, lines.credit) is distinct from (r.amount_minor, r.credit_minor)
      union all
      select 'order line ' || line.id, line.seller_id
      from order_lines line
      join (
        select refunded.order_line_id, sum(refunded.amount_minor) as amount, sum(refunded.commission_minor) as commission,
          sum(refunded.tax_minor) as tax, sum(refunded.credit_minor) as credit
        from refund_lines refunded join refunds r on r.id = refunded.refund_id
        where r.status <> 'failed' group by refunded.order_line_id
      ) back on back.order_line_id = line.id
      where back.amount > line.total_minor or back.commission > line.commission_minor or back.tax > line.tax_minor
        or back.credit > line.credit_minor`,
  ),
  check(
    'a limited promotion is used as often, and has taken off as much, as it counts',
    () => sql`
      select 'promotion ' || p.id as about, p.seller_id
      from promotions p
      left join (
        select promotion_id, count(*) as uses, sum(amount_minor) as amount
        from promotion_redemptions where released_at is null group by promotion_id
      ) used on used.promotion_id = p.id
      where (p.max_redemptions is not null or p.max_per_customer is not null or p.budget_minor is not null)
        and (p.redemptions <> coalesce(used.uses, 0)
          or (p.budget_minor is not null and p.spent_minor <> coalesce(used.amount, 0)))`,
  ),
  check(
    'the discounts of a line are what its promotions took off, at the cost of who made them',
    () => sql`
      select 'order line ' || line.id as about, line.seller_id
      from order_lines line
      left join (
        select off.order_line_id,
          coalesce(sum(off.amount_minor) filter (where p.seller_id is not null), 0) as by_seller,
          coalesce(sum(off.amount_minor) filter (where p.seller_id is null), 0) as by_market,
          bool_or(p.seller_id is not null and p.seller_id <> paid.seller_id) as by_another
        from order_line_promotions off
        join promotions p on p.id = off.promotion_id
        join order_lines paid on paid.id = off.order_line_id
        group by off.order_line_id
      ) off on off.order_line_id = line.id
      where coalesce(off.by_seller, 0) <> line.seller_discount_minor
        or coalesce(off.by_market, 0) <> line.market_discount_minor
        or off.by_another`,
  ),
];
