'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicUuid } from '../../public-uuid';
import { DESK, defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { emailAddress } from '@/lib/identity/input';
import { SELLER_ROLES } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { changeMemberRole, inviteMember, removeMember, resendInvite, withdrawInvite } from '@/lib/sellers';

const role = z.enum(SELLER_ROLES);
const memberId = publicUuid('usr');
const inviteId = publicUuid('ivt');
const ABOUT_INVITES = { limit: 30, windowSeconds: 3600, by: 'actor' } as const;

export const inviteToTeam = defineAction({
  name: 'seller.invite-member',
  policy: DESK.runShop,
  input: z.object({ email: emailAddress, role }),
  rateLimit: ABOUT_INVITES,
  logged: (input) => input,
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await inviteMember(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

export const sendInviteAgain = defineAction({
  name: 'seller.resend-invite',
  policy: DESK.runShop,
  input: z.object({ inviteId }),
  rateLimit: ABOUT_INVITES,
  handler: async ({ db, seller, clock, input }) =>
    shown(await resendInvite(db, { ...input, sellerId: seller.sellerId, now: clock() })),
});

export const withdrawInviteAction = defineAction({
  name: 'seller.withdraw-invite',
  policy: DESK.runShop,
  input: z.object({ inviteId }),
  handler: async ({ db, seller, clock, input }) =>
    shown(await withdrawInvite(db, { ...input, sellerId: seller.sellerId, now: clock() })),
});

export const changeRole = defineAction({
  name: 'seller.change-role',
  policy: DESK.runShop,
  input: z.object({ memberId, role }),
  logged: ({ memberId: userId, role: given }) => ({ member: publicId('usr', userId), role: given }),
  handler: async ({ db, seller, input }) =>
    shown(
      await changeMemberRole(db, { sellerId: seller.sellerId, userId: input.memberId, role: input.role }),
    ),
});

export const removeFromTeam = defineAction({
  name: 'seller.remove-member',
  policy: DESK.runShop,
  input: z.object({ memberId }),
  logged: ({ memberId: userId }) => ({ member: publicId('usr', userId) }),
  handler: async ({ db, seller, input }) =>
    shown(await removeMember(db, { sellerId: seller.sellerId, userId: input.memberId })),
});

/** Works there no more. */
export const leaveTeam = defineAction({
  name: 'seller.leave-team',
  policy: DESK.enter,
  input: z.object({}),
  handler: async ({ db, seller, actor, locale }) => {
    const left = await removeMember(db, { sellerId: seller.sellerId, userId: actor.userId });
    if (left.ok) redirect(localePath(locale, '/account'));
    return left;
  },
});

function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
