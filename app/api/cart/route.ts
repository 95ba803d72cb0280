import { addInput, WRITES } from '@/app/[locale]/(shop)/cart/cart-input';
import { openCartOwner } from '@/app/[locale]/(shop)/cart/cart-owner';
import { addToCart } from '@/lib/carts';
import { defineRoute } from '@/lib/http';
import { mayBeCounted, recordCarted } from '@/lib/insight';
import { ok } from '@/lib/kernel/result';

/**
 * Adds an offer to the basket and answers how many pieces are in it, for the badge. A route and no action: a
 * guest's first piece sets a cookie, and an action that does so renders the product's whole page anew.
 */
export const POST = defineRoute({
  name: 'cart.put',
  policy: 'public',
  body: addInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, body, request }) => {
    const added = await addToCart(db, await openCartOwner(actor), body);
    if (!added.ok) return added;
    if (mayBeCounted(request.headers)) await recordCarted(db, body.offerId);
    return ok({ cartCount: added.value });
  },
});
