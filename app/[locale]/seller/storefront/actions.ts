'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { saveStorefront } from '@/lib/sellers';

const text = (longest: number) => z.string().trim().max(longest);

const picture = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .transform((key) => parsePublicId('med', key))
    .pipe(z.uuid()),
]);

/** What a shop says of itself. */
export const saveStorefrontAction = defineAction({
  name: 'seller.save-storefront',
  policy: DESK.changeStorefront,
  input: z.object({
    tagline: text(120),
    story: text(3000).min(20),
    city: text(100).min(1),
    returnsPolicy: text(2000),
    returnDays: z.coerce.number().int().min(0).max(365),
    logo: picture,
    banner: picture,
  }),
  handler: async ({ db, seller, input: { logo, banner, ...fields } }) => {
    const saved = await saveStorefront(db, seller.sellerId, {
      ...fields,
      logoAssetId: logo,
      bannerAssetId: banner,
    });
    if (saved.ok) refresh();
    return saved;
  },
});
