'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { decideProduct } from '@/lib/catalog';
import { PRODUCT_DECISIONS } from '@/lib/catalog/model';
import { grantCredit } from '@/lib/credit';
import { defineAction } from '@/lib/http';
import { grantStaffRole, revokeStaffRole, setUserLock } from '@/lib/identity';
import { actorLabel, STAFF_ROLES } from '@/lib/identity/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Result } from '@/lib/kernel/result';
import { typedPrice } from '../typed-amount';
import { publicUuid } from '../public-uuid';
import { decideSeller } from '@/lib/sellers';

const ADMIN = { staff: ['admin'] } as const;
const reason = z.string().trim().min(3).max(500);

export const decideOnSeller = defineAction({
  name: 'admin.decide-seller',
  policy: ADMIN,
  input: z.object({
    sellerId: publicUuid('sel'),
    decision: z.enum(['approve', 'decline', 'suspend', 'reinstate']),
    reason,
  }),
  handler: async ({ db, actor, clock, input: { decision, ...input } }) =>
    shown(await decideSeller(db, { ...input, actor, event: decision }, clock())),
});

export const decideOnProduct = defineAction({
  name: 'admin.decide-product',
  policy: { staff: ['admin', 'catalogue'] },
  input: z.object({ productId: publicUuid('prd'), decision: z.enum(PRODUCT_DECISIONS), reason }),
  handler: async ({ db, actor, clock, input }) =>
    shown(await decideProduct(db, { ...input, actor }, clock())),
});

export const grantRole = defineAction({
  name: 'admin.grant-role',
  policy: ADMIN,
  input: z.object({ userId: publicUuid('usr'), role: z.enum(STAFF_ROLES), reason }),
  handler: async ({ db, actor, input }) => shown(await grantStaffRole(db, { ...input, actor })),
});

/** Out of goodwill, at the market's cost. `key` names the press of the button. */
export const giveCredit = defineAction({
  name: 'admin.give-credit',
  policy: { staff: ['admin', 'finance'] },
  input: z.object({ userId: publicUuid('usr'), amount: typedPrice, reason, key: z.uuid() }),
  handler: async ({ db, actor, input: { amount, ...input } }) =>
    shown(
      await grantCredit(db, {
        ...input,
        actor: actorLabel(actor),
        amount: { amountMinor: amount, currency: DEFAULT_MARKET.currency },
      }),
    ),
});

/** `decision` is the role that is taken away, or what becomes of the account. */
export const decideOnUser = defineAction({
  name: 'admin.decide-user',
  policy: ADMIN,
  input: z.object({
    userId: publicUuid('usr'),
    decision: z.enum([...STAFF_ROLES, 'lock', 'unlock']),
    reason,
  }),
  handler: async ({ db, actor, clock, input: { decision, ...input } }) =>
    shown(
      decision === 'lock' || decision === 'unlock'
        ? await setUserLock(db, { ...input, actor, locked: decision === 'lock' }, clock())
        : await revokeStaffRole(db, { ...input, actor, role: decision }, clock()),
    ),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
