import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** Whoever exchanges has goods for goods: no money besides, and no stock for nobody. */
export const exchangeChecks: readonly Check[] = [
  check(
    'a replacement is kept from acceptance until it leaves or the return ends',
    (grace) => sql`
      select 'return ' || item.id as about, item.seller_id
      from return_exchanges wanted
      join returns item on item.id = wanted.return_id
      join return_lines line on line.return_id = item.id
      left join reservations r on r.return_id = item.id
      left join shipments parcel on parcel.replacement_of = item.id
      cross join lateral (
        select item.status in ('accepted', 'sent', 'received', 'inspected', 'exchanging') and wanted.refunded_for is null as due
      ) replacement
      where (replacement.due and r.status is distinct from 'allocated')
        or (not replacement.due and r.status = 'allocated' and item.updated_at < now() - make_interval(secs => ${grace}))
        or (r.status is not distinct from 'fulfilled') <> (parcel.id is not null)
        or (r.offer_id, r.quantity, r.order_line_id) <> (wanted.offer_id, line.quantity, line.order_line_id)`,
  ),
  check(
    'what is exchanged is not refunded as well',
    () => sql`
      select 'return ' || item.id as about, item.seller_id
      from returns item
      join refunds refund on refund.cause = 'return:' || item.id
      where item.status in ('exchanging', 'exchanged')`,
  ),
];
