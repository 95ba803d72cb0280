import { sql } from 'drizzle-orm';
import { listUsers } from '@/lib/identity';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { StockCause, StockMovement } from './model';

type Row = {
  id: string;
  at: string;
  delta: number;
  on_hand: number;
  cause: StockCause;
  reference: string;
  order_number: string | null;
  seller_order_id: string | null;
};

/** Why what is on hand of an offer changed, newest first; `next` goes on where the page ended. */
export async function listStockMovements(
  db: Executor,
  offerId: string,
  page: { readonly limit: number; readonly before: string | null },
): Promise<{ readonly items: StockMovement[]; readonly next: string | null }> {
  const rows = await db.execute<Row>(sql`
    select m.id, m.created_at::text as at, m.delta, m.on_hand::int as on_hand, m.cause, m.reference,
      o.number as order_number, line.seller_order_id
    from (
      select movement.*, st.on_hand - coalesce(sum(delta) over (
        order by movement.created_at desc, movement.id desc rows between unbounded preceding and 1 preceding
      ), 0) as on_hand
      from stock_movements movement join stock st on st.offer_id = movement.offer_id
      where movement.offer_id = ${offerId}
    ) m
    left join order_lines line
      on line.id = case when m.cause in ('shipped', 'returned') then nullif(m.reference, '')::uuid end
    left join orders o on o.id = line.order_id
    where ${page.before}::uuid is null
      or (m.created_at, m.id) < (select created_at, id from stock_movements where id = ${page.before}::uuid)
    order by m.created_at desc, m.id desc
    limit ${page.limit + 1}`);
  const shown = rows.slice(0, page.limit);
  const people = await listUsers(db, [...new Set(shown.flatMap((row) => editorOf(row) ?? []))]);
  return {
    items: shown.map((row) => ({
      movementId: row.id,
      at: new Date(row.at).toISOString(),
      delta: row.delta,
      onHand: row.on_hand,
      cause: row.cause,
      by: people.get(editorOf(row) ?? '')?.name ?? null,
      order:
        row.order_number !== null && row.seller_order_id !== null
          ? { number: row.order_number, sellerOrderId: publicId('slo', row.seller_order_id) }
          : null,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The user behind `user:<id>`. */
function editorOf({ reference }: Row): string | null {
  return reference.startsWith('user:') ? reference.slice('user:'.length) : null;
}
