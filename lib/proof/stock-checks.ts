import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Nothing is sold twice, and nothing is kept from sale for nobody. */
export const stockChecks: readonly Check[] = [
  check(
    'on hand is at least reserved, and reserved is what orders hold',
    () => sql`
      select 'offer ' || s.offer_id as about, offer.seller_id
      from stock s
      join offers offer on offer.id = s.offer_id
      left join (
        select offer_id, sum(quantity) as quantity from reservations where status in ('held', 'allocated') group by offer_id
      ) live on live.offer_id = s.offer_id
      where s.reserved <> coalesce(live.quantity, 0) or s.reserved < 0 or s.on_hand < s.reserved`,
  ),
  check(
    'a hold is as its seller order is',
    () => sql`
      select 'order line ' || line.id as about, line.seller_id
      from reservations r
      join order_lines line on line.id = r.order_line_id
      join seller_orders part on part.id = line.seller_order_id
      cross join lateral (select line.quantity - line.cancelled_quantity - line.shipped_quantity as open) unsent
      where r.return_id is null and (r.status::text <> case
          when part.status = 'cancelled' then 'released'
          when part.status = 'pending_payment' then 'held'
          when unsent.open > 0 then 'allocated'
          when line.shipped_quantity > 0 then 'fulfilled'
          else 'released' end
        or (r.status in ('held', 'allocated') and r.quantity <> unsent.open))`,
  ),
  check(
    'no hold outlives its time',
    (grace) => sql`
      select 'order line ' || r.order_line_id as about, null::uuid as seller_id
      from reservations r
      where r.status = 'held' and r.expires_at < now() - make_interval(secs => ${grace})`,
  ),
  check(
    'what waits for a parcel has its hold',
    () => sql`
      select 'order line ' || line.id as about, line.seller_id
      from order_lines line
      join seller_orders part on part.id = line.seller_order_id
      left join reservations r on r.order_line_id = line.id and r.return_id is null
      where part.status in ('pending_payment', 'to_accept', 'to_ship', 'partly_shipped')
        and line.quantity > line.cancelled_quantity + line.shipped_quantity and r.id is null`,
  ),
  check(
    'what was shipped of a line is in parcels',
    () => sql`
      select 'order line ' || line.id as about, line.seller_id
      from order_lines line
      left join (select order_line_id, sum(quantity) as quantity from shipment_lines group by order_line_id) sent
        on sent.order_line_id = line.id
      where line.shipped_quantity <> coalesce(sent.quantity, 0)`,
  ),
  check(
    'a seller order has left when nothing of it is left to send, and arrived when its parcels have',
    () => sql`
      select 'seller order ' || part.id as about, part.seller_id
      from seller_orders part
      join (
        select seller_order_id, sum(quantity - cancelled_quantity - shipped_quantity) as open,
          sum(shipped_quantity) as gone
        from order_lines group by seller_order_id
      ) line on line.seller_order_id = part.id
      left join (
        select seller_order_id, count(*) as parcels from shipments
        where status <> 'delivered' and return_id is null and replacement_of is null group by seller_order_id
      ) under_way on under_way.seller_order_id = part.id
      where part.status in ('shipped', 'delivered') <> (line.open = 0 and line.gone > 0)
        or (part.status = 'partly_shipped') <> (line.open > 0 and line.gone > 0)
        or (part.status = 'delivered' and under_way.parcels > 0)`,
  ),
];
