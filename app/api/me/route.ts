import { getCartCount } from '@/lib/carts';
import { listWishes } from '@/lib/customers';
import { defineRoute, hashGuestToken } from '@/lib/http';
import { publicId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';

/** What cached pages show of the person in front of them. Nothing is asked of the database for a newcomer. */
export const GET = defineRoute({
  name: 'me',
  policy: 'public',
  handler: async ({ actor, db }) => {
    if (actor.kind === 'guest') {
      const cartCount = actor.guestToken
        ? await getCartCount(db, { guestTokenHash: hashGuestToken(actor.guestToken) })
        : 0;
      return ok({ name: null, cartCount, wishlist: [] });
    }
    const { name, customerId } = actor;
    const [cartCount, wishes] = await Promise.all([
      getCartCount(db, { customerId }),
      listWishes(db, customerId),
    ]);
    return ok({ name, cartCount, wishlist: wishes.map((productId) => publicId('prd', productId)) });
  },
});
