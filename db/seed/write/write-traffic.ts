import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';

const DAYS = 60;

/**
 * Visitors of the last 60 days: some a day for whatever is offered, more where something was sold, and the cheapest
 * offer of a product in most buy boxes. What nobody has in stock was looked for in vain for ten days.
 */
export async function writeTraffic(db: Database, now: Date): Promise<void> {
  const today = sql`${now.toISOString().slice(0, 10)}::date`;
  await db.execute(sql`
    insert into product_traffic_days (seller_id, day, product_id, shown, viewed, in_buy_box, sold_out, carted)
    select seller_id, day, product_id, viewed * 9 + chance % 20, viewed,
      case when sellers = 1 then viewed when place = 1 then viewed * 4 / 5 else viewed / (5 * (sellers - 1)) end,
      case when pieces = 0 and day > ${today} - 10 then viewed else 0 end, viewed / 7 + units
    from (
      select offered.*, day, coalesce(sold.units, 0) as units, chance,
        chance % 3 + chance % 7 / 5 + 14 * coalesce(sold.units, 0) as viewed
      from (
        select o.seller_id, v.product_id, sum(s.on_hand - s.reserved) as pieces,
          count(*) over (partition by v.product_id)::int as sellers,
          row_number() over (partition by v.product_id order by min(p.price_minor), o.seller_id) as place
        from offers o join variants v on v.id = o.variant_id join stock s on s.offer_id = o.id
        join offer_prices p on p.offer_id = o.id
        group by o.seller_id, v.product_id
      ) offered
      cross join (select ${today} - ago as day from generate_series(0, ${DAYS - 1}::int) ago) calendar
      cross join lateral (select abs(hashtext(product_id::text || day - ${today})::bigint)::int as chance) luck
      left join lateral (
        select sum(units)::int as units from product_sales_days s
        where s.seller_id = offered.seller_id and s.product_id = offered.product_id and s.day = calendar.day
      ) sold on true
    ) visits where viewed > 0
    on conflict do nothing`);
  await db.execute(sql`
    insert into traffic_days (seller_id, day, shown, viewed, in_buy_box, sold_out, carted)
    select seller_id, day, sum(shown), sum(viewed), sum(in_buy_box), sum(sold_out), sum(carted)
    from product_traffic_days group by 1, 2
    on conflict do nothing`);
  await db.execute(sql`
    insert into term_days (seller_id, day, term, shown, viewed)
    select t.seller_id, t.day, lower(substring(title.title from '(\\S+)$')), sum(t.shown) / 3, sum(t.viewed) / 3
    from product_traffic_days t join products p on p.id = t.product_id
    join product_translations title
      on title.product_id = p.id and title.revision = p.live_revision and title.locale = 'en'
    group by 1, 2, 3
    on conflict do nothing`);
}
