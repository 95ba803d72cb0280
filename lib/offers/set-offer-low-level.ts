import { setLowLevel } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { lockOwnOffer } from './change-offer';

/** From how few pieces of an offer down its seller wants to be told; null: never. */
export async function setOfferLowLevel(
  db: Database,
  own: { readonly sellerId: string; readonly offerId: string; readonly lowLevel: number | null },
): Promise<Result<void, 'not_found'>> {
  return db.transaction(async (tx) => {
    const offer = await lockOwnOffer(tx, own.sellerId, own.offerId);
    if (!offer) return refuse('not_found');
    await setLowLevel(tx, offer.id, own.lowLevel);
    return ok(undefined);
  });
}
