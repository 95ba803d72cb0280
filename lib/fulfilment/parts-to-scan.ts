import { gtinsOf } from '@/lib/catalog';
import { ok, type Result } from '@/lib/kernel/result';
import { listPartsToPack } from '@/lib/orders';
import type { Executor } from '@/lib/platform/database';
import type { PartToScan } from './model';

/**
 * What of these parts is not in a box yet, with what tells each piece by its label; without ids that of the parts
 * accepted. Parts that were not accepted, and those with nothing left to pack, are left out. Refuses as
 * `listPartsToPack` does.
 */
export async function listPartsToScan(
  db: Executor,
  sellerId: string,
  sellerOrderIds: readonly string[],
): Promise<Result<PartToScan[], 'not_found'>> {
  const parts = await listPartsToPack(db, sellerId, sellerOrderIds);
  if (!parts.ok) return parts;
  const accepted = parts.value.filter(({ status }) => status !== 'to_accept');
  const lines = accepted.flatMap((part) => part.lines);
  const gtins = await gtinsOf(
    db,
    lines.map(({ variantId }) => variantId),
  );
  return ok(
    accepted
      .map(({ sellerOrderId, orderNumber, lines }) => ({
        sellerOrderId,
        orderNumber,
        lines: lines
          .filter(({ quantity, packed }) => quantity > packed)
          .map(({ lineId, variantId, title, variantLabel, sellerSku, image, quantity, packed }) => ({
            ...{ lineId, title, variantLabel, sellerSku, image },
            gtin: gtins.get(variantId) ?? null,
            quantity: quantity - packed,
          })),
      }))
      .filter(({ lines }) => lines.length > 0),
  );
}
