import { eq, sql } from 'drizzle-orm';
import { invoices, invoiceSeries } from '@/db/schema/invoices';
import { newId } from '@/lib/kernel/ids';
import type { Executor, Transaction } from '@/lib/platform/database';

export type NewInvoice = Omit<typeof invoices.$inferInsert, 'id' | 'number'>;

export type InvoiceRow = typeof invoices.$inferSelect;

/** What was documented for this cause; null when nothing was. */
export async function findByCause(db: Executor, cause: string): Promise<InvoiceRow | null> {
  const [row] = await db.select().from(invoices).where(eq(invoices.cause, cause));
  return row ?? null;
}

/**
 * Issues a document under the next number of its series, and answers its id. The series stays locked until the
 * transaction ends, which takes the number back with everything else when it fails: so numbers have no gap. A second
 * document for the same cause is a fault.
 */
export async function writeInvoice(tx: Transaction, invoice: NewInvoice): Promise<string> {
  const id = newId();
  const number = await takeNumber(tx, invoice);
  await tx.insert(invoices).values({ ...invoice, id, number });
  return id;
}

async function takeNumber(
  tx: Transaction,
  { issuerId, kind }: Pick<NewInvoice, 'issuerId' | 'kind'>,
): Promise<number> {
  const [series] = await tx
    .insert(invoiceSeries)
    .values({ issuerId, kind, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [invoiceSeries.issuerId, invoiceSeries.kind],
      set: { lastNumber: sql`${invoiceSeries.lastNumber} + 1` },
    })
    .returning({ number: invoiceSeries.lastNumber });
  if (!series) throw new Error(`The ${kind} series gave no number`);
  return series.number;
}
