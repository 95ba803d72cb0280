'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { cancelGiftCard, issueGiftCard } from '@/lib/gift-cards';
import { defineAction } from '@/lib/http';
import { actorLabel } from '@/lib/identity/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok } from '@/lib/kernel/result';
import { typedPrice } from '../../typed-amount';
import { publicUuid } from '../../public-uuid';

const MONEY = { staff: ['admin', 'finance'] } as const;
const reason = z.string().trim().min(3).max(500);
const giftCardId = publicUuid('gft');

export const issueCard = defineAction({
  name: 'admin.issue-gift-card',
  policy: MONEY,
  input: z.object({
    giftCardId,
    amount: typedPrice,
    email: z.string().trim().max(254).pipe(z.email('email')),
    message: z.string().trim().max(500).default(''),
    reason,
  }),
  handler: async ({ db, actor, locale, clock, input: { amount, email, ...input } }) => {
    await issueGiftCard(
      db,
      {
        ...{ ...input, locale },
        recipientEmail: email,
        actor: actorLabel(actor),
        amount: { amountMinor: amount, currency: DEFAULT_MARKET.currency },
      },
      clock(),
    );
    refresh();
    return ok(undefined);
  },
});

export const cancelCard = defineAction({
  name: 'admin.cancel-gift-card',
  policy: MONEY,
  input: z.object({ giftCardId, reason }),
  handler: async ({ db, actor, clock, input }) => {
    const cancelled = await cancelGiftCard(db, { ...input, actor: actorLabel(actor), now: clock() });
    if (cancelled.ok) refresh();
    return cancelled;
  },
});
