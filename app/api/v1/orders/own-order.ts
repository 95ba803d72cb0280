import type { z } from 'zod';
import type { ApiCaller } from '@/lib/api-keys/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { getSellerOrder } from '@/lib/orders';
import type { Executor } from '@/lib/platform/database';
import { toOrderResource, type orderResource } from './order-resource';

/** The caller's order as it is now; another shop's is not found. */
export async function readOwnOrder(
  db: Executor,
  { sellerId }: ApiCaller,
  sellerOrderId: string,
): Promise<Result<z.output<typeof orderResource>, 'not_found'>> {
  const found = await getSellerOrder(db, sellerId, sellerOrderId);
  return found ? ok(toOrderResource(found)) : refuse('not_found');
}
