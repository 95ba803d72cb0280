import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { withdrawEmailTokens } from './email-tokens';
import { hashPassword, isCommonPassword } from './password';
import { revokeAllSessions } from './sessions';
import { markEmailVerified } from './verify-email';

/**
 * Opens an account for an address whose owner is known to be there, because a link that only its mail held was
 * followed. Takes over an account that never confirmed the address: its password, sessions and links count no more.
 * Refused when a confirmed account has the address.
 */
export async function openInvitedAccount(
  tx: Transaction,
  account: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly locale: string;
  },
  now: Date,
): Promise<Result<{ userId: string }, 'already_registered' | 'password_too_common'>> {
  const { name, email, password, locale } = account;
  if (isCommonPassword(password)) return refuse('password_too_common', { field: 'password' });
  const passwordHash = await hashPassword(password);
  await tx.insert(users).values({ name, email, locale }).onConflictDoNothing({ target: users.email });
  const [user] = await tx.select().from(users).where(eq(users.email, email)).for('update');
  if (!user) throw new Error('An account was deleted while its owner accepted an invitation');
  if (user.emailVerifiedAt) return refuse('already_registered');
  await tx.update(users).set({ name, passwordHash, locale }).where(eq(users.id, user.id));
  await revokeAllSessions(tx, user.id, now);
  await withdrawEmailTokens(tx, user.id, 'verify_email', now);
  await withdrawEmailTokens(tx, user.id, 'reset_password', now);
  await markEmailVerified(tx, user.id, now);
  return ok({ userId: user.id });
}
