import { z } from 'zod';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { PromotionTerms, Reduction } from '@/lib/promotions/model';
import { publicUuid } from './public-uuid';
import { typedAmount, typedPrice } from './typed-amount';
import { orNothing, typedDay, typedLastDay, typedPercent } from './typed-terms';

const pieces = z.coerce.number().int().min(1).max(99);
const count = z.coerce.number().int().min(1).max(1_000_000);
const share = typedPercent.refine((basisPoints) => basisPoints > 0, 'percent');

const limits = {
  endsAt: orNothing(typedLastDay),
  maxRedemptions: orNothing(count),
  maxPerCustomer: orNothing(count),
  budgetMinor: orNothing(typedPrice),
};

const percent = z.object({ kind: z.literal('percent'), basisPoints: share });
const fixed = z.object({ kind: z.literal('fixed'), amountMinor: typedPrice });

const reduction: z.ZodType<Reduction> = z.discriminatedUnion('kind', [
  percent,
  fixed,
  z.object({ kind: z.literal('buy_get'), buyQuantity: pieces, getQuantity: pieces, basisPoints: share }),
  z.object({ kind: z.literal('bundle'), off: z.discriminatedUnion('kind', [percent, fixed]) }),
  z.object({ kind: z.literal('free_delivery') }),
]);

/** A promotion as its form sends it. */
export const newPromotion = z
  .object({
    promotionId: publicUuid('prm'),
    name: z.string().trim().min(3).max(60),
    code: orNothing(
      z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9-]{3,20}$/, 'promotion_code')
        .transform((code) => code.toUpperCase()),
    ),
    reduction,
    minSubtotalMinor: orNothing(typedAmount).transform((amount) => amount ?? 0),
    combines: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked !== undefined),
    startsAt: typedDay,
    ...limits,
    offers: z.record(publicUuid('off'), pieces).optional(),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, {
    path: ['endsAt'],
    message: 'ends_before_start',
  })
  .refine(({ code, maxPerCustomer }) => maxPerCustomer === null || code !== null, {
    path: ['maxPerCustomer'],
    message: 'needs_code',
  })
  .transform(({ promotionId, offers, ...terms }) => ({
    promotionId,
    offers: offers ? new Map(Object.entries(offers)) : null,
    terms: { ...terms, currency: hasAmounts(terms) ? DEFAULT_MARKET.currency : null },
  }));

function hasAmounts({
  reduction: what,
  minSubtotalMinor,
  budgetMinor,
}: Pick<PromotionTerms, 'reduction' | 'minSubtotalMinor' | 'budgetMinor'>): boolean {
  const isAmount = what.kind === 'fixed' || (what.kind === 'bundle' && what.off.kind === 'fixed');
  return isAmount || minSubtotalMinor > 0 || budgetMinor !== null;
}

/** What may be changed of one that is there. */
export const changedPromotion = z
  .object({ promotionId: publicUuid('prm'), version: z.coerce.number().int().min(1), ...limits })
  .transform(({ promotionId, version, ...changes }) => ({ promotionId, version, changes }));

export const promotionEvent = z.object({
  promotionId: publicUuid('prm'),
  event: z.enum(['pause', 'resume', 'end']),
});
