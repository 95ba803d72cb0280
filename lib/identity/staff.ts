import { and, desc, eq, isNull } from 'drizzle-orm';
import { staffGrants, users } from '@/db/schema/identity';
import { recordAudit } from '@/lib/audit';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import { actorLabel, type StaffRole, type UserActor } from './model';
import { revokeAllSessions } from './sessions';

/** An act of staff on a person, with the reason they gave. */
export type StaffAct = { readonly actor: UserActor; readonly userId: string; readonly reason: string };

/** Refused when the person is unknown or has the role already. */
export async function grantStaffRole(
  db: Database,
  { actor, userId, reason, role }: StaffAct & { readonly role: StaffRole },
): Promise<Result<null, 'not_found' | 'conflict'>> {
  return db.transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    if (!user) return refuse('not_found');
    const granted = await tx
      .insert(staffGrants)
      .values({ userId, role, reason, grantedBy: actor.userId })
      .onConflictDoNothing()
      .returning({ id: staffGrants.id });
    if (granted.length === 0) return refuse('conflict');
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'user.role_granted',
      subject: { type: 'user', id: userId },
      reason,
      detail: { role },
    });
    return ok(null);
  });
}

/** Takes effect at the person's next request. Nobody takes their own admin role, lest none be left. */
export async function revokeStaffRole(
  db: Database,
  { actor, userId, reason, role }: StaffAct & { readonly role: StaffRole },
  now: Date,
): Promise<Result<null, 'not_found' | 'not_allowed_now'>> {
  if (userId === actor.userId && role === 'admin') return refuse('not_allowed_now');
  return db.transaction(async (tx) => {
    const revoked = await tx
      .update(staffGrants)
      .set({ revokedAt: now, revokedBy: actor.userId })
      .where(and(eq(staffGrants.userId, userId), eq(staffGrants.role, role), isNull(staffGrants.revokedAt)))
      .returning({ id: staffGrants.id });
    if (revoked.length === 0) return refuse('not_found');
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'user.role_revoked',
      subject: { type: 'user', id: userId },
      reason,
      detail: { role },
    });
    return ok(null);
  });
}

/** Locks a person out at once and everywhere, or lets them back in. */
export async function setUserLock(
  db: Database,
  { actor, userId, reason, locked }: StaffAct & { readonly locked: boolean },
  now: Date,
): Promise<Result<null, 'not_found' | 'not_allowed_now'>> {
  if (userId === actor.userId) return refuse('not_allowed_now');
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ lockedAt: locked ? now : null })
      .where(eq(users.id, userId))
      .returning({ id: users.id });
    if (changed.length === 0) return refuse('not_found');
    if (locked) await revokeAllSessions(tx, userId, now);
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: locked ? 'user.locked' : 'user.unlocked',
      subject: { type: 'user', id: userId },
      reason,
    });
    return ok(null);
  });
}

/** The roles a person has now. */
export async function listStaffRoles(db: Executor, userId: string): Promise<StaffRole[]> {
  const grants = await db
    .select({ role: staffGrants.role })
    .from(staffGrants)
    .where(and(eq(staffGrants.userId, userId), isNull(staffGrants.revokedAt)))
    .orderBy(desc(staffGrants.grantedAt));
  return grants.map(({ role }) => role);
}
