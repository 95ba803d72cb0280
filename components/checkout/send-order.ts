import { postJson } from '@/components/shop/post-json';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { whoAndWhere } from './purchase-input';

export type OrderRequest = ReturnType<typeof whoAndWhere> & {
  readonly deliveries: Readonly<Record<string, string>>;
  readonly fingerprint: string;
  readonly idempotencyKey: string;
  readonly saveCard: boolean;
  readonly useCredit: boolean;
};

/** The order that waits for its payment; without a secret it is paid already. */
export type PlacedOrder = { readonly orderPath: string; readonly clientSecret: string | null };

/** Places the order; sent again it is the same order. Rejects when the shop cannot be reached. */
export function sendOrder(request: OrderRequest): Promise<ActionResult<PlacedOrder>> {
  return postJson('/api/checkout', request);
}
