import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { issueCreditNote } from './issue-credit-note';
import { issueInvoice } from './issue-invoice';

const AT_ONCE = 8;

/** Issues what was sent without an invoice, and what went back without its credit note: `limit` of each at most. */
export async function issueMissing(db: Database, now: Date, limit = 5_000): Promise<void> {
  const sales = await db.execute<{ orderId: string; sellerOrderId: string }>(sql`
    select part.order_id as "orderId", part.id as "sellerOrderId"
    from seller_orders part
    where exists (select 1 from shipments parcel where parcel.seller_order_id = part.id)
      and not exists (select 1 from invoices invoice where invoice.cause = 'sale:' || part.id)
      and exists (
        select 1 from order_lines line
        left join refund_lines back on back.order_line_id = line.id
        where line.seller_order_id = part.id
        group by line.id having line.quantity > coalesce(sum(back.quantity), 0)
      )
    order by part.id limit ${limit}`);
  await forEach(sales, (sale) => issueInvoice(db, sale, now));

  const refunds = await db.execute<{ id: string }>(sql`
    select refund.id from refunds refund
    join invoices invoice on invoice.cause = 'sale:' || refund.seller_order_id
    where refund.status = 'succeeded'
      and not exists (select 1 from invoice_omissions omission where omission.refund_id = refund.id)
      and not exists (select 1 from invoices note where note.cause = 'refund:' || refund.id)
    order by refund.id limit ${limit}`);
  await forEach(refunds, ({ id }) => issueCreditNote(db, id, now));
}

/** A few at once. One that fails is logged and stays for the next time; it never keeps the others waiting. */
async function forEach<Item>(items: readonly Item[], issue: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(
      items.slice(start, start + AT_ONCE).map((item) =>
        issue(item).catch((error: unknown) => {
          log.error({ err: error, item }, 'a document could not be issued');
        }),
      ),
    );
  }
}
