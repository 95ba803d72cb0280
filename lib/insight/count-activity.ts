import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';

/**
 * Adds what has been noted since the last time to the days of everybody who offers it: every event counts once. Each
 * carries the number of the transaction that wrote it; what is counted is what lies between the mark and the oldest
 * transaction that still runs, as of those before it none can add anything. The mark moves with the counts, so a crash
 * between them changes nothing, and two that count at once wait for each other.
 */
export async function countActivity(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [mark] = await tx.execute<{ from: string; until: string }>(sql`
      select up_to::text as "from", greatest(up_to, pg_snapshot_xmin(pg_current_snapshot()))::text as until
      from activity_mark for update`);
    if (!mark || mark.from === mark.until) return;
    await tx.execute(sql`
      with noted as (
        select kind, coalesce(e.product_id, v.product_id) as product_id, offer_id, term,
          (occurred_at at time zone 'UTC')::date as day, count(*)::int as times
        from activity_events e
        left join offers o on e.product_id is null and o.id = e.offer_id
        left join variants v on v.id = o.variant_id
        where written_in >= ${mark.from}::xid8 and written_in < ${mark.until}::xid8
        group by 1, 2, 3, 4, 5
      ), offered as (
        select n.*, o.seller_id, bool_or(o.id = n.offer_id) as by_seller,
          bool_or(coalesce(s.on_hand > s.reserved, false)) as in_stock
        from noted n
        join variants v on v.product_id = n.product_id and not v.retired
        join offers o on o.variant_id = v.id and o.status = 'active'
        left join stock s on s.offer_id = o.id
        group by n.kind, n.product_id, n.offer_id, n.term, n.day, n.times, o.seller_id
      ), counted as (
        select seller_id, day, product_id, term,
          coalesce(sum(times) filter (where kind = 'shown'), 0)::int as shown,
          coalesce(sum(times) filter (where kind = 'viewed'), 0)::int as viewed,
          coalesce(sum(times) filter (where kind = 'viewed' and by_seller), 0)::int as in_buy_box,
          coalesce(sum(times) filter (where kind = 'viewed' and not in_stock), 0)::int as sold_out,
          coalesce(sum(times) filter (where kind = 'carted' and by_seller), 0)::int as carted
        from offered group by 1, 2, 3, 4
      ), by_product as (
        insert into product_traffic_days as old
          (seller_id, day, product_id, shown, viewed, in_buy_box, sold_out, carted)
        select seller_id, day, product_id, sum(shown), sum(viewed), sum(in_buy_box), sum(sold_out), sum(carted)
        from counted group by 1, 2, 3
        on conflict (seller_id, day, product_id) do update set
          shown = old.shown + excluded.shown, viewed = old.viewed + excluded.viewed,
          in_buy_box = old.in_buy_box + excluded.in_buy_box, sold_out = old.sold_out + excluded.sold_out,
          carted = old.carted + excluded.carted
      ), by_term as (
        insert into term_days as old (seller_id, day, term, shown, viewed)
        select seller_id, day, term, sum(shown), sum(viewed) from counted where term is not null group by 1, 2, 3
        on conflict (seller_id, day, term) do update set
          shown = old.shown + excluded.shown, viewed = old.viewed + excluded.viewed
      )
      insert into traffic_days as old (seller_id, day, shown, viewed, in_buy_box, sold_out, carted)
      select seller_id, day, sum(shown), sum(viewed), sum(in_buy_box), sum(sold_out), sum(carted)
      from counted group by 1, 2
      on conflict (seller_id, day) do update set
        shown = old.shown + excluded.shown, viewed = old.viewed + excluded.viewed,
        in_buy_box = old.in_buy_box + excluded.in_buy_box, sold_out = old.sold_out + excluded.sold_out,
        carted = old.carted + excluded.carted`);
    await tx.execute(sql`update activity_mark set up_to = ${mark.until}::xid8`);
  });
}
