'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { addCommissionRule, endCommissionRule } from '@/lib/commissions';
import { defineAction } from '@/lib/http';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parseAmount } from '@/lib/kernel/money';
import { publicUuid } from '../../public-uuid';
import { orNothing, typedDay, typedPercent } from '../../typed-terms';

const ADMIN = { staff: ['admin'] } as const;
const reason = z.string().trim().min(3).max(500);
const slug = z.string().trim().max(300).default('');

const price = z
  .string()
  .default('')
  .transform((text) =>
    text.trim() === '' ? null : (parseAmount(text.replace(',', '.'), DEFAULT_MARKET.currency) ?? Number.NaN),
  )
  .pipe(z.number().int().min(0).nullable());

export const addRule = defineAction({
  name: 'admin.add-commission-rule',
  policy: ADMIN,
  input: z.object({
    name: z.string().trim().min(3).max(100),
    precedence: z.coerce.number().int().min(1).max(999),
    percent: typedPercent,
    seller: slug,
    category: slug,
    product: slug,
    priceFrom: price,
    priceBelow: price,
    validFrom: typedDay,
    validUntil: orNothing(typedDay),
    reason,
  }),
  handler: async ({ db, actor, input }) => {
    const { percent, seller, category, product, priceFrom, priceBelow, ...rest } = input;
    const added = await addCommissionRule(db, {
      ...rest,
      actor,
      basisPoints: percent,
      sellerSlug: seller,
      categorySlug: category,
      productSlug: product,
      currency: DEFAULT_MARKET.currency,
      priceFromMinor: priceFrom,
      priceBelowMinor: priceBelow,
    });
    if (added.ok) refresh();
    return added;
  },
});

export const endRule = defineAction({
  name: 'admin.end-commission-rule',
  policy: ADMIN,
  input: z.object({
    ruleId: publicUuid('cmr'),
    reason,
  }),
  handler: async ({ db, actor, clock, input }) => {
    const ended = await endCommissionRule(db, { ...input, actor }, clock());
    if (ended.ok) refresh();
    return ended;
  },
});
