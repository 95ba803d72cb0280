import { eq } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { countAttempt } from './attempts';
import { requestAccountMail } from './mail-requests';
import { isPassword } from './password';

export type SignInRefusal = 'wrong_credentials' | 'email_unverified' | 'account_locked' | 'too_many_requests';

/**
 * Whose e-mail address and password these are. An unknown address, an account without a password and a wrong
 * password are one refusal, told after the same time; what stands in the way of a right password
 * (`email_unverified`, after sending another link; `account_locked`) is told only to who knows it.
 */
export async function signInWithPassword(
  db: Database,
  input: { readonly email: string; readonly password: string; readonly ip: string },
): Promise<Result<{ userId: string }, SignInRefusal>> {
  const limited = await countAttempt('sign-in', input);
  if (limited) return limited;

  const [user] = await db.select().from(users).where(eq(users.email, input.email));
  const matches = await isPassword(user?.passwordHash ?? null, input.password);
  if (!user || !matches) return refuse('wrong_credentials');
  if (user.lockedAt) return refuse('account_locked');
  if (!user.emailVerifiedAt) {
    await requestAccountMail(db, { kind: 'verify_email', userId: user.id });
    return refuse('email_unverified');
  }
  return ok({ userId: user.id });
}
