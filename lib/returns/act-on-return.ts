import { and, eq } from 'drizzle-orm';
import { returnLines } from '@/db/schema/returns';
import { recordAudit } from '@/lib/audit';
import { restockReturned } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { LineQuantity } from '@/lib/orders';
import type { Database, Transaction } from '@/lib/platform/database';
import { transact } from '@/lib/platform/transact';
import { holdExchange, isExchanged, refundInstead } from './exchange';
import { lockReturn, moveReturn, refundReturn, type ReturnRow } from './move-return';

export type ReturnRefusal =
  | 'not_found'
  | 'illegal_transition'
  | 'conflict'
  | 'return_by_right'
  | 'return_above_shipped'
  | 'refund_above_line'
  | 'refund_above_captured'
  | 'payment_disputed';

/** What somebody does with a return, as their page showed it: a second click is about one that has changed since. */
type Act = {
  readonly returnId: string;
  readonly version: number;
  readonly words: string;
  readonly now: Date;
};

export type SellerReturnAct = Act & { readonly sellerId: string; readonly userId: string };

/** The buyer calls it off, says that it is on its way, or asks the market to rule. */
export async function actAsBuyer(
  db: Database,
  act: Act & { readonly orderId: string; readonly event: 'cancel' | 'send' | 'escalate' },
): Promise<Result<void, ReturnRefusal>> {
  return transact(db, async (tx) => {
    const row = await lockReturn(tx, act.returnId, { orderId: act.orderId });
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    return moved(await moveReturn(tx, row, { ...act, actor: 'customer' }));
  });
}

/**
 * The seller answers a request, or says that the goods are back. What is accepted is kept for its exchange, unless the
 * seller gives the money back instead. Refuses to decline what the law lets a buyer do.
 */
export async function actAsSeller(
  db: Database,
  act: SellerReturnAct & { readonly event: 'accept' | 'accept_refund' | 'decline' | 'receive' },
): Promise<Result<void, ReturnRefusal>> {
  return transact(db, async (tx): Promise<Result<void, ReturnRefusal>> => {
    const row = await lockReturn(tx, act.returnId, { sellerId: act.sellerId });
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    if (act.event === 'decline' && row.byRight) return refuse('return_by_right');
    const answered = await moveReturn(tx, row, { ...act, actor: `seller:${act.userId}` });
    if (!answered.ok) return answered;
    if (act.event === 'accept_refund') await refundInstead(tx, row.id, 'seller');
    if (act.event === 'accept') await holdExchange(tx, row);
    return ok(undefined);
  });
}

/**
 * The seller has looked at what came back: `restock` names the pieces that are for sale again, the others are not.
 * Either way the goods are replaced, where that was agreed, or the money goes back; unless the seller rejects the return,
 * which its buyer can dispute. Refuses to replace what nothing is kept for (`illegal_transition`).
 */
export async function inspectReturn(
  db: Database,
  act: SellerReturnAct & {
    readonly verdict: 'refund' | 'exchange' | 'reject';
    readonly restock: readonly LineQuantity[];
  },
): Promise<Result<void, ReturnRefusal>> {
  return transact(db, async (tx): Promise<Result<void, ReturnRefusal>> => {
    const row = await lockReturn(tx, act.returnId, { sellerId: act.sellerId });
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    const actor = `seller:${act.userId}` as const;
    if (act.verdict === 'exchange' && !(await isExchanged(tx, row.id))) return refuse('illegal_transition');
    const inspected = await moveReturn(tx, row, { event: 'inspect', actor, words: act.words, now: act.now });
    if (!inspected.ok) return inspected;
    const ended = await moveReturn(tx, inspected.value, {
      event: act.verdict,
      actor,
      words: act.words,
      now: act.now,
    });
    if (!ended.ok) return ended;
    if (act.verdict === 'reject') return ok(undefined);
    if (act.verdict === 'refund') {
      await refundInstead(tx, row.id, 'seller');
      const refunded = await refundReturn(tx, row);
      if (!refunded.ok) return refunded;
    }
    return restock(tx, row, act.restock);
  });
}

/** The seller cannot send the replacement after all: the money goes back. Refuses any return that is not waiting for one. */
export async function refundInsteadOfReplacing(
  db: Database,
  act: SellerReturnAct,
): Promise<Result<void, ReturnRefusal>> {
  return transact(db, async (tx): Promise<Result<void, ReturnRefusal>> => {
    const row = await lockReturn(tx, act.returnId, { sellerId: act.sellerId });
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    if (row.status !== 'exchanging') return refuse('illegal_transition');
    const moved = await moveReturn(tx, row, { ...act, event: 'refund', actor: `seller:${act.userId}` });
    if (!moved.ok) return moved;
    await refundInstead(tx, row.id, 'not_sent');
    return refundReturn(tx, row);
  });
}

/** The market rules on a dispute: for the buyer, whose money goes back, or for the seller. It says why, for good. */
export async function ruleOnReturn(
  db: Database,
  act: Act & { readonly userId: string; readonly decision: 'for_buyer' | 'for_seller' },
): Promise<Result<void, ReturnRefusal>> {
  return transact(db, async (tx): Promise<Result<void, ReturnRefusal>> => {
    const row = await lockReturn(tx, act.returnId);
    if (!row) return refuse('not_found');
    if (row.version !== act.version) return refuse('conflict');
    const ruled = await moveReturn(tx, row, { ...act, event: 'rule', actor: `staff:${act.userId}` });
    if (!ruled.ok) return ruled;
    await recordAudit(tx, {
      actor: `user:${act.userId}`,
      action: `return.ruled_${act.decision}`,
      subject: { type: 'order', id: row.orderId },
      reason: act.words,
    });
    return act.decision === 'for_buyer' ? refundReturn(tx, row) : ok(undefined);
  });
}

async function restock(
  tx: Transaction,
  row: ReturnRow,
  pieces: readonly LineQuantity[],
): Promise<Result<void, 'return_above_shipped'>> {
  const lines = await tx.select().from(returnLines).where(eq(returnLines.returnId, row.id));
  const fits = pieces.every(({ orderLineId, quantity }) =>
    lines.some((line) => line.orderLineId === orderLineId && quantity > 0 && quantity <= line.quantity),
  );
  const isNamedOnce = new Set(pieces.map(({ orderLineId }) => orderLineId)).size === pieces.length;
  if (!fits || !isNamedOnce) return refuse('return_above_shipped');
  for (const { orderLineId, quantity } of pieces) {
    await tx
      .update(returnLines)
      .set({ restocked: quantity })
      .where(and(eq(returnLines.returnId, row.id), eq(returnLines.orderLineId, orderLineId)));
  }
  // Stock rows last, as everywhere.
  await restockReturned(tx, pieces);
  return ok(undefined);
}

function moved<E extends string>(result: Result<ReturnRow, E>): Result<void, E> {
  return result.ok ? ok(undefined) : result;
}
