import { and, eq, isNull } from 'drizzle-orm';
import { returnLabels } from '@/db/schema/returns';
import type { ShipmentStatus } from '@/lib/fulfilment/model';
import { labelPostings, postEntry } from '@/lib/ledger';
import type { Database, Transaction } from '@/lib/platform/database';
import { lockReturn, moveReturn, type ReturnRow } from './move-return';
import { nextReturnStatus, type ReturnEvent } from './transitions';

/**
 * A carrier has told where the parcel of a return is. Once it has been handed in, the return is on its way and its seller
 * pays for the label; once it has arrived, the seller has it back. What buyer or seller have said before stays said.
 */
export async function followReturnParcel(
  db: Database,
  told: { readonly returnId: string; readonly status: ShipmentStatus },
  now: Date,
): Promise<void> {
  if (told.status === 'announced') return;
  await db.transaction(async (tx) => {
    const row = await lockReturn(tx, told.returnId);
    if (!row) throw new Error(`A parcel is of return ${told.returnId}, which does not exist`);
    await payForLabel(tx, row, now);
    const sent = await moveIfLegal(tx, row, 'send', now);
    if (told.status === 'delivered') await moveIfLegal(tx, sent, 'receive', now);
  });
}

async function moveIfLegal(
  tx: Transaction,
  row: ReturnRow,
  event: ReturnEvent,
  now: Date,
): Promise<ReturnRow> {
  if (!nextReturnStatus(row.status, event).ok) return row;
  const moved = await moveReturn(tx, row, { event, actor: 'system', words: '', now });
  return moved.ok ? moved.value : row;
}

/** Once: a label that is never used costs its seller nothing. */
async function payForLabel(tx: Transaction, row: ReturnRow, now: Date): Promise<void> {
  const [used] = await tx
    .update(returnLabels)
    .set({ usedAt: now })
    .where(and(eq(returnLabels.returnId, row.id), isNull(returnLabels.usedAt)))
    .returning();
  if (!used || used.priceMinor === null) return;
  const { orderId, sellerOrderId, sellerId } = row;
  await postEntry(tx, {
    kind: 'return_label',
    reference: `return_label:${row.id}`,
    orderId,
    currency: used.currency,
    postings: labelPostings({ sellerId, sellerOrderId, priceMinor: used.priceMinor }),
  });
}
