import { sql, type SQL } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { hashGuestOrderToken } from './guest-link';
import type { OrderStatus, OrderSummary, SellerOrderStatus } from './model';
import { storedPicture } from './stored-picture';

/** A page of a list in time order; `next` goes on where it ended, null at the end. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type PageRequest = { readonly limit: number; readonly after: string | null };

/** A customer's orders, newest first. Unpaid ones whose time ran out are left out. */
export async function listOrders(
  db: Executor,
  customerId: string,
  page: PageRequest,
): Promise<Page<OrderSummary>> {
  const rows = await selectSummaries(
    db,
    sql`o.customer_id = ${customerId} and (${page.after}::uuid is null or o.id < ${page.after}::uuid)`,
    page.limit + 1,
  );
  return toPage(rows, page.limit, toSummary);
}

/** The orders that these links open, newest first. */
export async function listOrdersByLink(
  db: Executor,
  links: readonly { readonly number: string; readonly token: string }[],
): Promise<OrderSummary[]> {
  if (links.length === 0) return [];
  const keys = links.map(({ number, token }) => sql`(${number}, ${hashGuestOrderToken(token)})`);
  const rows = await selectSummaries(
    db,
    sql`(o.number, o.guest_token_hash) in (${sql.join(keys, sql`, `)})`,
    links.length,
  );
  return rows.map(toSummary);
}

type SummaryRow = {
  id: string;
  number: string;
  status: OrderStatus;
  currency: Currency;
  total_minor: string;
  placed_at: string;
  parts: SellerOrderStatus[];
  item_count: number;
  titles: string[];
  images: string[];
};

function selectSummaries(db: Executor, which: SQL, limit: number): Promise<readonly SummaryRow[]> {
  return db.execute<SummaryRow>(sql`
    select o.id, o.number, o.status, o.currency, o.total_minor, o.placed_at,
      array(select status::text from seller_orders where order_id = o.id order by id) as parts,
      (select sum(quantity)::int from order_lines where order_id = o.id) as item_count,
      array(select title from order_lines where order_id = o.id order by position limit 1) as titles,
      array(
        select image_key from order_lines where order_id = o.id and image_key is not null order by position limit 4
      ) as images
    from orders o
    where ${which} and not (o.status = 'cancelled' and o.paid_at is null)
    order by o.id desc
    limit ${limit}`);
}

function toSummary(row: SummaryRow): OrderSummary {
  return {
    number: row.number,
    status: row.status,
    parcelStatuses: row.parts,
    total: { amountMinor: Number(row.total_minor), currency: row.currency },
    itemCount: row.item_count,
    firstTitle: row.titles[0] ?? '',
    pictures: row.images.flatMap((image) => storedPicture(image, '') ?? []),
    placedAt: new Date(row.placed_at).toISOString(),
  };
}

/** Cuts rows that were asked for one beyond the page. */
export function toPage<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toItem),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
