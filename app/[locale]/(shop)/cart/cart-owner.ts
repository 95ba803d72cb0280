import type { CartOwner } from '@/lib/carts';
import { ensureGuestToken, hashGuestToken } from '@/lib/http';
import type { Visitor } from '@/lib/identity/model';

/** Whose basket this is; null for a guest who has none yet. */
export function cartOwnerOf(actor: Visitor): CartOwner | null {
  if (actor.kind === 'user') return { customerId: actor.customerId };
  return actor.guestToken ? { guestTokenHash: hashGuestToken(actor.guestToken) } : null;
}

/** Likewise, giving a guest's browser its cookie on the first write. Actions only. */
export async function openCartOwner(actor: Visitor): Promise<CartOwner> {
  return cartOwnerOf(actor) ?? { guestTokenHash: hashGuestToken(await ensureGuestToken()) };
}
