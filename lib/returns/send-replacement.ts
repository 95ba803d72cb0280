import { sendReplacementParcel } from '@/lib/fulfilment';
import { shipReplacement } from '@/lib/inventory';
import { refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { transact } from '@/lib/platform/transact';
import type { SellerReturnAct } from './act-on-return';
import { lockReturn, moveReturn } from './move-return';

export type SendReplacementRefusal =
  'not_found' | 'conflict' | 'illegal_transition' | 'tracking_number_invalid' | 'tracking_number_taken';

/**
 * What replaces returned goods leaves in a parcel of its own; nobody pays anything. Refuses a return that is not to be
 * exchanged or whose replacement has left, a number its carrier does not give out, and one that another seller has used.
 */
export async function sendReplacement(
  db: Database,
  act: SellerReturnAct & { readonly carrier: string; readonly trackingNumber: string },
): Promise<Result<{ readonly followed: boolean }, SendReplacementRefusal>> {
  return transact(db, async (tx): Promise<Result<{ followed: boolean }, SendReplacementRefusal>> => {
    const row = await lockReturn(tx, act.returnId, { sellerId: act.sellerId });
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    const moved = await moveReturn(tx, row, { ...act, event: 'replace', actor: `seller:${act.userId}` });
    if (!moved.ok) return moved;
    const { id: replacementOf, orderId, sellerOrderId, sellerId } = row;
    const { carrier, trackingNumber, now } = act;
    const sent = await sendReplacementParcel(tx, {
      ...{ replacementOf, orderId, sellerOrderId, sellerId },
      ...{ carrier, trackingNumber, now },
    });
    if (!sent.ok) return sent;
    // Stock rows last, as everywhere.
    await shipReplacement(tx, row.id);
    return sent;
  });
}
