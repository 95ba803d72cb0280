import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';

/**
 * What a big shop has besides offers and orders: returns in every state, acts in its log, programs that are told of
 * everything, a sheet, promotions and an offer whose stock has changed often. Once; done again it changes nothing.
 */
export async function fillDesk(
  db: Database,
  { sellerId, userId, size }: { readonly sellerId: string; readonly userId: string; readonly size: number },
): Promise<void> {
  const [filled] = await db.execute(sql`select from returns where seller_id = ${sellerId} limit 1`);
  if (filled) return;
  const ago = sql`now() - n * interval '1 minute'`;
  const many = sql`generate_series(1, ${size}::int) n`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      with given_back as (
        insert into returns (id, order_id, seller_order_id, seller_id, status, reason, note, by_right,
          seller_pays_shipping, due_at, requested_at)
        select gen_random_uuid(), order_id, id, seller_id,
          ('{requested,accepted,sent,received,declined,cancelled}'::return_status[])[1 + n % 6],
          (enum_range(null::return_reason))[1 + n % 5], 'It is smaller than I thought.', n % 2 = 0, n % 3 = 0,
          case when n % 6 < 4 then now() + n * interval '1 minute' end, delivered_at + interval '1 hour'
        from (
          select *, row_number() over (order by id desc)::int as n from seller_orders
          where seller_id = ${sellerId} and status = 'delivered'
        ) delivered where n % 5 = 0
        returning id, seller_order_id
      )
      insert into return_lines (return_id, order_line_id, quantity)
      select r.id, line.id, 1 from given_back r join lateral (
        select id from order_lines where seller_order_id = r.seller_order_id order by position limit 1
      ) line on true`);
    await tx.execute(sql`
      insert into audit_log (id, actor, action, subject_type, subject_id, created_at)
      select gen_random_uuid(), ${`user:${userId}`}, (array['seller.save-offer', 'seller.accept-order', 'seller.send-parcel'])[1 + n % 3],
        'desk', ${sellerId}, ${ago} from ${many}`);
    await tx.execute(sql`
      with endpoint as (
        insert into webhook_endpoints (id, seller_id, url, events, created_by)
        values (gen_random_uuid(), ${sellerId}, 'https://warehouse.example/hooks', '["order.placed"]', ${userId}) returning id
      )
      insert into webhook_deliveries (id, endpoint_id, event, occurrence, data, status, attempts, answered_status, created_at)
      select gen_random_uuid(), id, 'order.placed', n::text, '{}', 'delivered', 1, 200, ${ago} from endpoint, ${many}`);
    await tx.execute(sql`
      with sheet as (
        insert into offer_imports (id, seller_id, user_id, status, file_name, key, bytes, rows_read, rows_unchanged)
        values (gen_random_uuid(), ${sellerId}, ${userId}, 'checked', 'autumn prices.csv', ${`sheets/${sellerId}`}, 4000000, ${size}, 0)
        returning id
      )
      insert into offer_import_rows (import_id, number, cells, problem, offer_id, version, before, after)
      select sheet.id, n, jsonb_build_array(o.seller_sku, '19.99'), case when n % 10 = 0 then 'price_wrong' end,
        case when n % 10 > 0 then o.id end, o.version, '{"priceMinor": 2100, "onHand": 4, "selling": true}',
        '{"priceMinor": 1999, "onHand": 5, "selling": true}'
      from sheet, (select *, row_number() over () as n from offers where seller_id = ${sellerId}) o`);
    await tx.execute(sql`
      insert into promotions (id, name, code, seller_id, kind, basis_points, starts_at)
      select gen_random_uuid(), 'Spring ' || n, 'SPRING' || n, ${sellerId}, 'percent', 100 * n, ${ago}
      from generate_series(1, 60) n`);
    await tx.execute(sql`
      insert into stock_movements (id, offer_id, delta, cause, created_at)
      select gen_random_uuid(), newest.id, 1 + n % 5, 'edited', ${ago}
      from (select id from offers where seller_id = ${sellerId} order by id desc limit 1) newest, ${many}`);
  });
  await db.execute(sql`vacuum analyze`);
}
