import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { countAttempt } from './attempts';
import { requestAccountMail } from './mail-requests';
import type { UserActor } from './model';
import { hashPassword, isCommonPassword, isPassword } from './password';
import { revokeOtherSessions } from './sessions';

/** Needs the present password, and signs every other device out. */
export async function changePassword(
  db: Database,
  actor: UserActor,
  input: { readonly currentPassword: string; readonly password: string; readonly ip: string },
  now: Date,
): Promise<Result<null, 'wrong_password' | 'password_too_common' | 'too_many_requests'>> {
  const limited = await countAttempt('sign-in', { email: actor.email, ip: input.ip });
  if (limited) return limited;
  if (isCommonPassword(input.password)) return refuse('password_too_common', { field: 'password' });

  const [user] = await db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!(await isPassword(user?.passwordHash ?? null, input.currentPassword))) {
    return refuse('wrong_password', { field: 'currentPassword' });
  }

  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, actor.userId));
    await revokeOtherSessions(tx, actor.userId, actor.sessionId, now);
    await requestAccountMail(tx, { kind: 'password_changed', userId: actor.userId });
  });
  return ok(null);
}
