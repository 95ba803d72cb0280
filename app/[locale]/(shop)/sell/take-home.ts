import { z } from 'zod';
import { typedAmount, typedPrice } from '../../typed-amount';
import { presentTakeHome, type TakeHomeView } from '@/components/seller/present-take-home';
import { getTakeHome } from '@/lib/commissions';
import type { Visitor } from '@/lib/identity/model';
import type { Locale } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Database } from '@/lib/platform/database';

/** A key that is left out, or one that names nothing, is about anything. */
const subject = (prefix: 'prd' | 'cat') =>
  z
    .string()
    .optional()
    .transform((text) => (text ? parsePublicId(prefix, text) : null));

/** What is asked about the sale of one piece, as it was typed. */
export const takeHomeInput = z.object({
  price: typedPrice,
  postage: typedAmount,
  productId: subject('prd'),
  categoryId: subject('cat'),
});

type Asking = { readonly db: Database; readonly actor: Visitor; readonly locale: Locale };

/** What somebody would keep of a sale, on the terms of the shop at whose desk they work, if they have one. */
export async function answerTakeHome(
  { db, actor, locale }: Asking,
  { price, postage, ...about }: z.output<typeof takeHomeInput>,
  now: Date,
): Promise<TakeHomeView> {
  const sellerId = actor.kind === 'user' ? (actor.memberships[0]?.sellerId ?? null) : null;
  const question = { ...about, sellerId, priceMinor: price, postageMinor: postage };
  return presentTakeHome(await getTakeHome(db, question, DEFAULT_MARKET, now), locale);
}
