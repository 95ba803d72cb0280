import { z } from 'zod';
import { presentListing } from '@/components/catalog/present-listing';
import { MAX_GUEST_WISHES } from '@/components/wishlist/guest-wishes';
import { mergeWishes } from '@/lib/customers';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { ok } from '@/lib/kernel/result';
import { listListings } from '@/lib/search';

/** What is no id of a product is left out: the list comes out of a browser's storage. */
const productIds = z
  .array(z.string())
  .max(MAX_GUEST_WISHES)
  .transform((ids) => ids.flatMap((id) => parsePublicId('prd', id) ?? []));

const rateLimit = { limit: 120, windowSeconds: 60, by: 'actor' } as const;

/** The cards of a guest's wishlist, in the order asked for; what is no longer listed is left out. */
export const GET = defineRoute({
  name: 'wishlist.listings',
  policy: 'public',
  query: z.object({
    products: z
      .string()
      .transform((text) => text.split(','))
      .pipe(productIds),
  }),
  rateLimit,
  handler: async ({ db, locale, query }) => {
    const cards = await listListings(db, query.products, shownIn(locale));
    return ok({ listings: cards.map((card) => presentListing(card, locale)) });
  },
});

/** Pours a guest's wishlist into the account. Sent again it changes nothing. */
export const POST = defineRoute({
  name: 'wishlist.merge',
  policy: 'user',
  body: z.object({ productIds }),
  rateLimit,
  handler: async ({ db, actor, body }) => {
    await mergeWishes(db, actor.customerId, body.productIds);
    return ok(null);
  },
});
