import { and, eq, inArray } from 'drizzle-orm';
import { offerPrices, offers } from '@/db/schema/offers';
import { setLowLevel } from '@/lib/inventory';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { applyBasisPoints, BASIS_POINTS, payableStep } from '@/lib/kernel/money';
import type { Database, Transaction } from '@/lib/platform/database';
import { changeOffers, type OfferEdit } from './change-offers';
import type { ChosenOffer, OfferAct } from './model';

export type ActOnOffers = {
  readonly sellerId: string;
  readonly userId: string;
  readonly chosen: readonly ChosenOffer[];
  readonly act: OfferAct;
};

type Row = {
  readonly offerId: string;
  readonly version: number;
  readonly status: 'active' | 'paused';
  readonly priceMinor: number | null;
};

/**
 * Does one thing to many offers of a seller. Those that are not theirs, that somebody changed since they were shown, or of
 * which buyers hold more than would be on hand are left as they were, and counted.
 */
export async function changeChosenOffers(
  db: Database,
  { sellerId, userId, chosen, act }: ActOnOffers,
): Promise<{ readonly changed: number; readonly left: number }> {
  return db.transaction(async (tx) => {
    const rows = await readOwn(tx, sellerId, chosen);
    if (act.kind === 'tell_at') {
      // No version counts it: it is nobody's but the seller's.
      for (const { offerId } of rows) await setLowLevel(tx, offerId, act.lowLevel);
      return { changed: rows.length, left: chosen.length - rows.length };
    }
    const seen = new Map(chosen.map(({ offerId, version }) => [offerId, version]));
    const edits = rows.map((row) => ({ ...editOf(row, act), version: seen.get(row.offerId)! }));
    const refused = edits.length > 0 ? await changeOffers(tx, sellerId, edits, `user:${userId}`) : new Map();
    const changed = edits.length - refused.size;
    return { changed, left: chosen.length - changed };
  });
}

/** In the order in which stock is locked. */
async function readOwn(tx: Transaction, sellerId: string, chosen: readonly ChosenOffer[]): Promise<Row[]> {
  const ids = chosen.map(({ offerId }) => offerId);
  return tx
    .select({
      offerId: offers.id,
      version: offers.version,
      status: offers.status,
      priceMinor: offerPrices.priceMinor,
    })
    .from(offers)
    .leftJoin(
      offerPrices,
      and(
        eq(offerPrices.offerId, offers.id),
        eq(offerPrices.market, DEFAULT_MARKET.code),
        eq(offerPrices.currency, DEFAULT_MARKET.currency),
      ),
    )
    .where(and(inArray(offers.id, ids), eq(offers.sellerId, sellerId)))
    .orderBy(offers.id);
}

function editOf(
  { offerId, status, priceMinor }: Row,
  act: Exclude<OfferAct, { kind: 'tell_at' }>,
): Omit<OfferEdit, 'version'> {
  const asItIs = { offerId, priceMinor: null, selling: status === 'active', stock: null };
  switch (act.kind) {
    case 'set_price':
      return { ...asItIs, priceMinor: act.priceMinor };
    case 'change_price':
      return {
        ...asItIs,
        priceMinor: priceMinor === null ? null : changedPrice(priceMinor, act.basisPoints),
      };
    case 'set_stock':
      return { ...asItIs, stock: { onHand: act.onHand } };
    case 'add_stock':
      return { ...asItIs, stock: { more: act.pieces } };
    case 'sell':
      return { ...asItIs, selling: true };
    case 'pause':
      return { ...asItIs, selling: false };
  }
}

/** Rounded to what can be paid, and never to nothing. */
function changedPrice(priceMinor: number, byBasisPoints: number): number {
  const step = payableStep(DEFAULT_MARKET.currency);
  return Math.max(1, applyBasisPoints(priceMinor / step, BASIS_POINTS + byBasisPoints)) * step;
}
