import { guestOrderTokenIn } from '@/lib/http';
import type { Visitor } from '@/lib/identity/model';
import { findOrderId, parseOrderNumber, type OrderReader } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';

export type OpenOrder = { readonly orderId: string; readonly number: string; readonly reader: OrderReader };

/** The order of that number, for its customer or a browser that has its link; null for everybody else. */
export async function openOrder(db: Database, actor: Visitor, typed: string): Promise<OpenOrder | null> {
  const number = parseOrderNumber(typed);
  if (!number) return null;
  const reader = {
    customerId: actor.kind === 'user' ? actor.customerId : null,
    guestToken: await guestOrderTokenIn(number),
  };
  const orderId = await findOrderId(db, number, reader);
  return orderId ? { orderId, number, reader } : null;
}
