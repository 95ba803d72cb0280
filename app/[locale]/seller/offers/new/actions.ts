'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { typedPrice } from '../../../typed-amount';
import { CONDITIONS } from '@/lib/catalog/model';
import { DESK, defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { createOffers } from '@/lib/offers';

const MOST_VARIANTS = 100;

const offer = z.object({
  price: typedPrice,
  onHand: z.coerce.number().int().min(0).max(1_000_000),
  sellerSku: z.string().trim().max(60).default(''),
});

/** A variant's fields count only when it has a price. */
const unpriced = z.object({ price: z.string().trim().length(0) });

/** What was typed of each variant, by its id; at least one has a price. */
const variants = z
  .record(
    z
      .string()
      .transform((text) => parsePublicId('var', text))
      .pipe(z.uuid()),
    z.preprocess((fields) => (unpriced.safeParse(fields).success ? null : fields), offer.nullable()),
  )
  .transform((fields) =>
    Object.entries(fields).flatMap(([variantId, typed]) => (typed ? [{ variantId, ...typed }] : [])),
  )
  .refine((offered) => offered.length > 0 && offered.length <= MOST_VARIANTS, 'price');

/** Offers variants of a product that is there already. */
export const createOffersAction = defineAction({
  name: 'seller.create-offers',
  policy: DESK.changeOffers,
  input: z.object({
    productId: z
      .string()
      .transform((text) => parsePublicId('prd', text))
      .pipe(z.uuid()),
    condition: z.enum(CONDITIONS),
    handlingDays: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0).max(60)]),
    variants,
  }),
  handler: async ({ db, seller, actor, locale, input: { variants: chosen, ...input } }) => {
    const created = await createOffers(db, {
      ...input,
      sellerId: seller.sellerId,
      userId: actor.userId,
      currency: DEFAULT_MARKET.currency,
      variants: chosen.map(({ price, ...variant }) => ({ ...variant, priceMinor: price })),
    });
    if (created.ok) redirect(localePath(locale, '/seller/offers?new=1'));
    return created;
  },
});
