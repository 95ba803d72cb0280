import { invoiceOmissions, type SaleLine } from '@/db/schema/invoices';
import { sumMinor } from '@/lib/kernel/money';
import { lockOrderStatus } from '@/lib/orders';
import { lockRefundedPieces, type RefundedPieces } from '@/lib/payments';
import { moneyOfUnits, taxWithin } from '@/lib/pricing';
import type { Database, Transaction } from '@/lib/platform/database';
import { loadSale, type SoldLine } from './load-sale';
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
    const lines = sale && invoicedLines(sale.lines, refunded);
    if (!lines || lines.length === 0) return;
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

export function totalsOf(lines: readonly SaleLine[]): { taxMinor: number; totalMinor: number } {
  return {
    taxMinor: sumMinor(lines.map(({ taxMinor }) => taxMinor)),
    totalMinor: sumMinor(lines.map(({ totalMinor }) => totalMinor)),
  };
}

/** Null while a cancelled piece has not been asked back. */
function invoicedLines(
  sold: readonly SoldLine[],
  refunded: readonly RefundedPieces[],
): readonly SaleLine[] | null {
  const pieces = refunded.flatMap(({ lines }) => lines);
  const left = sold.map((line) => ({
    line,
    askedBack: sumMinor(
      pieces.filter(({ orderLineId }) => orderLineId === line.id).map(({ quantity }) => quantity),
    ),
  }));
  if (left.some(({ line, askedBack }) => askedBack < line.cancelledQuantity)) return null;
  return left
    .filter(({ line, askedBack }) => askedBack < line.quantity)
    .map(({ line, askedBack }) => toSaleLine(line, askedBack));
}

/** Refunds take a line's pieces from the first on, so these are the ones from `first` to the last. */
function toSaleLine(line: SoldLine, first: number): SaleLine {
  const quantity = line.quantity - first;
  const money = moneyOfUnits(line, first, quantity);
  return {
    ...describe(line),
    quantity,
    taxMinor: money.taxMinor,
    totalMinor: money.totalMinor,
    price: {
      unitNetMinor: unitNetOf(line),
      discountMinor: money.sellerDiscountMinor + money.marketDiscountMinor,
      shippingMinor: money.shippingMinor,
    },
  };
}

function unitNetOf({ unitPriceMinor, taxMode, taxBasisPoints }: SoldLine): number {
  return taxMode === 'inclusive'
    ? unitPriceMinor - taxWithin(unitPriceMinor, taxBasisPoints)
    : unitPriceMinor;
}

/** What a line is, whatever happens to its pieces. */
export function describe({ id, title, variantLabel, sellerSku, taxBasisPoints }: SoldLine) {
  const name = [title, variantLabel].filter(Boolean).join(', ');
  return { orderLineId: id, title: name, sellerSku, taxBasisPoints };
}

async function omit(tx: Transaction, invoiceId: string, refunded: readonly RefundedPieces[]): Promise<void> {
  if (refunded.length === 0) return;
  await tx.insert(invoiceOmissions).values(refunded.map(({ refundId }) => ({ refundId, invoiceId })));
}
