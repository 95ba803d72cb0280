import { eq } from 'drizzle-orm';
import { sellerInvites } from '@/db/schema/seller-invites';
import { sellerMembers } from '@/db/schema/sellers';
import { recordAudit } from '@/lib/audit';
import { openInvitedAccount } from '@/lib/identity';
import type { UserActor } from '@/lib/identity/model';
import { ok, refuse, type Refusal, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { transact } from '@/lib/platform/transact';
import { openedBy } from './invite-token';

type Joined = { readonly sellerId: string };

/**
 * Begins to work for the shop that invited them. The link works once, and only for the account with the address it was
 * sent to: `invited_as_other` for every other.
 */
export async function acceptInvite(
  db: Database,
  { actor, token, now }: { readonly actor: UserActor; readonly token: string; readonly now: Date },
): Promise<Result<Joined, 'link_invalid' | 'invited_as_other'>> {
  return db.transaction(async (tx) => {
    const invite = await takeInvite(tx, token, now);
    if (!invite) return refuse('link_invalid');
    if (invite.email.toLowerCase() !== actor.email.toLowerCase()) return asOther(invite.email);
    return ok(await join(tx, invite, actor.userId, now));
  });
}

/**
 * Opens an account for the invited address and begins to work for the shop. The link came by mail to that address, so
 * the address is confirmed. Refused when it has an account: whose it is signs in.
 */
export async function acceptInviteAsNewcomer(
  db: Database,
  newcomer: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
    readonly locale: string;
    readonly now: Date;
  },
): Promise<
  Result<Joined & { readonly email: string }, 'link_invalid' | 'already_registered' | 'password_too_common'>
> {
  const { token, name, password, locale, now } = newcomer;
  return transact(db, async (tx) => {
    const invite = await takeInvite(tx, token, now);
    if (!invite) return refuse('link_invalid');
    const opened = await openInvitedAccount(tx, { name, password, locale, email: invite.email }, now);
    if (!opened.ok) return opened;
    return ok({ ...(await join(tx, invite, opened.value.userId, now)), email: invite.email });
  });
}

type Invite = typeof sellerInvites.$inferSelect;

async function takeInvite(tx: Transaction, token: string, now: Date): Promise<Invite | null> {
  const [invite] = await tx.select().from(sellerInvites).where(openedBy(token, now)).for('update');
  return invite ?? null;
}

/** Who works there already keeps the role they have. */
async function join(tx: Transaction, invite: Invite, userId: string, now: Date): Promise<Joined> {
  const { id, sellerId, role } = invite;
  await tx.insert(sellerMembers).values({ sellerId, userId, role }).onConflictDoNothing();
  await tx
    .update(sellerInvites)
    .set({ acceptedAt: now, acceptedBy: userId, tokenHash: null })
    .where(eq(sellerInvites.id, id));
  await recordAudit(tx, {
    actor: `user:${userId}`,
    action: 'seller.join-team',
    subject: { type: 'desk', id: sellerId },
    detail: { role },
  });
  return { sellerId };
}

function asOther(email: string): Refusal<'invited_as_other'> {
  return refuse('invited_as_other', { email });
}
