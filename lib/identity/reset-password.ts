import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { countAttempt } from './attempts';
import { redeemEmailToken, withdrawEmailTokens } from './email-tokens';
import { requestAccountMail } from './mail-requests';
import { hashPassword, isCommonPassword } from './password';
import { revokeAllSessions } from './sessions';
import { markEmailVerified } from './verify-email';

/** Has a link sent, if there is an account. Nobody learns here whether there is. */
export async function requestPasswordReset(
  db: Database,
  input: { readonly email: string; readonly ip: string },
): Promise<Result<null, 'too_many_requests'>> {
  const limited = await countAttempt('password-reset', input);
  if (limited) return limited;
  await requestAccountMail(db, { kind: 'reset_password', email: input.email });
  return ok(null);
}

/**
 * Sets the password of the account a link was sent for, signs it out everywhere and withdraws its other
 * links. Reading the mail has shown whose address it is, so it counts as confirmed.
 */
export async function resetPassword(
  db: Database,
  input: { readonly token: string; readonly password: string; readonly ip: string },
  now: Date,
): Promise<
  Result<{ userId: string }, 'link_invalid' | 'account_locked' | 'password_too_common' | 'too_many_requests'>
> {
  const limited = await countAttempt('email-token', input);
  if (limited) return limited;
  if (isCommonPassword(input.password)) return refuse('password_too_common', { field: 'password' });

  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const userId = await redeemEmailToken(tx, input.token, 'reset_password', now);
    if (!userId) return refuse('link_invalid');
    const [user] = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.id, userId))
      .returning({ lockedAt: users.lockedAt });
    await markEmailVerified(tx, userId, now);
    await withdrawEmailTokens(tx, userId, 'reset_password', now);
    await withdrawEmailTokens(tx, userId, 'verify_email', now);
    await revokeAllSessions(tx, userId, now);
    await requestAccountMail(tx, { kind: 'password_changed', userId });
    return user?.lockedAt ? refuse('account_locked') : ok({ userId });
  });
}
