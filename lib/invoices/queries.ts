import { and, asc, desc, eq, gte, inArray, lt, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { invoices } from '@/db/schema/invoices';
import { publicId } from '@/lib/kernel/ids';
import type { Page, PageRequest } from '@/lib/orders';
import type { Executor } from '@/lib/platform/database';
import { documentNumber } from './document-number';
import { firstOfMonth, monthAfter, monthOf, monthsBetween } from './month';
import { COMMISSION_KINDS, SALE_KINDS, type InvoiceView } from './model';
import type { InvoiceRow } from './write-invoice';

/** A document with everything that stands on it. */
export type Invoice = InvoiceRow & {
  /** The number of the invoice a credit note takes something back of. */
  readonly correctsNumber: string | null;
};

/**
 * Whose a document must be to be read: an order's, for whoever may read that order; a seller's, its sales alone or what
 * the market takes, too; any, for staff.
 */
export type InvoiceReader =
  | 'staff'
  | { readonly orderId: string }
  | { readonly sellerId: string; readonly about: 'sales' | 'everything' };

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

/** Which of a seller's documents: all, or those issued in a month (`2026-11`, UTC). */
export type OfSeller = { readonly sellerId: string; readonly month: string | null };

/** How many documents of a month are drawn into one file: as many as a person waits for. */
export const INVOICES_A_FILE = 100;

/** A seller's documents, its own and the market's to it, newest first. */
export async function listInvoicesOfSeller(
  db: Executor,
  which: OfSeller,
  { limit, after }: PageRequest,
): Promise<Page<InvoiceView>> {
  const rows = await db
    .select()
    .from(invoices)
    .where(and(ofSeller(which), after === null ? undefined : lt(invoices.id, after)))
    .orderBy(desc(invoices.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toInvoiceView),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export function countInvoices(db: Executor, which: OfSeller): Promise<number> {
  return db.$count(invoices, ofSeller(which));
}

/** The months in which a seller may have documents, the latest first; two years at most. */
export async function listInvoiceMonths(db: Executor, sellerId: string, now: Date): Promise<string[]> {
  const [first] = await db
    .select({ issuedAt: invoices.issuedAt })
    .from(invoices)
    .where(eq(invoices.sellerId, sellerId))
    .orderBy(asc(invoices.id))
    .limit(1);
  return first ? monthsBetween(monthOf(first.issuedAt), monthOf(now)).slice(0, 24) : [];
}

/** A month of a seller's documents with everything on them, oldest first: `part` 1 is the first file of them. */
export async function listInvoicesOfMonth(db: Executor, which: OfSeller, part: number): Promise<Invoice[]> {
  const rows = await selectInvoices(db)
    .where(ofSeller(which))
    .orderBy(asc(invoices.id))
    .limit(INVOICES_A_FILE)
    .offset((part - 1) * INVOICES_A_FILE);
  return rows.map(toInvoice);
}

function ofSeller({ sellerId, month }: OfSeller): SQL | undefined {
  const inMonth =
    month === null
      ? undefined
      : and(
          gte(invoices.issuedAt, firstOfMonth(month)),
          lt(invoices.issuedAt, firstOfMonth(monthAfter(month))),
        );
  return and(eq(invoices.sellerId, sellerId), inMonth);
}

/** One document; null when there is none for this reader. */
export async function getInvoice(
  db: Executor,
  invoiceId: string,
  reader: InvoiceReader,
): Promise<Invoice | null> {
  const [row] = await selectInvoices(db).where(and(eq(invoices.id, invoiceId), readableBy(reader)));
  return row ? toInvoice(row) : null;
}

const corrected = alias(invoices, 'corrected');

function selectInvoices(db: Executor) {
  return db
    .select({ invoice: invoices, corrected: { kind: corrected.kind, number: corrected.number } })
    .from(invoices)
    .leftJoin(corrected, eq(corrected.id, invoices.correctsId))
    .$dynamic();
}

type Selected = { invoice: InvoiceRow; corrected: Pick<InvoiceRow, 'kind' | 'number'> | null };

function toInvoice({ invoice, corrected: named }: Selected): Invoice {
  return { ...invoice, correctsNumber: named && documentNumber(named) };
}

function readableBy(reader: InvoiceReader): SQL | undefined {
  if (reader === 'staff') return undefined;
  if ('orderId' in reader) return eq(invoices.orderId, reader.orderId);
  const { sellerId, about } = reader;
  const kinds = about === 'sales' ? inArray(invoices.kind, [...SALE_KINDS]) : undefined;
  return and(eq(invoices.sellerId, sellerId), kinds);
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
    period: content.about === 'commission' ? content.period : null,
    total: { amountMinor: totalMinor, currency },
    tax: { amountMinor: taxMinor, currency },
    issuedAt: issuedAt.toISOString(),
  };
}
