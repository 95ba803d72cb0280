import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { invoices } from '@/db/schema/invoices';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { documentNumber } from './document-number';
import { COMMISSION_KINDS, type InvoiceView } from './model';
import type { InvoiceRow } from './write-invoice';

/** A document with everything that stands on it. */
export type Invoice = InvoiceRow & {
  /** The number of the invoice a credit note takes something back of. */
  readonly correctsNumber: string | null;
};

/** Whose a document must be to be read: an order's, for whoever may read that order; a seller's; any, for staff. */
export type InvoiceReader = 'staff' | { readonly orderId: string } | { readonly sellerId: string };

/** Sellers' documents of an order, in the order in which they were issued. For whoever may read the order. */
export function listInvoicesOfOrder(db: Executor, orderId: string): Promise<InvoiceView[]> {
  return list(db, eq(invoices.orderId, orderId));
}

/** The documents of one seller order. For whoever may read it. */
export function listInvoicesOfSellerOrder(db: Executor, sellerOrderId: string): Promise<InvoiceView[]> {
  return list(db, eq(invoices.sellerOrderId, sellerOrderId));
}

/** The market's latest documents for a seller's commission, newest first. */
export async function listCommissionInvoices(
  db: Executor,
  sellerId: string,
  limit = 12,
): Promise<InvoiceView[]> {
  const rows = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.sellerId, sellerId), inArray(invoices.kind, [...COMMISSION_KINDS])))
    .orderBy(desc(invoices.id))
    .limit(limit);
  return rows.map(toInvoiceView);
}

/** One document; null when there is none for this reader. */
export async function getInvoice(
  db: Executor,
  invoiceId: string,
  reader: InvoiceReader,
): Promise<Invoice | null> {
  const [row] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, invoiceId), readableBy(reader)));
  if (!row) return null;
  const [corrected] = row.correctsId
    ? await db.select().from(invoices).where(eq(invoices.id, row.correctsId))
    : [];
  return { ...row, correctsNumber: corrected ? documentNumber(corrected) : null };
}

function readableBy(reader: InvoiceReader): SQL | undefined {
  if (reader === 'staff') return undefined;
  return 'orderId' in reader ? eq(invoices.orderId, reader.orderId) : eq(invoices.sellerId, reader.sellerId);
}

async function list(db: Executor, which: SQL): Promise<InvoiceView[]> {
  const rows = await db
    .select()
    .from(invoices)
    .where(which)
    .orderBy(asc(invoices.issuedAt), asc(invoices.id));
  return rows.map(toInvoiceView);
}

export function toInvoiceView(row: InvoiceRow): InvoiceView {
  const { id, kind, sellerOrderId, currency, taxMinor, totalMinor, content, issuedAt } = row;
  return {
    invoiceId: publicId('inv', id),
    kind,
    number: documentNumber(row),
    sellerOrderId: sellerOrderId === null ? null : publicId('slo', sellerOrderId),
    orderNumber: content.about === 'sale' ? content.orderNumber : null,
    total: { amountMinor: totalMinor, currency },
    tax: { amountMinor: taxMinor, currency },
    issuedAt: issuedAt.toISOString(),
  };
}
