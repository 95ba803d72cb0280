import { invoiceOmissions } from '@/db/schema/invoices';
import { lockOrderStatus } from '@/lib/orders';
import { lockRefundedPieces, type RefundedPieces } from '@/lib/payments';
import type { Database, Transaction } from '@/lib/platform/database';
import { loadSale } from './load-sale';
import { countAskedBack, linesToInvoice, totalsOf } from './sale-lines';
import { findByCause, writeInvoice } from './write-invoice';

type SellerOrderKey = { readonly orderId: string; readonly sellerOrderId: string };

/**
 * Issues the seller's invoice for a seller order of which the first parcel has left: for every piece that nobody had
 * asked back by then, sent or about to be. Once, however often this is called. Nothing is issued before something has
 * left, while the money of a cancelled piece is still to be asked back, and when nothing is left to be invoiced.
 *
 * Lock order: the order (cancellations wait), its payment (refunds wait), the series.
 */
export async function issueInvoice(db: Database, key: SellerOrderKey, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOrderStatus(tx, key.orderId);
    const cause = saleCause(key.sellerOrderId);
    if (await findByCause(tx, cause)) return;
    const refunded = await lockRefundedPieces(tx, key);
    const sale = await loadSale(tx, key.sellerOrderId);
    const askedBack = countAskedBack(refunded);
    if (!sale || sale.lines.some((line) => (askedBack.get(line.id) ?? 0) < line.cancelledQuantity)) return;
    const lines = linesToInvoice(sale.lines, askedBack);
    if (lines.length === 0) return;
    const { orderId, sellerOrderId, sellerId, currency, head } = sale;
    const invoiceId = await writeInvoice(tx, {
      kind: 'invoice',
      issuerId: sellerId,
      sellerId,
      orderId,
      sellerOrderId,
      cause,
      currency,
      ...totalsOf(lines),
      content: { ...head, lines },
      issuedAt: now,
    });
    await omit(tx, invoiceId, refunded);
  });
}

export function saleCause(sellerOrderId: string): string {
  return `sale:${sellerOrderId}`;
}

async function omit(tx: Transaction, invoiceId: string, refunded: readonly RefundedPieces[]): Promise<void> {
  if (refunded.length === 0) return;
  await tx.insert(invoiceOmissions).values(refunded.map(({ refundId }) => ({ refundId, invoiceId })));
}
