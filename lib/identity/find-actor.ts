import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import { sessions, staffGrants, users } from '@/db/schema/identity';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import type { Executor } from '@/lib/platform/database';
import type { Membership, StaffRole, UserActor } from './model';

/** A session nobody used for this long is over. */
export const SESSION_IDLE_DAYS = 30;

/** "Last seen" is kept this coarse, so that reading a page rarely writes. */
const SEEN_EVERY_MS = 10 * 60 * 1000;

/** In any role, of sellers that are or were open: a suspended one still has parcels to send. */
const memberships = sql<Membership[]>`(
  select coalesce(json_agg(json_build_object('sellerId', ${sellerMembers.sellerId}, 'role', ${sellerMembers.role})
    order by ${sellerMembers.createdAt}), '[]')
  from ${sellerMembers} join ${sellers} on ${sellers.id} = ${sellerMembers.sellerId}
  where ${sellerMembers.userId} = ${users.id} and ${sellers.status} in ('approved', 'suspended'))`;

const staffRoles = sql<StaffRole[]>`(
  select coalesce(json_agg(${staffGrants.role} order by ${staffGrants.role}), '[]') from ${staffGrants}
  where ${staffGrants.userId} = ${users.id} and ${staffGrants.revokedAt} is null)`;

/**
 * The person behind a session as of now, or null when the session was revoked, has run out or never was, or
 * the account is locked. One statement by primary key: it joins what identity, customers and sellers know,
 * because every request needs exactly this.
 */
export async function findActor(db: Executor, sessionId: string, now: Date): Promise<UserActor | null> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_DAYS * 24 * 3600 * 1000);
  const [row] = await db
    .select({
      userId: users.id,
      customerId: customers.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      lastSeenAt: sessions.lastSeenAt,
      memberships,
      staffRoles,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(customers, eq(customers.userId, users.id))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, idleSince),
        isNull(users.lockedAt),
      ),
    );
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
  }
  const { emailVerifiedAt, lastSeenAt: _, ...person } = row;
  return { kind: 'user', sessionId, emailVerified: emailVerifiedAt !== null, ...person };
}
