import { z } from 'zod';
import { readOffers } from '@/lib/catalog';
import { defineRoute } from '@/lib/http';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { ok, refuse } from '@/lib/kernel/result';

/** Prices and stock of a product's variants at this second, for a page that was cached earlier. */
export const GET = defineRoute({
  name: 'products.offers',
  policy: 'public',
  params: z.object({ productId: z.string() }),
  handler: async ({ params, db, locale }) => {
    const productId = parsePublicId('prd', params.productId);
    if (productId === null) return refuse('not_found');
    const offers = await readOffers(db, productId, shownIn(locale));
    return ok({
      variants: [...offers].map(([variantId, ofVariant]) => ({
        variantId: publicId('var', variantId),
        offers: ofVariant,
      })),
    });
  },
});
