import { returnExchanges, returnHistory, returnLines, returns } from '@/db/schema/returns';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { lockOrderStatus, type LineQuantity } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { returnMoved } from './events';
import { findExchange } from './exchange';
import type { ReturnReason } from './model';
import { dueAfter } from './move-return';
import { loadReturnable } from './returnable';

export type RequestReturnRefusal =
  | 'not_found'
  | 'return_not_delivered'
  | 'return_above_shipped'
  | 'return_window_over'
  | 'exchange_not_possible';

/**
 * A buyer asks to give pieces of one seller's part back. Refuses what has not arrived, more than arrived and is not in
 * another return, what is too late for that reason, and an exchange for anything but another variant of one line's
 * article that is left at the same price. Two requests for the same pieces wait for each other.
 */
export async function requestReturn(
  db: Database,
  request: {
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly lines: readonly LineQuantity[];
    readonly reason: ReturnReason;
    readonly note: string;
    /** The offer that the buyer wants instead of the money. */
    readonly exchangeFor?: string | null;
    readonly now: Date;
  },
): Promise<Result<{ readonly returnId: string }, RequestReturnRefusal>> {
  const { orderId, sellerOrderId, lines, reason, note, exchangeFor = null, now } = request;
  return db.transaction(async (tx): Promise<Result<{ returnId: string }, RequestReturnRefusal>> => {
    if ((await lockOrderStatus(tx, orderId)) === null) return refuse('not_found');
    const part = await loadReturnable(tx, { orderId, sellerOrderId });
    if (!part) return refuse('not_found');
    if (part.deliveredAt === null) return refuse('return_not_delivered');
    const wanted = new Map(lines.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
    if (![...wanted.keys()].every((id) => part.lines.has(id))) return refuse('not_found');
    const fits = lines.every(
      ({ orderLineId, quantity }) => quantity > 0 && quantity <= part.lines.get(orderLineId)!.left,
    );
    if (lines.length === 0 || wanted.size !== lines.length || !fits) return refuse('return_above_shipped');
    const terms = [...wanted.keys()].map((id) => part.termsOf(id, reason, now));
    if (terms.some(({ until }) => until < now)) return refuse('return_window_over');

    const exchange = exchangeFor === null ? null : await findExchange(tx, lines, exchangeFor);
    if (exchangeFor !== null && !exchange) return refuse('exchange_not_possible');

    const returnId = newId();
    const { sellerId } = part;
    await tx.insert(returns).values({
      id: returnId,
      orderId,
      sellerOrderId,
      sellerId,
      reason,
      note,
      byRight: terms.every(({ byRight }) => byRight),
      sellerPaysShipping: terms.some(({ sellerPaysShipping }) => sellerPaysShipping),
      dueAt: dueAfter('requested', now),
      requestedAt: now,
    });
    await tx
      .insert(returnLines)
      .values(lines.map(({ orderLineId, quantity }) => ({ returnId, orderLineId, quantity })));
    if (exchange) {
      const { offerId, variantLabel } = exchange;
      await tx.insert(returnExchanges).values({ returnId, offerId, variantLabel });
    }
    await tx
      .insert(returnHistory)
      .values({ returnId, event: 'request', actor: 'customer', words: note, occurredAt: now });
    await emitEvent(tx, returnMoved, {
      aggregateId: returnId,
      aggregateVersion: 1,
      payload: { returnId, orderId, sellerOrderId, sellerId, status: 'requested' },
    });
    return ok({ returnId });
  });
}
