'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parseAmount } from '@/lib/kernel/money';
import { ok, type Result } from '@/lib/kernel/result';
import { endHoldByStaff, placeHoldByStaff, setReleaseDays } from '@/lib/payouts';
import { LONGEST_RELEASE_DAYS } from '@/lib/payouts/model';
import { retryRefundByStaff, submitDisputeEvidence } from '@/lib/payments';
import { recordProof } from '@/lib/proof';
import { publicUuid } from '../../public-uuid';

const ADMIN = { staff: ['admin'] } as const;
const reason = z.string().trim().min(3).max(500);

/** Proves money and stock now, as the worker does every quarter of an hour. */
export const proveNow = defineAction({
  name: 'admin.prove-money',
  policy: ADMIN,
  input: z.object({}),
  rateLimit: { limit: 10, windowSeconds: 60, by: 'actor' },
  handler: async ({ db, clock }) => {
    await recordProof(db, { now: clock() });
    refresh();
    return ok(null);
  },
});

/** Sends a refund again that failed; the worker asks the provider. */
export const sendRefundAgain = defineAction({
  name: 'admin.send-refund-again',
  policy: ADMIN,
  input: z.object({ refundId: publicUuid('ref') }),
  handler: async ({ db, actor, input }) => shown(await retryRefundByStaff(db, { ...input, actor })),
});

/** Hands in what is said against a dispute, for good. */
export const submitEvidence = defineAction({
  name: 'admin.submit-evidence',
  policy: ADMIN,
  input: z.object({ disputeId: publicUuid('dis'), text: z.string().trim().min(10).max(5000) }),
  handler: async ({ db, actor, clock, input: { disputeId, text: said } }) =>
    shown(await submitDisputeEvidence(db, { disputeId, actor, words: said }, clock())),
});

export const changeReleaseDays = defineAction({
  name: 'admin.change-release-days',
  policy: ADMIN,
  input: z.object({
    sellerId: publicUuid('sel'),
    releaseDays: z.coerce.number().int().min(0).max(LONGEST_RELEASE_DAYS),
    reason,
  }),
  handler: async ({ db, actor, input }) => shown(await setReleaseDays(db, { ...input, actor })),
});

/** Without an amount all payouts wait; without days somebody has to end it. */
export const holdMoney = defineAction({
  name: 'admin.hold-money',
  policy: ADMIN,
  input: z.object({
    sellerId: publicUuid('sel'),
    amount: z
      .string()
      .transform((text) =>
        text.trim() === ''
          ? null
          : (parseAmount(text.replace(',', '.'), DEFAULT_MARKET.currency) ?? Number.NaN),
      )
      .pipe(z.number().int().positive().nullable()),
    days: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(365)])
      .default(null),
    reason,
  }),
  handler: async ({ db, actor, clock, input: { sellerId, amount, days, reason: why } }) =>
    shown(
      await placeHoldByStaff(db, {
        sellerId,
        actor,
        reason: why,
        currency: DEFAULT_MARKET.currency,
        amountMinor: amount,
        releaseAt: days === null ? null : new Date(clock().getTime() + days * 24 * 3600 * 1000),
      }),
    ),
});

export const endMoneyHold = defineAction({
  name: 'admin.end-hold',
  policy: ADMIN,
  input: z.object({ sellerId: publicUuid('sel'), holdId: publicUuid('hld'), reason }),
  handler: async ({ db, actor, clock, input }) =>
    shown(await endHoldByStaff(db, { ...input, actor }, clock())),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
