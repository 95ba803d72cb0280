import { eq } from 'drizzle-orm';
import { invoiceOmissions } from '@/db/schema/invoices';
import { lockOrderStatus } from '@/lib/orders';
import { getRefundedPieces } from '@/lib/payments';
import type { Database, Executor } from '@/lib/platform/database';
import { describe, issueInvoice, saleCause, totalsOf } from './issue-invoice';
import { loadSale } from './load-sale';
import { findByCause, writeInvoice } from './write-invoice';

/**
 * Issues the seller's credit note for a refund that has gone back: its pieces, with exactly its money and tax. Once,
 * however often this is called; none for pieces that are on no invoice.
 */
export async function issueCreditNote(db: Database, refundId: string, now: Date): Promise<void> {
  const refund = await getRefundedPieces(db, refundId);
  if (refund?.status !== 'succeeded') return;
  // An invoice may have waited for this refund to be asked for.
  await issueInvoice(db, refund, now);
  await db.transaction(async (tx) => {
    await lockOrderStatus(tx, refund.orderId);
    const cause = `refund:${refundId}`;
    const invoice = await findByCause(tx, saleCause(refund.sellerOrderId));
    if (!invoice || (await isOmitted(tx, refundId)) || (await findByCause(tx, cause))) return;
    const sale = await loadSale(tx, refund.sellerOrderId);
    if (!sale) throw new Error(`Seller order ${refund.sellerOrderId} has an invoice and was never sent`);
    const lines = refund.lines.map(({ orderLineId, quantity, amountMinor, taxMinor }) => {
      const line = sale.lines.find(({ id }) => id === orderLineId);
      if (!line) throw new Error(`Refund ${refundId} is for a line of another seller`);
      return { ...describe(line), quantity, taxMinor, totalMinor: amountMinor, price: null };
    });
    const { orderId, sellerOrderId, sellerId, currency, head } = sale;
    await writeInvoice(tx, {
      kind: 'credit_note',
      issuerId: sellerId,
      sellerId,
      orderId,
      sellerOrderId,
      correctsId: invoice.id,
      cause,
      currency,
      ...totalsOf(lines),
      content: { ...head, lines },
      issuedAt: now,
    });
  });
}

/** Its pieces were asked back before the invoice was issued. */
async function isOmitted(db: Executor, refundId: string): Promise<boolean> {
  const [row] = await db.select().from(invoiceOmissions).where(eq(invoiceOmissions.refundId, refundId));
  return row !== undefined;
}
