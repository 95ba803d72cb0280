import { eq } from 'drizzle-orm';
import { invoiceOmissions } from '@/db/schema/invoices';
import { lockOrderStatus } from '@/lib/orders';
import { getRefundedPieces } from '@/lib/payments';
import type { Database, Executor } from '@/lib/platform/database';
import { issueInvoice, saleCause } from './issue-invoice';
import { loadSale } from './load-sale';
import { lineToCredit, totalsOf } from './sale-lines';
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
    const lines = refund.lines.map((piece) => {
      const line = sale.lines.find(({ id }) => id === piece.orderLineId);
      if (!line) throw new Error(`Refund ${refundId} is for a line of another seller`);
      return lineToCredit(line, piece);
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
