import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { sellerInvites } from '@/db/schema/seller-invites';
import { sellerMembers } from '@/db/schema/sellers';
import { getUserByEmail } from '@/lib/identity';
import type { SellerRole } from '@/lib/identity/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { inviteExpiry } from './invite-token';

/** The job that mails an invitation. It makes the token, so that no payload ever holds one. */
export const INVITE_MAIL_JOB = 'send-invite';

export const inviteMailRequest = z.object({ inviteId: z.uuid() });

/** Asks somebody by mail to work for a seller. Refused for who does already, and while an invitation is open. */
export async function inviteMember(
  db: Database,
  invite: {
    readonly sellerId: string;
    readonly userId: string;
    readonly email: string;
    readonly role: SellerRole;
    readonly now: Date;
  },
): Promise<Result<{ inviteId: string }, 'already_member' | 'already_invited'>> {
  const { sellerId, email, role, now } = invite;
  return db.transaction(async (tx) => {
    const present = await getUserByEmail(tx, email);
    if (present && (await isMember(tx, sellerId, present.id))) {
      return refuse('already_member', { field: 'email' });
    }
    await forgetExpired(tx, invite);
    const [added] = await tx
      .insert(sellerInvites)
      .values({ sellerId, email, role, invitedBy: invite.userId, expiresAt: inviteExpiry(now) })
      .onConflictDoNothing()
      .returning({ id: sellerInvites.id });
    if (!added) return refuse('already_invited', { field: 'email' });
    await requestMail(tx, added.id);
    return ok({ inviteId: added.id });
  });
}

/** Mails an invitation once more, with a new link and its whole time again; links sent before are worthless. */
export async function resendInvite(
  db: Database,
  { sellerId, inviteId, now }: { readonly sellerId: string; readonly inviteId: string; readonly now: Date },
): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const renewed = await tx
      .update(sellerInvites)
      .set({ expiresAt: inviteExpiry(now), tokenHash: null })
      .where(and(eq(sellerInvites.id, inviteId), eq(sellerInvites.sellerId, sellerId), isUnanswered()))
      .returning({ id: sellerInvites.id });
    if (renewed.length === 0) return refuse('not_found');
    await requestMail(tx, inviteId);
    return ok(null);
  });
}

/** Takes an invitation back: its link is worthless at once. */
export async function withdrawInvite(
  db: Database,
  { sellerId, inviteId, now }: { readonly sellerId: string; readonly inviteId: string; readonly now: Date },
): Promise<Result<null, 'not_found'>> {
  const withdrawn = await db
    .update(sellerInvites)
    .set({ withdrawnAt: now })
    .where(and(eq(sellerInvites.id, inviteId), eq(sellerInvites.sellerId, sellerId), isUnanswered()))
    .returning({ id: sellerInvites.id });
  return withdrawn.length > 0 ? ok(null) : refuse('not_found');
}

function isUnanswered() {
  return and(isNull(sellerInvites.acceptedAt), isNull(sellerInvites.withdrawnAt));
}

/** One that ran out does not stand in the way of another. */
async function forgetExpired(
  tx: Transaction,
  { sellerId, email, now }: { readonly sellerId: string; readonly email: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(sellerInvites)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(sellerInvites.sellerId, sellerId),
        eq(sellerInvites.email, email),
        isUnanswered(),
        lte(sellerInvites.expiresAt, now),
      ),
    );
}

async function isMember(tx: Transaction, sellerId: string, userId: string): Promise<boolean> {
  const found = await tx
    .select({ role: sellerMembers.role })
    .from(sellerMembers)
    .where(and(eq(sellerMembers.sellerId, sellerId), eq(sellerMembers.userId, userId)));
  return found.length > 0;
}

async function requestMail(tx: Transaction, inviteId: string): Promise<void> {
  await enqueueJobs(tx, [{ name: INVITE_MAIL_JOB, payload: { inviteId } }]);
}
