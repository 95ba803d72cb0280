import { setStockOnHand } from '@/lib/inventory';
import { refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { changeOffer, lockOwnOffer, type OfferChange } from './change-offer';

/**
 * A seller's edit of one offer's row: price, state and what is on hand, all of it or nothing. `conflict` when
 * somebody else changed the offer since the editor saw it.
 */
export async function changeOwnOffer(
  db: Database,
  edit: OfferChange & {
    readonly sellerId: string;
    readonly userId: string;
    readonly offerId: string;
    readonly onHand: number;
    readonly version: number;
  },
): Promise<Result<void, 'not_found' | 'conflict' | 'stock_below_reserved'>> {
  return db.transaction(async (tx) => {
    const offer = await lockOwnOffer(tx, edit.sellerId, edit.offerId);
    if (!offer) return refuse('not_found');
    if (offer.version !== edit.version) return refuse('conflict');
    const counted = await setStockOnHand(tx, offer.id, edit.onHand, `user:${edit.userId}`);
    if (counted.ok) await changeOffer(tx, offer, edit);
    return counted;
  });
}
