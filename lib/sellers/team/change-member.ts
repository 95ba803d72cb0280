import { and, eq } from 'drizzle-orm';
import { sellerMembers } from '@/db/schema/sellers';
import type { SellerRole } from '@/lib/identity/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';

type MemberKey = { readonly sellerId: string; readonly userId: string };

/** Gives a member another role, from their next request on. Refused for the last owner. */
export async function changeMemberRole(
  db: Database,
  { role, ...member }: MemberKey & { readonly role: SellerRole },
): Promise<Result<null, 'not_found' | 'last_owner'>> {
  return db.transaction(async (tx) => {
    const present = await lockMember(tx, member);
    if (!present.ok) return present;
    if (present.value.isLastOwner && role !== 'owner') return refuse('last_owner');
    await tx.update(sellerMembers).set({ role }).where(isMember(member));
    return ok(null);
  });
}

/** Ends a membership: their sessions can do nothing here from the next request on. Refused for the last owner. */
export async function removeMember(
  db: Database,
  member: MemberKey,
): Promise<Result<null, 'not_found' | 'last_owner'>> {
  return db.transaction(async (tx) => {
    const present = await lockMember(tx, member);
    if (!present.ok) return present;
    if (present.value.isLastOwner) return refuse('last_owner');
    await tx.delete(sellerMembers).where(isMember(member));
    return ok(null);
  });
}

/** Locks the whole team, in the order of user ids: two owners who leave at once do not both find the other there. */
async function lockMember(
  tx: Transaction,
  { sellerId, userId }: MemberKey,
): Promise<Result<{ isLastOwner: boolean }, 'not_found'>> {
  const team = await tx
    .select({ userId: sellerMembers.userId, role: sellerMembers.role })
    .from(sellerMembers)
    .where(eq(sellerMembers.sellerId, sellerId))
    .orderBy(sellerMembers.userId)
    .for('update');
  if (!team.some((member) => member.userId === userId)) return refuse('not_found');
  const owners = team.filter(({ role }) => role === 'owner');
  return ok({ isLastOwner: owners.length === 1 && owners[0]?.userId === userId });
}

function isMember({ sellerId, userId }: MemberKey) {
  return and(eq(sellerMembers.sellerId, sellerId), eq(sellerMembers.userId, userId));
}
