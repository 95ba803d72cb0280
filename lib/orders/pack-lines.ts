import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { transact } from '@/lib/platform/transact';
import { lockSellerOrder, recordHistory, type SellerOrderRow } from './change-status';
import { claimIdempotencyKey } from './claim-idempotency-key';
import type { SellerAct } from './fulfil-seller-order';
import { openLinesOf, takeOpen, type LineQuantity } from './open-quantities';

export type PackLines = SellerAct & {
  readonly lines: readonly LineQuantity[];
  /** Made by the device that packed. The same key packs once, however often and late it arrives. */
  readonly idempotencyKey: string;
};

export type PackRefusal = 'not_found' | 'illegal_transition' | 'quantity_not_open' | 'conflict';

/**
 * These pieces were checked and lie in a box. Refuses a part that was not accepted or has left (`illegal_transition`)
 * and more of a line than is neither packed, shipped nor cancelled (`quantity_not_open`); a refusal changes nothing and
 * leaves the key free. `conflict`: the key came before with other pieces.
 */
export async function packLines(db: Database, act: PackLines): Promise<Result<void, PackRefusal>> {
  return transact(db, async (tx) => {
    const part = await lockSellerOrder(tx, act.sellerOrderId, act.sellerId);
    if (!part || part.status === 'pending_payment') return refuse('not_found');
    const claim = await claimIdempotencyKey(tx, {
      scope: `pack:${act.sellerId}`,
      key: act.idempotencyKey,
      requestHash: hashOf(act),
      reference: part.id,
    });
    if (claim.state === 'mismatch') return refuse('conflict');
    if (claim.state === 'done') return ok(undefined);
    if (!isBeingPacked(part)) return refuse('illegal_transition');
    const lines = await openLinesOf(tx, part.id);
    const onTheShelf = [...lines].map(([id, { open, packed }]) => [id, { open: open - packed }] as const);
    const left = takeOpen(new Map(onTheShelf), act.lines);
    if (!left.ok) return left;
    for (const { orderLineId, quantity } of act.lines) {
      const { packed, shipped } = lines.get(orderLineId)!;
      await tx
        .update(orderLines)
        .set({ packedQuantity: shipped + packed + quantity })
        .where(and(eq(orderLines.id, orderLineId), eq(orderLines.sellerOrderId, part.id)));
    }
    await recordHistory(tx, historyOf(part, act, 'seller_order.packed'));
    return ok(undefined);
  });
}

/** All that was packed and not sent lies on the table again; nothing, if there was nothing. */
export async function unpackSellerOrder(
  db: Database,
  act: SellerAct,
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  return transact(db, async (tx) => {
    const part = await lockSellerOrder(tx, act.sellerOrderId, act.sellerId);
    if (!part || part.status === 'pending_payment') return refuse('not_found');
    if (!isBeingPacked(part)) return refuse('illegal_transition');
    const unpacked = await tx
      .update(orderLines)
      .set({ packedQuantity: orderLines.shippedQuantity })
      .where(
        and(
          eq(orderLines.sellerOrderId, part.id),
          sql`${orderLines.packedQuantity} > ${orderLines.shippedQuantity}`,
        ),
      )
      .returning({ id: orderLines.id });
    if (unpacked.length > 0) await recordHistory(tx, historyOf(part, act, 'seller_order.unpacked'));
    return ok(undefined);
  });
}

function isBeingPacked({ status }: SellerOrderRow): boolean {
  return status === 'to_ship' || status === 'partly_shipped';
}

function historyOf(
  { id, orderId }: SellerOrderRow,
  { userId }: SellerAct,
  event: 'seller_order.packed' | 'seller_order.unpacked',
) {
  return { orderId, sellerOrderId: id, event, actor: `seller:${userId}` } as const;
}

function hashOf({ sellerOrderId, lines }: PackLines): string {
  const pieces = lines.map(({ orderLineId, quantity }) => `${orderLineId} ${quantity}`).toSorted();
  return createHash('sha256')
    .update([sellerOrderId, ...pieces].join('\n'))
    .digest('base64url');
}
