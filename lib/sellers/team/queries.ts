import { and, asc, eq, isNull } from 'drizzle-orm';
import { sellerInvites } from '@/db/schema/seller-invites';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import { listUsers } from '@/lib/identity';
import type { SellerRole } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { OpenInvite, TeamMember } from '../model';
import { openedBy } from './invite-token';

/** Who works for a seller, the longest there first. */
export async function listTeam(db: Executor, sellerId: string): Promise<TeamMember[]> {
  const members = await db
    .select({ userId: sellerMembers.userId, role: sellerMembers.role, since: sellerMembers.createdAt })
    .from(sellerMembers)
    .where(eq(sellerMembers.sellerId, sellerId))
    .orderBy(asc(sellerMembers.createdAt), asc(sellerMembers.userId));
  const people = await listUsers(
    db,
    members.map(({ userId }) => userId),
  );
  return members.flatMap(({ userId, role, since }) => {
    const person = people.get(userId);
    if (!person) return [];
    return {
      memberId: publicId('usr', userId),
      name: person.name,
      email: person.email,
      role,
      since: since.toISOString(),
    };
  });
}

/** Invitations of a seller nobody has answered yet, those that ran out among them. */
export async function listInvites(db: Executor, sellerId: string, now: Date): Promise<OpenInvite[]> {
  const rows = await db
    .select()
    .from(sellerInvites)
    .where(
      and(
        eq(sellerInvites.sellerId, sellerId),
        isNull(sellerInvites.acceptedAt),
        isNull(sellerInvites.withdrawnAt),
      ),
    )
    .orderBy(asc(sellerInvites.createdAt));
  return rows.map(({ id, email, role, expiresAt }) => ({
    inviteId: publicId('ivt', id),
    email,
    role,
    expiresAt: expiresAt.toISOString(),
    hasExpired: expiresAt <= now,
  }));
}

/** What somebody with the link of an invitation reads before they accept; null when it does not work (any more). */
export async function getInviteByToken(
  db: Executor,
  token: string,
  now: Date,
): Promise<{ readonly sellerName: string; readonly email: string; readonly role: SellerRole } | null> {
  const [row] = await db
    .select({ sellerName: sellers.name, email: sellerInvites.email, role: sellerInvites.role })
    .from(sellerInvites)
    .innerJoin(sellers, eq(sellers.id, sellerInvites.sellerId))
    .where(openedBy(token, now));
  return row ?? null;
}

/** What the mail of an invitation says; null when there is none of that id. */
export async function getInvite(
  db: Executor,
  inviteId: string,
): Promise<{
  readonly sellerName: string;
  readonly email: string;
  readonly role: SellerRole;
  readonly invitedBy: string;
} | null> {
  const [row] = await db
    .select({
      sellerName: sellers.name,
      email: sellerInvites.email,
      role: sellerInvites.role,
      invitedBy: sellerInvites.invitedBy,
    })
    .from(sellerInvites)
    .innerJoin(sellers, eq(sellers.id, sellerInvites.sellerId))
    .where(eq(sellerInvites.id, inviteId));
  return row ?? null;
}
